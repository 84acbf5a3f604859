//! Dates, clock times, lengths and sets: a battery of our own. `time_specs.rs` measures a specification corpus.

#![cfg(not(target_arch = "wasm32"))]

#[path = "common/times.rs"]
mod common;

use article_analyser::lexicon::{Lexicon, Reading};
use article_analyser::text::tokens;
use article_analyser::values::times;
use common::check;

#[test]
fn english() {
    check(
        "eng",
        "",
        "
        on November 5, 2019 he left | November 5, 2019 = date 2019-11-05
        on Nov. 5 he left | Nov. 5 = date XXXX-11-05
        the 5th of November 2019 | 5th of November 2019 = date 2019-11-05
        on 5 November 2019 at 14:30 GMT | 5 November 2019 = date 2019-11-05 | at 14:30 GMT = time 2019-11-05T14:30Z
        on 11/05/2019 | 11/05/2019 = date 2019-11-05
        on 31/05/2019 | 31/05/2019 = date 2019-05-31
        the 2019-11-05 release | 2019-11-05 = date 2019-11-05
        at 2019-11-05T14:30:00Z it | 2019-11-05 = date 2019-11-05 | 14:30:00Z = time 2019-11-05T14:30:00Z
        in August 2019 | August 2019 = date 2019-08
        in early August | early August = date XXXX-08
        late 2019 saw | late 2019 = date 2019
        it rains in May | May = date XXXX-05
        it may rain, she may march
        the 1990s were | 1990s = date 199
        in the 19th century | 19th century = date 18
        third quarter of 2020 | third quarter of 2020 = date 2020-Q3
        Q3 2020 was | Q3 2020 = date 2020-Q3
        in 2014 it was | 2014 = date 2014
        from 2014 to 2018 | 2014 = date 2014 | 2018 = date 2018
        the 2014–2018 war | 2014–2018 = date 2014/2018
        the 2019/20 season | 2019/20 = date 2019/2020
        in 44 BC he died | 44 BC = date BC0044
        2014 people came for 2000 dollars | 2014 = date 2014
        more than 2000 people
        summer 2019 was hot | summer 2019 = date 2019-SU
        jailed for eight years | eight years = duration P8Y
        a 19-year-old man | 19-year = duration P19Y
        2 hours 30 minutes later | 2 hours 30 minutes = duration PT2H30M
        half an hour | half an hour = duration PT30M
        two and a half years | two and a half years = duration P2.5Y
        every day and every two weeks | every day = set P1D | every two weeks = set P2W
        every Monday at 8 p.m. | every Monday = set XXXX-WXX-1 | at 8 p.m. = time T20:00
        yesterday it | yesterday = date XXXX-XX-XX
        at 8:30 p.m. | at 8:30 p.m. = time T20:30
        a 3:1 win and a 20:15 ratio
        ",
    );
    check(
        "eng",
        "2019-11-06",
        "
        yesterday it | yesterday = date 2019-11-05
        on Monday it | Monday = date 2019-11-04
        last Tuesday | last Tuesday = date 2019-11-05
        next Friday | next Friday = date 2019-11-08
        two weeks ago | two weeks ago = date 2019-10-23
        three years ago | three years ago = date 2016
        last year and next month | last year = date 2018 | next month = date 2019-12
        last week | last week = date 2019-W44
        on 5 October | 5 October = date 2019-10-05
        on 5 February | 5 February = date 2019-02-05
        on 5 January | 5 January = date 2020-01-05
        in December | December = date 2019-12
        in January | January = date 2020-01
        the past two years | the past two years = duration P2Y
        on Monday morning | Monday = date 2019-11-04 | morning = time 2019-11-04TMO
        on Tuesday, Nov. 5, at 9 a.m. | Tuesday, Nov. 5 = date 2019-11-05 | at 9 a.m. = time 2019-11-05T09:00
        last quarter | last quarter = date 2019-Q3
        ",
    );
}

