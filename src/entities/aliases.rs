//! Mentions to entities: surname to full name, acronym to expansion, variants to the usual spelling.
//!
//! Enters: mentions with their kinds. Leaves: [`Entity`]s by first mention, each with its name, its variants and
//! its salience; a mention that was joined to a differing name has the ground for it in its reason. Which names
//! are joined is decided in `links.rs`.

use super::forms::{self, Form, by_frequency};
use super::joined::Joined;
use super::links;
use super::{Found, salience};
use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::report::{Entity, Mention};
use crate::text::order::{self, pair};
use rustc_hash::FxHashMap;

/// Joins mentions that name the same.
pub fn join(document: &Document, names: Vec<Found>, contacts: Vec<Found>) -> Vec<Entity> {
    let mut found: Vec<Found> = names.into_iter().chain(contacts).collect();
    order::by_key(&mut found, |f| pair(f.span.start, f.span.end));
    let text = document.text();
    let surfaces: Vec<String> = found.iter().map(|f| single_spaced(f.span.of(text))).collect();
    let (forms, form_of) = forms::of(&found, &surfaces);
    let joined = links::join(text, Lexicon::of(&document.language.code), &found, &forms, &form_of);
    let mut groups: FxHashMap<usize, usize> = FxHashMap::default();
    let mut entities: Vec<Vec<usize>> = Vec::new();
    for mention in 0..found.len() {
        let index = *groups.entry(joined.group(mention, &form_of)).or_insert_with(|| {
            entities.push(Vec::new());
            entities.len() - 1
        });
        entities[index].push(mention);
    }
    let build = |(id, mentions): (usize, &Vec<usize>)| {
        entity(
            document,
            id,
            mentions,
            &Material { found: &found, surfaces: &surfaces, forms: &forms, form_of: &form_of, joined: &joined },
        )
    };
    entities.iter().enumerate().map(build).collect()
}

/// All there is to build an entity from.
struct Material<'m> {
    found: &'m [Found],
    surfaces: &'m [String],
    forms: &'m [Form],
    form_of: &'m [usize],
    joined: &'m Joined,
}

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn entity(document: &Document, id: usize, mentions: &[usize], material: &Material) -> Entity {
    let Material { found, surfaces, forms, form_of, joined } = material;
    let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
    mentions.iter().for_each(|m| *counts.entry(form_of[*m]).or_default() += 1);
    let mut own: Vec<(usize, usize)> = counts.into_iter().collect();
    own.sort_unstable();
    // The fullest name; of equally full ones the one that others were joined to, then the most frequent.
    let best = own.iter().max_by_key(|(form, count)| {
        let f = &forms[*form];
        let shouted = f.surface.chars().all(|c| !c.is_lowercase()) && f.words.len() > 1;
        let varies = joined.is_variant(*form);
        (!varies, !shouted, !f.surface.contains(['[', '(']), f.words.len(), *count, std::cmp::Reverse(*form))
    });
    let named = best.map_or(form_of[mentions[0]], |(form, _)| *form);
    let variants = by_frequency(mentions.iter().map(|m| surfaces[*m].as_str())).into_iter().map(str::to_string);
    let mention = |index: &usize| {
        let f = &found[*index];
        let reason = match joined.ground(*index, form_of[*index]).filter(|_| form_of[*index] != named) {
            Some(ground) if !f.reason.contains(ground) => format!("{}; {ground}", f.reason),
            _ => f.reason.clone(),
        };
        Mention { span: f.span, confidence: f.confidence, reason }
    };
    let mentions: Vec<Mention> = mentions.iter().map(mention).collect();
    let salience = salience::of(document, &mentions);
    let form = &forms[named];
    Entity { id, kind: form.kind, name: form.surface.clone(), salience, variants: variants.collect(), mentions }
}

#[cfg(test)]
mod tests {
    use crate::document::Document;
    use crate::entities::{Found, aliases};
    use crate::report::EntityKind;
    use crate::text::Span;

    /// `text` marks each mention as `[PER:Graham Cluley]`; `expected` lists name, mentions and variants by entity.
    fn check(language: &str, text: &str, expected: &[(&str, usize, &[&str])]) {
        let (mut plain, mut found) = (String::new(), Vec::new());
        for piece in text.split_inclusive(']') {
            let Some((before, marked)) = piece.split_once('[') else {
                plain += piece;
                continue;
            };
            plain += before;
            let (kind, name) = marked.trim_end_matches(']').split_once(':').expect("a kind");
            let kind = [EntityKind::Per, EntityKind::Org, EntityKind::Loc]
                [["PER", "ORG", "LOC"].iter().position(|k| *k == kind).expect("PER, ORG or LOC")];
            let span = Span::new(plain.len(), plain.len() + name.len());
            found.push(Found { span, kind, confidence: 0.5, reason: "test".into() });
            plain += name;
        }
        let document = Document::read(&plain, Some(language));
        let entities = aliases::join(&document, found, Vec::new());
        let shown: Vec<(&str, usize, Vec<&str>)> = entities
            .iter()
            .map(|e| (e.name.as_str(), e.mentions.len(), e.variants.iter().map(String::as_str).collect()))
            .collect();
        let expected: Vec<(&str, usize, Vec<&str>)> = expected.iter().map(|(n, c, v)| (*n, *c, v.to_vec())).collect();
        assert_eq!(shown, expected, "{plain}");
        assert!(entities.iter().enumerate().all(|(index, e)| e.id == index && (0.0..=1.0).contains(&e.salience)));
    }

