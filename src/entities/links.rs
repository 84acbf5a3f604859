//! Which names name the same, and on what ground.
//!
//! Enters: the forms of all mentions. Leaves: [`Joined`]. Each rule looks its partners up by a key (surname,
//! initials, bag of stems …); none compares all with all. A rule that finds two partners joins none, so that two
//! people with one surname stay two.

use super::Found;
use super::forms::Form;
use super::joined::{Joined, Unique};
use super::spelling;
use crate::lexicon::{Cue, Lexicon};
use crate::report::EntityKind;
use crate::text::order::{self, falling};
use crate::text::tokens;
use rustc_hash::FxHashMap;
use std::collections::hash_map::Entry;

/// Finds out what belongs together. `form_of` gives the form of each of `found`.
pub(super) fn join(text: &str, lexicon: &Lexicon, found: &[Found], forms: &[Form], form_of: &[usize]) -> Joined {
    let mut links = Links { text, lexicon, found, forms, form_of, joined: Joined::new(forms.len()) };
    links.by_bag();
    links.by_slip();
    links.by_first_and_last_name();
    links.by_kept_words();
    links.by_initials();
    links.by_brackets();
    links.by_part_of_a_person();
    links.by_respelling();
    links.joined
}

struct Links<'l> {
    text: &'l str,
    lexicon: &'l Lexicon,
    found: &'l [Found],
    forms: &'l [Form],
    form_of: &'l [usize],
    joined: Joined,
}

const NAMES: [EntityKind; 3] = [EntityKind::Per, EntityKind::Org, EntityKind::Loc];

