//! Detection by example.

use super::*;

fn check(text: &str, expected: &str) {
    assert_eq!(
        detect(text).code,
        expected,
        "{text}: {:?}",
        Evidence::of(text).ranked().iter().take(4).collect::<Vec<_>>()
    );
    assert_eq!(detect_piece(text).code, expected, "as a piece of a document: {text}");
}

#[test]
fn sentences_of_many_languages() {
    check("The company said on Tuesday that the data had been sold.", "eng");
    check("Das Unternehmen teilte mit, dass die Daten verkauft wurden.", "deu");
    check("Perusahaan itu mengatakan bahwa data pelanggan telah dijual.", "ind");
    check(
        "Polis memaklumkan bahawa mangsa ditemui di rumahnya selepas kejadian itu kerana jiran mendengar bunyi.",
        "msa",
    );
    check("Vlada je priopćila da će se mjere provoditi tijekom sljedećeg tjedna, kazao je ministar.", "hrv");
    check("Vlada je saopštila da će mere važiti sledeće nedelje, rekao je predsednik u Beogradu.", "srp");
    check("Влада је саопштила да ће мере важити од следеће недеље.", "srp");
    check("Regeringen siger, at den ikke har fået nogen oplysninger om sagen.", "dan");
    check("Regjeringen sier at den ikke har fått noen opplysninger om saken.", "nob");
    check("Ríkisstjórnin segir að hún hafi ekki fengið neinar upplýsingar um málið.", "isl");
    check("Правительство заявило, что меры вступят в силу на следующей неделе.", "rus");
    check("Үкімет бұл шараларды келесі аптада бастайды деп хабарлады.", "kaz");
    check("政府表示，新规定将于下周生效。", "zho");
    check("政府は新しい規則が来週から施行されると発表した。", "jpn");
    check("정부는 새 규정이 다음 주부터 시행된다고 밝혔다.", "kor");
    check("أعلنت الحكومة أن القواعد الجديدة ستدخل حيز التنفيذ الأسبوع المقبل.", "ara");
    check("دولت اعلام کرد که قوانین جدید از هفته آینده اجرا می‌شود.", "fas");
    check("Serikali ilisema kwamba sheria mpya zitaanza kutumika wiki ijayo kwa watu wote.", "swa");
}

#[test]
fn malay_and_indonesian_are_told_apart() {
    let malay = [
        "Polis menahan tiga lelaki kerana disyaki terlibat dalam kes pecah rumah di sekitar bandar itu sejak bulan lalu.",
        "Perdana Menteri berkata, kerajaan akan memberi bantuan tunai kepada keluarga yang terjejas akibat banjir.",
        "Syarikat itu dijangka membuka kilang baharu di Johor menjelang akhir tahun depan.",
        "Beliau memberitahu pemberita bahawa siasatan masih berjalan dan semua pihak diminta bertenang.",
        "Harga minyak masak akan dikekalkan sehingga hujung tahun ini, kata menteri berkenaan semalam.",
        "Seorang pelajar universiti maut selepas motosikal yang ditunggangnya terbabas lalu melanggar tiang elektrik.",
        "Jabatan Meteorologi mengeluarkan amaran ribut petir bagi beberapa negeri di pantai timur.",
        "Mangsa dihantar ke hospital berdekatan untuk rawatan lanjut manakala suspek masih diburu.",
        "Penduduk kampung mengadu bekalan air terputus sejak tiga hari lalu tanpa sebarang notis.",
        "Pasukan bomba mengambil masa dua jam untuk memadamkan kebakaran di kedai perabot tersebut.",
        "Kami hanya mahu anak-anak dapat belajar dalam suasana yang selesa dan selamat.",
        "Mahkamah Tinggi hari ini menolak permohonan bekas pengarah itu untuk mendapatkan semula pasportnya.",
        "Ekonomi negara berkembang sebanyak 4.2 peratus pada suku ketiga berbanding tempoh sama tahun lalu.",
        "Pihak pengurusan memohon maaf atas kesulitan yang dialami oleh para penumpang kereta api.",
        "Ramai pengguna jalan raya terkandas kerana pokok tumbang menghalang laluan utama.",
        "Guru besar sekolah itu ialah seorang yang tegas tetapi penyayang.",
        "Dewan Rakyat meluluskan rang undang-undang itu dengan sokongan majoriti ahli parlimen.",
        "Pelancong asing kini boleh memohon visa secara dalam talian sahaja.",
        "Pasaran saham ditutup rendah semalam susulan kebimbangan mengenai kadar faedah.",
        "Dia kehilangan wang simpanan sebanyak RM50,000 selepas terpedaya dengan panggilan palsu.",
    ];
    let indonesian = [
        "Polisi menangkap tiga pria karena diduga terlibat dalam kasus pencurian rumah di sekitar kota itu sejak bulan lalu.",
        "Presiden mengatakan pemerintah akan memberikan bantuan tunai kepada keluarga yang terdampak banjir.",
        "Perusahaan itu akan membuka pabrik baru di Karawang menjelang akhir tahun depan.",
        "Ia mengatakan kepada wartawan bahwa penyelidikan masih berjalan dan semua pihak diminta tenang.",
        "Harga minyak goreng akan dipertahankan hingga akhir tahun ini, kata menteri tersebut kemarin.",
        "Seorang mahasiswa tewas setelah sepeda motor yang dikendarainya menabrak tiang listrik.",
        "Badan Meteorologi mengeluarkan peringatan dini hujan lebat di beberapa provinsi.",
        "Korban dibawa ke rumah sakit terdekat, sedangkan pelaku masih buron.",
        "Warga desa mengeluhkan pasokan air yang terputus sejak tiga hari lalu tanpa pemberitahuan.",
        "Petugas pemadam kebakaran membutuhkan waktu dua jam untuk memadamkan api di toko mebel tersebut.",
        "Kami hanya ingin anak-anak bisa belajar dalam suasana yang nyaman dan aman.",
        "Pengadilan Tinggi hari ini menolak permohonan mantan direktur itu.",
        "Beliau adalah guru yang sabar dan selalu hadir tepat waktu.",
        "Selain itu, harga pupuk juga naik sehingga petani merugi.",
        "Hal ini dikarenakan tidak adanya dana dari pusat.",
        "Menurut beliau, kerja sama antara kedua negara berjalan baik.",
        "Boleh saja kamu pergi, tapi jangan pulang terlalu malam.",
        "Dia lebih suka membaca daripada menonton televisi.",
        "Kerajaan Majapahit mencapai puncak kejayaannya pada abad ke-14.",
        "Saya tidak tahu apa yang terjadi di sini.",
    ];
    let right = |texts: &[&str], code| texts.iter().filter(|text| detect(text).code == code).count();
    assert!(right(&malay, "msa") >= 18, "Malay: {} of {}", right(&malay, "msa"), malay.len());
    assert_eq!(right(&indonesian, "ind"), indonesian.len());
    check(&malay.join(" "), "msa");
    check(&indonesian.join(" "), "ind");
    assert!(detect(&malay.join(" ")).reliable && detect(&indonesian.join(" ")).reliable);
}