#[test]
fn german() {
    check(
        "deu",
        "",
        "
        am 5. November 2019 war | 5. November 2019 = date 2019-11-05
        am 05.11.2019 war | 05.11.2019 = date 2019-11-05
        vom 5. bis 7. November 2019 | 5. bis 7. November 2019 = date 2019-11-05/2019-11-07
        Anfang August war | Anfang August = date XXXX-08
        Ende Oktober 2019 | Ende Oktober 2019 = date 2019-10
        im 19. Jahrhundert | 19. Jahrhundert = date 18
        in den 1990er Jahren | 1990er Jahren = date 199
        im dritten Quartal 2020 | dritten Quartal 2020 = date 2020-Q3
        um 14.30 Uhr | um 14.30 Uhr = time T14:30
        gegen 8 Uhr 15 | gegen 8 Uhr 15 = time T08:15
        In England gab es 2014 einen Fall | 2014 = date 2014
        eine Haftstrafe von 8 Jahren | 8 Jahren = duration P8Y
        seit anderthalb Jahren | anderthalb Jahren = duration P1.5Y
        eine halbe Stunde | eine halbe Stunde = duration PT30M
        jährlich und alle zwei Wochen | jährlich = set P1Y | alle zwei Wochen = set P2W
        in 1500 Fällen, rund 2000 Leute
        ",
    );
    check(
        "deu",
        "2019-11-06",
        "
        vor zwei Wochen | vor zwei Wochen = date 2019-10-23
        gestern Abend | gestern = date 2019-11-05 | Abend = time 2019-11-05TEV
        am Montag | Montag = date 2019-11-04
        letzten Dienstag | letzten Dienstag = date 2019-11-05
        im nächsten Jahr | nächsten Jahr = date 2020
        vergangene Woche | vergangene Woche = date 2019-W44
        am Montag, den 4. November, gegen 8 Uhr | Montag, den 4. November = date 2019-11-04 | gegen 8 Uhr = time 2019-11-04T08:00
        am 12.03. wird | 12.03. = date 2019-03-12
        die vergangenen zwei Jahre | die vergangenen zwei Jahre = duration P2Y
        ",
    );
}

#[test]
fn the_other_languages() {
    check(
        "fra",
        "2019-11-06",
        "
        le 5 novembre 2019 | 5 novembre 2019 = date 2019-11-05
        le 1er mai | 1er mai = date 2019-05-01
        il y a deux ans | il y a deux ans = date 2017
        la semaine dernière | semaine dernière = date 2019-W44
        au XIXe siècle | XIXe siècle = date 18
        dans les années 1990 | les années 1990 = date 199
        à 14h30 | à 14h30 = time T14:30
        chaque année | chaque année = set P1Y
        ",
    );
    check(
        "spa",
        "2019-11-06",
        "
        el 5 de noviembre de 2019 | 5 de noviembre de 2019 = date 2019-11-05
        hace dos semanas | hace dos semanas = date 2019-10-23
        el martes pasado | martes pasado = date 2019-11-05
        en el siglo XIX | siglo XIX = date 18
        a finales de octubre | a finales de octubre = date 2019-10
        ",
    );
    check(
        "por",
        "2019-11-06",
        "
        em 5 de novembro de 2019 | 5 de novembro de 2019 = date 2019-11-05
        há dois anos | há dois anos = date 2017
        na segunda-feira | segunda-feira = date 2019-11-04
        às 14h30 | às 14h30 = time T14:30
        ",
    );
    check(
        "ita",
        "2019-11-06",
        "
        il 5 novembre 2019 | 5 novembre 2019 = date 2019-11-05
        due settimane fa | due settimane fa = date 2019-10-23
        il mese scorso | mese scorso = date 2019-10
        negli anni Novanta, nel 1990 | negli anni Novanta = date 199 | 1990 = date 1990
        ",
    );
    check(
        "nld",
        "2019-11-06",
        "
        op 5 november 2019 | 5 november 2019 = date 2019-11-05
        twee weken geleden | twee weken geleden = date 2019-10-23
        vorige week | vorige week = date 2019-W44
        om 14.30 uur | om 14.30 uur = time T14:30
        in de 19e eeuw | 19e eeuw = date 18
        ",
    );
}