    #[test]
    fn a_respelled_word_goes_to_the_name_that_is_named_often() {
        check(
            "ind",
            "[PER:Mikro] kata. [ORG:Trend Micro] dan [ORG:Trend Micro] dan [ORG:Trend Micro]",
            &[("Trend Micro", 4, &["Trend Micro", "Mikro"])],
        );
        check(
            "ind",
            "[PER:Mikro] kata. [ORG:Trend Micro] pergi.",
            &[("Mikro", 1, &["Mikro"]), ("Trend Micro", 1, &["Trend Micro"])],
        );
    }

    #[test]
    fn surnames_and_given_names_go_to_the_one_who_has_them() {
        let cluley = ["Cluley", "Graham Cluley"];
        check(
            "eng",
            "[PER:Graham Cluley] spoke. [PER:Cluley] left. [PER:Cluley] rang.",
            &[("Graham Cluley", 3, &cluley)],
        );
        check(
            "eng",
            "[PER:Jane Roe] and [PER:Jane] and [PER:Doe]",
            &[("Jane Roe", 2, &["Jane Roe", "Jane"]), ("Doe", 1, &["Doe"])],
        );
        check(
            "nld",
            "[PER:Alexander Van der Bellen] zei. [PER:Van der Bellen]",
            &[("Alexander Van der Bellen", 2, &["Alexander Van der Bellen", "Van der Bellen"])],
        );
        check(
            "eng",
            "[PER:George W. Bush], [PER:George Bush]",
            &[("George W. Bush", 2, &["George W. Bush", "George Bush"])],
        );
    }

    #[test]
    fn two_people_with_one_surname_stay_two() {
        let text = "[PER:John Smith] met [PER:Mary Smith]. [PER:Smith] left. [PER:John Smith] came. [PER:Smith] spoke.";
        check("eng", text, &[("John Smith", 3, &["John Smith", "Smith"]), ("Mary Smith", 2, &["Mary Smith", "Smith"])]);
    }

    #[test]
    fn acronyms_go_to_what_they_stand_for() {
        check(
            "ind",
            "[ORG:Perserikatan Bangsa-Bangsa] ... [ORG:PBB]",
            &[("Perserikatan Bangsa-Bangsa", 2, &["Perserikatan Bangsa-Bangsa", "PBB"])],
        );
        check(
            "eng",
            "The [LOC:U.S.] or [LOC:United States], not the [ORG:UN]",
            &[("United States", 2, &["U.S.", "United States"]), ("UN", 1, &["UN"])],
        );
        check(
            "ind",
            "[ORG:Badan Meteorologi dan Geofisika] ([ORG:BMG])",
            &[("Badan Meteorologi dan Geofisika", 2, &["Badan Meteorologi dan Geofisika", "BMG"])],
        );
        check(
            "eng",
            "[ORG:Bank of England] ([ORG:FBI])",
            &[("Bank of England", 1, &["Bank of England"]), ("FBI", 1, &["FBI"])],
        );
    }

    #[test]
    fn word_order_endings_and_slips_are_variants() {
        let text = "[ORG:Trend Micro], [ORG:Micro Trend], [ORG:Trends Micro], [ORG:Trend Micro]";
        check("deu", text, &[("Trend Micro", 4, &["Trend Micro", "Micro Trend", "Trends Micro"])]);
        let text = "[ORG:Morrison] [ORG:Morrison] [ORG:Morrisson] [ORG:Morrisons]";
        check("eng", text, &[("Morrison", 4, &["Morrison", "Morrisson", "Morrisons"])]);
        check("deu", "[LOC:Deutschland] [LOC:Deutschlands]", &[("Deutschland", 2, &["Deutschland", "Deutschlands"])]);
        check("eng", "[PER:William] [PER:Williams]", &[("William", 1, &["William"]), ("Williams", 1, &["Williams"])]);
        check(
            "eng",
            "[PER:Maria Gomez] [PER:Mario Gomez]",
            &[("Maria Gomez", 1, &["Maria Gomez"]), ("Mario Gomez", 1, &["Mario Gomez"])],
        );
    }

    #[test]
    fn what_only_says_that_it_is_an_organisation_may_be_left_out() {
        check("deu", "[ORG:Siemens AG] und [ORG:Siemens]", &[("Siemens AG", 2, &["Siemens AG", "Siemens"])]);
        check("ind", "[ORG:PT Lapindo] dan [ORG:Lapindo]", &[("PT Lapindo", 2, &["PT Lapindo", "Lapindo"])]);
        check(
            "eng",
            "[ORG:Toyota Motor] [ORG:Toyota Boshoku] [ORG:Toyota]",
            &[
                ("Toyota Motor", 1, &["Toyota Motor"]),
                ("Toyota Boshoku", 1, &["Toyota Boshoku"]),
                ("Toyota", 1, &["Toyota"]),
            ],
        );
    }

    #[test]
    fn kinds_are_kept_apart_and_white_space_is_single() {
        check(
            "eng",
            "[PER:Jordan] in [LOC:Jordan], [LOC:New\n York] [LOC:New York]",
            &[("Jordan", 1, &["Jordan"]), ("Jordan", 1, &["Jordan"]), ("New York", 2, &["New York"])],
        );
    }
}
