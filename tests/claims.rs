//! What one sentence claims: how many claims it holds, whom they speak of, what is missing for checking them.
//!
//! Every sentence was written for this file.

#![cfg(not(target_arch = "wasm32"))]

use article_analyser::report::{Missing, NoteKind, Report};
use article_analyser::{Options, analyse};

fn report(language: &str, text: &str) -> Report {
    let language = Some(language.to_string());
    analyse(text, &Options { language, ..Options::default() })
}

/// The claims of each text must be the given ones, word for word.
fn check(language: &str, cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let report = report(language, text);
        let claims: Vec<&str> = report.claims.iter().map(|c| &text[c.span.start..c.span.end]).collect();
        if claims != *expected {
            wrong.push(format!("{text}\n  expected {expected:#?}\n  found    {claims:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases differ\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn main_clauses_with_a_subject_and_a_verb_each_are_claims_of_their_own() {
    check(
        "eng",
        &[
            (
                "Exports rose by 12 percent in May, and the number of jobless people fell to 300,000.",
                &["Exports rose by 12 percent in May", "the number of jobless people fell to 300,000."],
            ),
            (
                "The dam was built in 1962; the second reservoir was added in 1985.",
                &["The dam was built in 1962", "the second reservoir was added in 1985."],
            ),
            (
                "The fire killed four people, but the factory was rebuilt in 2011.",
                &["The fire killed four people", "the factory was rebuilt in 2011."],
            ),
        ],
    );
    check(
        "deu",
        &[
            (
                "Die Ausfuhren stiegen im Mai um 12 Prozent, und die Zahl der Arbeitslosen sank auf 300.000.",
                &["Die Ausfuhren stiegen im Mai um 12 Prozent", "die Zahl der Arbeitslosen sank auf 300.000."],
            ),
            (
                "Der Damm wurde 1962 gebaut; das zweite Becken wurde 1985 eröffnet.",
                &["Der Damm wurde 1962 gebaut", "das zweite Becken wurde 1985 eröffnet."],
            ),
        ],
    );
}

#[test]
fn a_sentence_stays_whole_where_its_parts_hang_together() {
    let whole = [
        "The minister and the president met in Lyon on 5 May 2019.",
        "The bank sold 40 branches and closed 12 offices in 2019.",
        "Police said that 12 people were injured, and the road was closed in 2019.",
        "The man who was shot in 2012 and the woman who was hurt in 2013 were cousins.",
        "Exports rose by 12 percent, and that was that.",
        "\u{201C}Exports rose by 12 percent in May, and the jobless rate fell to 3 percent,\u{201D} he said.",
    ];
    for text in whole {
        let claims = report("eng", text).claims;
        assert_eq!(claims.len(), 1, "{text}: {claims:#?}");
    }
    let whole = [
        "Der Minister und der Präsident trafen sich am 5. Mai 2019 in Lyon.",
        "Die Polizei teilte mit, dass 12 Menschen verletzt wurden und die Straße 2019 gesperrt wurde.",
    ];
    for text in whole {
        let claims = report("deu", text).claims;
        assert_eq!(claims.len(), 1, "{text}: {claims:#?}");
    }
}

/// The names that the claims' first words stand for, in order; `-` where a claim begins with its subject, `?` where
/// who is meant cannot be told.
fn antecedents(language: &str, text: &str) -> Vec<String> {
    let report = report(language, text);
    let told = |claim: &article_analyser::report::Claim| match claim.antecedent {
        Some(antecedent) => report.entities[antecedent.entity].name.clone(),
        None if claim.missing.contains(&Missing::Who) => "?".to_string(),
        None => "-".to_string(),
    };
    report.claims.iter().map(told).collect()
}

#[test]
fn a_claim_tells_whom_its_pronoun_stands_for_or_that_it_cannot() {
    let text = "Maria Keller opened the clinic in 2012. She treated 400 patients in the first year.";
    assert_eq!(antecedents("eng", text), ["-", "Maria Keller"]);
    let text = "Peter Novak met Anna Weiss in Oslo in 2012. He gave her 400 euros.";
    assert_eq!(antecedents("eng", text), ["-", "Peter Novak"]);
    assert_eq!(antecedents("eng", "He treated 400 patients in 2012."), ["?"]);
    let text = "Peter Novak gründete den Verein 2012. Er zählte bald 400 Mitglieder.";
    assert_eq!(antecedents("deu", text), ["-", "Peter Novak"]);
    assert_eq!(antecedents("deu", "Er zählte 2012 bereits 400 Mitglieder."), ["?"]);
    let text = "Budi Santoso mendirikan klinik itu pada 2012. Ia merawat 400 pasien pada tahun pertama.";
    assert_eq!(antecedents("ind", text), ["-", "Budi Santoso"]);
}

#[test]
fn a_claim_begins_after_the_bullet_or_number_of_its_item() {
    let begins = |language: &str, text: &str, expected: &[&str]| {
        let report = report(language, text);
        let claims: Vec<&str> = report.claims.iter().map(|c| &text[c.span.start..c.span.end]).collect();
        assert_eq!(claims, expected, "{text}");
    };
    let text = "The council decided three things on Monday evening after a long debate:\n\n• The bridge will be closed in May 2020.\n• Two new buses were bought for 400,000 euros.\n";
    begins(
        "eng",
        text,
        &[
            "The council decided three things on Monday evening after a long debate:",
            "The bridge will be closed in May 2020.",
            "Two new buses were bought for 400,000 euros.",
        ],
    );
    let text = "Der Rat beschloss am Montagabend nach langer Debatte zwei Dinge:\n\n1. Die Brücke wird im Mai 2020 gesperrt.\n2. Zwei neue Busse wurden für 400.000 Euro gekauft.\n";
    begins(
        "deu",
        text,
        &[
            "Der Rat beschloss am Montagabend nach langer Debatte zwei Dinge:",
            "Die Brücke wird im Mai 2020 gesperrt.",
            "Zwei neue Busse wurden für 400.000 Euro gekauft.",
        ],
    );
    let text = "Dewan kota memutuskan dua hal pada Senin malam setelah debat yang panjang:\n\n- Jembatan itu ditutup pada Mei 2020.\n- Dua bus baru dibeli seharga Rp4 miliar.\n";
    begins(
        "ind",
        text,
        &[
            "Dewan kota memutuskan dua hal pada Senin malam setelah debat yang panjang:",
            "Jembatan itu ditutup pada Mei 2020.",
            "Dua bus baru dibeli seharga Rp4 miliar.",
        ],
    );
    // A sum that stands first is no number of an item.
    begins("eng", "400 houses were flooded in Lyon in May 2018.", &["400 houses were flooded in Lyon in May 2018."]);
}

#[test]
fn a_share_without_its_whole_misses_its_base() {
    let misses = |language: &str, text: &str| {
        report(language, text).claims.iter().any(|claim| claim.missing.contains(&Missing::Base))
    };
    let bare = [
        ("eng", "It was 40 percent in Lyon in 2019."),
        ("deu", "In Lyon waren es 2019 rund 40 Prozent."),
        ("ind", "Di Lyon pada 2019 tercatat 40 persen."),
    ];
    let whole = [
        ("eng", "In Lyon 40 percent of the voters stayed at home in 2019."),
        ("eng", "The jobless rate was 4 percent in 2019."),
        ("eng", "Sales rose by 4 percent in 2019."),
        ("deu", "In Lyon blieben 2019 rund 40 Prozent der Wähler zu Hause."),
        ("deu", "Die Arbeitslosenquote lag 2019 bei 4 Prozent."),
        ("deu", "Der Umsatz stieg 2019 um 4 Prozent."),
        ("ind", "Di Lyon 40 persen dari pemilih tinggal di rumah pada 2019."),
        ("ind", "Penjualan naik 4 persen pada 2019."),
    ];
    let wrong: Vec<_> =
        bare.iter().filter(|(l, t)| !misses(l, t)).chain(whole.iter().filter(|(l, t)| misses(l, t))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn an_estimate_without_a_source_is_noted_where_sources_are_the_habit() {
    let noted = |language: &str, text: &str| -> Vec<String> {
        let notes = report(language, text).notes;
        let of = |n: &&article_analyser::report::Note| n.kind == NoteKind::UnattributedFigure;
        notes.iter().filter(of).map(|n| text[n.spans[0].start..n.spans[0].end].to_string()).collect()
    };
    let sourced = "About 300 people fled the village in May, the mayor said. More than 40 houses burned down in June, \
                   according to the police. Nearly 70 percent of the fields were flooded, the ministry said.\n\n";
    let bare = "Rain fell for days over the valley. More than 900 cattle died in the floods of July.";
    assert_eq!(noted("eng", &format!("{sourced}{bare}")), ["More than 900"]);
    assert_eq!(noted("eng", sourced), [""; 0], "all have a source");
    assert_eq!(noted("eng", bare), [""; 0], "sources are no habit of this text");
    let plain = "Rain fell for days over the valley. The council met on 4 July and 9 members voted for the plan.";
    assert_eq!(noted("eng", &format!("{sourced}{plain}")), [""; 0], "a plain count needs none");
}

#[test]
fn the_same_count_with_two_values_is_noted_and_nothing_else() {
    let noted = |language: &str, text: &str| -> Vec<String> {
        let notes = report(language, text).notes;
        let of = |n: &&article_analyser::report::Note| n.kind == NoteKind::ConflictingFigures;
        notes.iter().filter(of).filter_map(|n| n.detail.clone()).collect()
    };
    let told = [
        (
            "eng",
            "A ferry sank near Ambon on Monday and 12 people were killed. Rain fell all night. \
                 The mayor said that 19 people were killed.",
        ),
        (
            "deu",
            "Bei dem Brand in Lyon wurden 12 Menschen getötet. Der Regen hielt an. Laut Polizei wurden 19 Menschen \
                 getötet.",
        ),
        (
            "ind",
            "Sebanyak 12 orang tewas dalam kebakaran di Medan. Hujan turun semalaman. Polisi mengatakan 19 orang tewas.",
        ),
    ];
    for (language, text) in told {
        assert_eq!(noted(language, text), ["12 ≠ 19"], "{text}");
    }
    let sound = [
        ("eng", "In Lyon 12 people were killed on Monday. In Nice 19 people were killed."),
        ("eng", "On Monday 12 people were killed in Lyon. On Friday 19 people were killed."),
        ("eng", "In Lyon 12 people were killed. Another 19 people were killed at sea."),
        ("eng", "In Lyon 19 people were killed. Of them, 12 people were killed by smoke."),
        ("eng", "At least 12 people were killed in Lyon. Later the mayor said 19 people were killed."),
        ("eng", "In Lyon 12 people were killed. In all, 19 people were injured."),
        ("eng", "In Lyon 12 people were killed. Police said that 12 people were killed."),
        ("deu", "In Lyon wurden 12 Menschen getötet. Weitere 19 Menschen wurden auf See getötet."),
        ("deu", "In Lyon wurden 2018 12 Menschen getötet. In Lyon wurden 2019 19 Menschen getötet."),
        ("ind", "Sebanyak 12 orang tewas di Medan. Di Padang, 19 orang tewas."),
    ];
    for (language, text) in sound {
        assert_eq!(noted(language, text), [""; 0], "{text}");
    }
}