#[test]
fn languages_without_a_file_have_numbers_and_marks() {
    check(
        "jpn",
        "2025-01-24",
        "
        19時05分に | 19時05 = time T19:05
        2025年1月23日 19時05分 | 2025年1月23日 = date 2025-01-23 | 19時05 = time 2025-01-23T19:05
        事故は2023年に257件 | 2023年 = date 2023
        1月23日 | 1月23日 = date 2025-01-23
        ",
    );
    let text =
        "Wczoraj, 5 listopada 2019 r., we wtorek | 5 listopada 2019 = date 2019-11-05 | wtorek = date XXXX-WXX-2";
    check("pol", "", text);
    check("rus", "", "Во вторник, 5 ноября 2019 года | вторник, 5 ноября 2019 = date 2019-11-05");
    check(
        "swe",
        "",
        "den 5 november 2019 och i augusti 2020 | 5 november 2019 = date 2019-11-05 | augusti 2020 = date 2020-08",
    );
    check("tur", "", "5 Kasım 2019 Salı günü | 5 Kasım 2019 = date 2019-11-05 | Salı = date XXXX-WXX-2");
    check("ces", "", "dne 5. listopadu 2019 | 5. listopadu 2019 = date 2019-11-05");
    check("fin", "", "5. marraskuuta 2019 | 5. marraskuuta 2019 = date 2019-11-05");
    check("cat", "", "el 5 de novembre de 2019 | 5 de novembre de 2019 = date 2019-11-05");
    check("ukr", "", "5 листопада 2019 року | 5 листопада 2019 = date 2019-11-05");
    check("msa", "", "pada 5 November 2019 | 5 November 2019 = date 2019-11-05");
    check("vie", "", "ngày 5 tháng 11 năm 2019 | 5 tháng 11 năm 2019 = date 2019-11-05");
    check("hun", "", "2019. november 5-én | 2019. november 5 = date 2019-11-05");
    check("ara", "", "في 5 نوفمبر 2019 | 5 نوفمبر 2019 = date 2019-11-05");
    check("hin", "", "5 नवंबर 2019 को | 5 नवंबर 2019 = date 2019-11-05");
    check("pol", "", "Opublikowano: 11.09.2024 08:15 | 11.09.2024 = date 2024-09-11 | 08:15 = time 2024-09-11T08:15");
}

#[test]
fn dates_of_the_narrative_complete_each_other() {
    let text = "Ende Juni begann es. Am 5. November 2019 war es vorbei. Anfang August kam der Bericht, gestern nicht.";
    check(
        "deu",
        "",
        &format!(
            "{text} | Ende Juni = date 2019-06 | 5. November 2019 = date 2019-11-05 | Anfang August = date 2019-08 \
             | gestern = date XXXX-XX-XX"
        ),
    );
}

#[test]
fn a_byline_states_the_day_of_publication() {
    let published = |language: &str, text: &str| {
        let lexicon = Lexicon::of(language);
        let tokens = tokens::tokenise(text);
        let all = 0..tokens.len();
        let reading = Reading::new(text, tokens, [(all.clone(), lexicon)]);
        times::publication(&reading, all, lexicon).map(|d| d.to_string()).unwrap_or_default()
    };
    assert_eq!(published("ind", "By | November 6, 2019"), "2019-11-06");
    assert_eq!(published("ind", "Oleh Redaksi | 6 November 2019, 14.30 WIB"), "2019-11-06");
    assert_eq!(published("eng", "By Jane Roe | November 6, 2019"), "2019-11-06");
    assert_eq!(published("deu", "Von Max Muster, 06.11.2019, 14:30 Uhr"), "2019-11-06");
    assert_eq!(published("eng", "Published in November 2019"), "");
    assert_eq!(published("jpn", "2019-11-06"), "2019-11-06");
}