#[test]
fn text_without_language_is_undetermined() {
    for text in [
        "",
        " \n\t ",
        "12 345,67 % — 2019",
        "😀😀😀 👍",
        "https://example.org/the/long/way?to=go&and=on",
        "a1b2c3d4e5f6 0xdeadbeef 9f86d081884c7d65",
        "@jack #news me@example.org",
        "foo_bar = {x: 1}; y <- f(x)",
        "Ada Lovelace, Grace Hopper, Alan Turing",
    ] {
        check(text, UNDETERMINED);
        assert!(!detect(text).reliable);
    }
}

#[test]
fn noise_is_never_taken_for_a_language_with_confidence() {
    for text in [
        "x y z a b c",
        "a1 = b2 ^ c3; d4 ~ e5 && f6",
        "let x = vec![1, 2]; println!(\"{x}\");",
        "<div class=\"a\"><p></p></div>",
        "192.168.0.1 - - [10/Oct/2000:13:55:36 -0700] \"GET /index.html HTTP/1.0\" 200",
        "CVE-2021-44228 CVE-2019-0708",
        "C:\\Windows\\System32\\drivers\\etc\\hosts",
        "/usr/local/lib/python3/site-packages",
        "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQ=",
        "+49 30 901820, +1 202 555 0114",
        "#breaking #news @user1 @user2",
        "52°31'N 13°24'E",
        "H2SO4 + NaOH",
        "NATO UNHCR IBM SAP",
        "Berlin, Paris, Jakarta, Lagos",
        "Maria Gonzalez; Kenji Tanaka; Olu Adeyemi",
        "IV. XII. MMXIX",
        "qwrtz pxkj zzvq",
        "€ 12,50 / $ 14.20",
        "ISBN 978-3-16-148410-0",
        "{\"id\": 7, \"ok\": true}",
    ] {
        let language = detect(text);
        let confident = language.code != UNDETERMINED && language.confidence >= 0.5;
        assert!(!confident && !language.reliable, "{text}: {} {}", language.code, language.confidence);
    }
}

#[test]
fn given_codes_are_taken_as_they_are() {
    let language = given("de-CH");
    assert_eq!((&*language.code, &*language.tag, &*language.name), ("deu", "de", "German"));
    assert_eq!(language.support, Support::Full);
    assert_eq!(given("pol").support, Support::Basic);
    assert_eq!(given("nonsense").code, UNDETERMINED);
    assert_eq!(given_for("ru", "Привет").script, "Cyrl");
}

#[test]
fn the_whole_text_is_read_not_its_beginning() {
    let text = "Subscribe to our newsletter for more of this.\n".repeat(20)
        + &"Das Unternehmen teilte am Dienstag mit, dass die Daten von Kunden verkauft worden sind.\n".repeat(200);
    check(&text, "deu");
}

#[test]
fn confidence_is_a_probability_and_alternatives_are_ranked() {
    for text in ["hotel", "Das ist ein Haus", "die", "la casa de papel", "x"] {
        let language = detect(text);
        let mut last = language.confidence;
        assert!((0.0..=1.0).contains(&last));
        for guess in &language.alternatives {
            assert!(guess.confidence <= last || language.code == UNDETERMINED, "{text}");
            last = guess.confidence.min(last);
            assert_ne!(guess.code, language.code);
        }
    }
}