impl Links<'_> {
    fn of(&self, kinds: &[EntityKind], words: std::ops::RangeInclusive<usize>) -> Vec<usize> {
        let fits = |f: &Form| kinds.contains(&f.kind) && words.contains(&f.words.len());
        (0..self.forms.len()).filter(|i| fits(&self.forms[*i])).collect()
    }

    fn key(&self, form: usize, text: &str) -> String {
        format!("{:?} {text}", self.forms[form].kind)
    }

    fn has(&self, word: &str, cues: &[Cue]) -> bool {
        let mut has = false;
        self.lexicon.dictionary.look_up(word, &tokens::tokenise(word), |m| has |= cues.contains(&m.cue));
        has
    }

    /// Whether names take a genitive -s without an apostrophe, as in German.
    fn genitives(&self) -> bool {
        self.lexicon.setting("names.noun_capitals") == "yes"
    }

    /// `Micro Trends`, `Trends Micro` to `Trend Micro`; `Deutschlands` to `Deutschland`.
    fn by_bag(&mut self) {
        let genitives = self.genitives();
        let mut best: FxHashMap<String, usize> = FxHashMap::default();
        let all = self.of(&NAMES, 1..=4);
        let eligible = |f: &Form| f.words.len() > 1 || f.kind == EntityKind::Org || genitives;
        let all: Vec<usize> = all.into_iter().filter(|i| eligible(&self.forms[*i])).collect();
        let bag = |i: usize| self.key(i, &spelling::bag(self.forms[i].words.iter().map(String::as_str)));
        let bags: Vec<String> = all.iter().map(|i| bag(*i)).collect();
        // The most frequent spelling is the name; of equally frequent ones the shorter, which has no ending.
        let rank = |i: usize| (self.forms[i].mentions.len(), std::cmp::Reverse(self.forms[i].surface.len()));
        for (form, bag) in all.iter().zip(&bags) {
            let known = best.entry(bag.clone()).or_insert(*form);
            if rank(*form) > rank(*known) {
                *known = *form;
            }
        }
        for (form, bag) in all.iter().zip(&bags) {
            let other = best[bag];
            if other != *form {
                self.vary(*form, other, "same_words");
            }
        }
    }

    fn vary(&mut self, form: usize, other: usize, rule: &str) {
        let ground = format!("{rule}: {}", self.forms[other].surface);
        self.joined.variants[form] = true;
        self.joined.join(form, other, ground);
    }

    /// `Morrisson` to `Morrison`: one slip apart, the rarer to the more frequent.
    fn by_slip(&mut self) {
        /// Longer names are compared no letter by letter.
        const LONGEST: usize = 40;
        /// One neighbour holds few names; more would make this quadratic.
        const MOST: usize = 8;
        let mut by_key: FxHashMap<(EntityKind, u64), Vec<usize>> = FxHashMap::default();
        let mut all = self.of(&NAMES, 1..=4);
        order::by_key(&mut all, |i| falling(self.forms[*i].mentions.len()) as u64);
        for form in all {
            let name = self.forms[form].words.join(" ");
            if !(spelling::SHORTEST_SLIP..=LONGEST).contains(&name.len()) || self.joined.variants[form] {
                continue;
            }
            let mut partner = None;
            for key in spelling::neighbourhood(&name) {
                let near = by_key.entry((self.forms[form].kind, key)).or_default();
                partner = partner.or(near.iter().copied().find(|other| self.is_slip(form, *other)));
                if near.len() < MOST {
                    near.push(form);
                }
            }
            if let Some(other) = partner {
                self.vary(form, other, "spelling");
            }
        }
    }

    fn is_slip(&self, form: usize, other: usize) -> bool {
        let (a, b) = (&self.forms[form], &self.forms[other]);
        !(a.listed && b.listed) && spelling::is_slip(&a.words, &b.words)
    }

    /// `George W. Bush` and `George Bush`.
    fn by_first_and_last_name(&mut self) {
        let mut best: FxHashMap<String, usize> = FxHashMap::default();
        for form in self.of(&[EntityKind::Per], 2..=5) {
            let words = &self.forms[form].words;
            let ends = format!("{} {}", words[0], words[words.len() - 1]);
            match best.entry(ends) {
                Entry::Vacant(place) => {
                    place.insert(form);
                }
                Entry::Occupied(place) => {
                    let other = *place.get();
                    let (a, b) = (self.forms[form].words.len(), self.forms[other].words.len());
                    // Two different middle names are two people.
                    if a.min(b) == 2 {
                        let ground = format!("first_and_last_name: {}", self.forms[other].surface);
                        self.joined.join(form, other, ground);
                    }
                }
            }
        }
    }

    /// `Mikro` to `Trend Micro`: one word of a name named often, respelled as machine translation does, whatever kind it
    /// was taken for.
    fn by_respelling(&mut self) {
        /// A rarer name is too weak a ground to overrule the kind.
        const OFTEN: usize = 3;
        /// Shorter words sound alike by chance.
        const SHORTEST: usize = 5;
        let mut sounds = Unique::default();
        for form in self.of(&[EntityKind::Org], 2..=4) {
            let root = self.joined.root(form);
            let joined = &self.joined;
            if self.forms[form].mentions.len() >= OFTEN {
                for word in self.forms[form].words.iter().filter(|w| w.len() >= SHORTEST) {
                    sounds.add(spelling::respelled(word), form, |known| joined.root(known) == root);
                }
            }
        }
        for form in self.of(&NAMES, 1..=1) {
            let word = &self.forms[form].words[0];
            let other = sounds.get(&spelling::respelled(word)).filter(|_| !self.forms[form].listed);
            if let Some(other) = other.filter(|other| !self.forms[*other].words.contains(word)) {
                self.vary(form, other, "respelled");
            }
        }
    }

    /// `Siemens` to `Siemens AG`, `Lapindo` to `PT Lapindo`, `BBC` to `BBC News`, `Bank Mandiri` to `PT Bank Mandiri
    /// Tbk`: what is left out says only that it is an organisation, or it is the first word or the first two that
    /// are left.
    fn by_kept_words(&mut self) {
        let mut longer = Unique::default();
        let all = self.of(&[EntityKind::Org], 1..=6);
        for form in &all {
            let words = &self.forms[*form].words;
            let plain = |w: &String| self.has(w, &[Cue::OrgSuffix, Cue::OrgWord]);
            let kept = words.len() - words.iter().rev().take_while(|w| plain(w)).count();
            let skipped = usize::from(words.len() > 1 && self.has(&words[0], &[Cue::OrgPrefix]));
            let first = usize::from(!self.has(&words[0], &[Cue::OrgPrefix, Cue::OrgWord, Cue::Demonym]));
            let mut seen: Vec<String> = Vec::new();
            let two = if words.len() > skipped + 2 { skipped + 2 } else { 0 };
            for (from, to) in [(0, kept), (skipped, kept), (skipped, words.len()), (0, first), (skipped, two)] {
                let key = words[from.min(to)..to].join(" ");
                if from < to && to - from < words.len() && !seen.contains(&key) {
                    longer.add(key.clone(), *form, |_| false);
                    seen.push(key);
                }
            }
        }
        for form in all {
            if let Some(other) = longer.get(&self.forms[form].words.join(" ")).filter(|o| *o != form) {
                let ground = format!("short_for: {}", self.forms[other].surface);
                self.joined.join(form, other, ground);
            }
        }
    }

    /// `PBB` to `Perserikatan Bangsa-Bangsa`, `EU` to `European Union`.
    fn by_initials(&mut self) {
        let mut longer = Unique::default();
        for form in self.of(&[EntityKind::Org, EntityKind::Loc], 2..=8) {
            let all: String = initials(&self.forms[form].surface, false);
            let capitals = initials(&self.forms[form].surface, true);
            let root = self.joined.root(form);
            let same = |known: usize| self.joined.root(known) == root;
            if all != capitals {
                longer.add(self.key(form, &all), form, same);
            }
            longer.add(self.key(form, &capitals), form, same);
        }
        for form in self.of(&[EntityKind::Org, EntityKind::Loc], 1..=1) {
            if let Some(other) = self.acronym(form).and_then(|a| longer.get(&self.key(form, a))) {
                let ground = format!("acronym_of: {}", self.forms[other].surface);
                self.joined.join(form, other, ground);
            }
        }
    }

    /// The only word of the form, where it is an acronym of two letters or more.
    fn acronym(&self, form: usize) -> Option<&str> {
        let Form { words, surface, .. } = &self.forms[form];
        let capitals = surface.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        match &words[..] {
            [word] if capitals && word.chars().count() >= 2 => Some(word),
            _ => None,
        }
    }

    /// `Badan Narkotika Nasional (BNN)`, `BNN (Badan Narkotika Nasional)`: the letters of one stand in the other.
    fn by_brackets(&mut self) {
        for mention in 1..self.found.len() {
            let (a, b) = (mention - 1, mention);
            let (first, second) = (&self.found[a], &self.found[b]);
            let named = NAMES.contains(&first.kind) && NAMES.contains(&second.kind);
            if !named || first.span.end > second.span.start {
                continue;
            }
            let between = self.text[first.span.end..second.span.start].trim();
            let closes = self.text[second.span.end..].trim_start().starts_with(')');
            if between != "(" || !closes {
                continue;
            }
            let (x, y) = (self.form_of[a], self.form_of[b]);
            let (short, long) = if self.forms[x].words.len() == 1 { (x, y) } else { (y, x) };
            let fits = self.acronym(short).is_some_and(|a| abbreviates(a, &self.forms[long].words.join(" ")));
            if fits {
                let ground = format!("acronym_of: {}", self.forms[long].surface);
                self.joined.join(short, long, ground);
            }
        }
    }

    /// A surname or a given name alone to the person who has it. Of two with one surname, the one named last
    /// before is meant.
    fn by_part_of_a_person(&mut self) {
        let (mut surnames, mut given) = (Unique::default(), Unique::default());
        let full = self.of(&[EntityKind::Per], 2..=6);
        for form in &full {
            let root = self.joined.root(*form);
            let words = &self.forms[*form].words;
            let joined = &self.joined;
            let same = |known: usize| joined.root(known) == root;
            // All that follows the given name: `van der Bellen`, `O'Neill-Singh`.
            (1..words.len()).for_each(|from| surnames.add(words[from..].join(" "), *form, same));
            given.add(words[0].clone(), *form, same);
        }
        let bare = self.of(&[EntityKind::Per], 1..=3);
        let mut ambiguous: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for form in bare {
            let name = self.forms[form].words.join(" ");
            // `Merkels`: the genitive, where it has no apostrophe.
            let stem = if self.genitives() { spelling::stem(&name) } else { name.as_str() };
            let partners = [
                (surnames.get(&name), "surname_of"),
                (given.get(&name), "given_name_of"),
                (surnames.get(stem), "surname_of"),
                (given.get(stem), "given_name_of"),
            ];
            let partner = partners.into_iter().find_map(|(other, rule)| Some((other?, rule)));
            match partner.filter(|(other, _)| *other != form) {
                Some((other, rule)) => {
                    let ground = format!("{rule}: {}", self.forms[other].surface);
                    self.joined.join(form, other, ground);
                }
                None if surnames.0.contains_key(&name) => {
                    ambiguous.insert(name, self.forms[form].mentions.clone());
                }
                None => {}
            }
        }
        self.by_nearest(&full, &ambiguous);
    }

    fn by_nearest(&mut self, full: &[usize], ambiguous: &FxHashMap<String, Vec<usize>>) {
        if ambiguous.is_empty() {
            return;
        }
        // Everybody with an ambiguous surname, in the order of the text.
        let mut named: FxHashMap<&str, Vec<(usize, usize)>> = FxHashMap::default();
        for form in full {
            let words = &self.forms[*form].words;
            for from in 1..words.len() {
                if let Some((name, _)) = ambiguous.get_key_value(&words[from..].join(" ")) {
                    let mentions = self.forms[*form].mentions.iter().map(|m| (*m, *form));
                    named.entry(name).or_default().extend(mentions);
                }
            }
        }
        for (name, mentions) in ambiguous {
            let Some(people) = named.get_mut(name.as_str()) else { continue };
            people.sort_unstable();
            for mention in mentions {
                let before = people.partition_point(|(m, _)| m < mention);
                if let Some((_, form)) = before.checked_sub(1).map(|i| people[i]) {
                    let ground = format!("surname_of: {} (named last)", self.forms[form].surface);
                    self.joined.moved.insert(*mention, (form, ground));
                }
            }
        }
    }
}

/// The first letters of a name's words, of capitalised ones only or of all, in lower case.
fn initials(surface: &str, capitals: bool) -> String {
    let words = surface.split(|c: char| !c.is_alphanumeric()).filter_map(|w| w.chars().next());
    words.filter(|c| !capitals || c.is_uppercase()).flat_map(char::to_lowercase).collect()
}

/// Whether the letters of `short` stand in `long` in this order, the first at its beginning.
fn abbreviates(short: &str, long: &str) -> bool {
    let mut letters = long.chars();
    short.chars().next() == long.chars().next() && short.chars().all(|s| letters.any(|l| l == s))
}