/// What is told from a date of the narrative, in each language that is known in full.
#[test]
fn the_narrative_goes_on_from_its_own_dates() {
    check(
        "eng",
        "2019-11-06",
        "
        It sank on March 3, 2017. Two weeks later it was raised | March 3, 2017 = date 2017-03-03 | Two weeks later = date 2017-03-17
        He left on March 3, 2017, and returned the next day | March 3, 2017 = date 2017-03-03 | the next day = date 2017-03-04
        Sales fell in 2012. The same year it closed | 2012 = date 2012 | The same year = date 2012
        It opened on 9 May 2016; the day before, he died | 9 May 2016 = date 2016-05-09 | the day before = date 2016-05-08
        Built in 1998 and sold ten years later | 1998 = date 1998 | ten years later = date 2008
        In June 2015 he won, three months earlier he lost | June 2015 = date 2015-06 | three months earlier = date 2015-03
        It rose from a year earlier | a year earlier = date 2018
        Two weeks later he came | Two weeks = duration P2W
        It began on 9 May 2016 and two hours later it ended | 9 May 2016 = date 2016-05-09 | two hours = duration PT2H
        ",
    );
    check(
        "deu",
        "2019-11-06",
        "
        Am 3. März 2017 sank sie. Zwei Wochen später war sie gehoben | 3. März 2017 = date 2017-03-03 | Zwei Wochen später = date 2017-03-17
        Er kam am 3. März 2017 und ging am nächsten Tag | 3. März 2017 = date 2017-03-03 | nächsten Tag = date 2017-03-04
        Im Jahr 2012 fiel der Umsatz, im selben Jahr schloss sie | 2012 = date 2012 | selben Jahr = date 2012
        Im Jahr 2012 stieg er gegenüber dem Vorjahr | 2012 = date 2012 | Vorjahr = date 2011
        Am 9. Mai 2016 eröffnet; drei Tage zuvor starb er | 9. Mai 2016 = date 2016-05-09 | drei Tage zuvor = date 2016-05-06
        ",
    );
    check(
        "ind",
        "2019-11-06",
        "
        Pada 3 Maret 2017 kapal itu tenggelam. Dua minggu kemudian diangkat | 3 Maret 2017 = date 2017-03-03 | Dua minggu kemudian = date 2017-03-17
        Ia datang pada 3 Maret 2017. Keesokan harinya ia pergi | 3 Maret 2017 = date 2017-03-03 | Keesokan harinya = date 2017-03-04
        Penjualan turun pada 2012. Pada tahun yang sama ditutup | 2012 = date 2012 | tahun yang sama = date 2012
        Dibuka pada 9 Mei 2016, tiga hari sebelumnya ia wafat | 9 Mei 2016 = date 2016-05-09 | tiga hari sebelumnya = date 2016-05-06
        ",
    );
    check(
        "spa",
        "",
        "
        El 3 de marzo de 2017 se hundió; dos semanas después volvió | 3 de marzo de 2017 = date 2017-03-03 | dos semanas después = date 2017-03-17
        Murió en 1998, dos años después de la guerra | 1998 = date 1998 | dos años = duration P2Y
        Llegó el 3 de marzo de 2017 y al día siguiente se fue | 3 de marzo de 2017 = date 2017-03-03 | al día siguiente = date 2017-03-04
        ",
    );
    check(
        "fra",
        "",
        "
        Le 3 mars 2017 il coule, deux semaines plus tard il flotte | 3 mars 2017 = date 2017-03-03 | deux semaines plus tard = date 2017-03-17
        Né en 2012, mort la même année | 2012 = date 2012 | la même année = date 2012
        Arrivé le 3 mars 2017, parti le lendemain | 3 mars 2017 = date 2017-03-03 | le lendemain = date 2017-03-04
        ",
    );
    check(
        "por",
        "",
        "Em 3 de março de 2017 caiu; dois anos depois voltou | 3 de março de 2017 = date 2017-03-03 | dois anos depois = date 2019",
    );
    check(
        "ita",
        "",
        "Il 3 marzo 2017 affondò, due anni dopo tornò | 3 marzo 2017 = date 2017-03-03 | due anni dopo = date 2019",
    );
    check(
        "nld",
        "",
        "Op 3 maart 2017 zonk het, twee weken later dreef het | 3 maart 2017 = date 2017-03-03 | twee weken later = date 2017-03-17",
    );
}
