//! CoNLL files to documents: running text with gold names, as the judge of the project rebuilds it.
//!
//! Sentences stand five to a paragraph and, where a file does not mark documents, forty to a document. The text is
//! tokenised by the library, and the gold names are laid over its pieces.

use super::quirks;
use article_analyser::Span;
use article_analyser::entities::gazetteer::Gazetteer;
use article_analyser::entities::view::View;
use article_analyser::lexicon::{Lexicon, Reading};
use article_analyser::text::tokens;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Sentences in a paragraph.
const PER_PARAGRAPH: usize = 5;
/// Sentences in a document of a file without document marks.
const PER_DOCUMENT: usize = 40;
const CLOSERS: &str = ".,;:!?)]}%»”’…";
const OPENERS: &str = "([{«“„‘";
/// The kinds in the order of their labels.
pub const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];

/// One document with its gold names.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Running text.
    pub text: String,
    /// Byte spans of the sentences.
    pub sentences: Vec<Span>,
    /// Byte spans of the names, with the index of their kind in [`KINDS`].
    pub names: Vec<(Span, usize)>,
}

/// The documents of one file.
pub struct Corpus {
    /// Its path under the corpora folder.
    pub name: String,
    /// ISO 639-3 of the lexicon that holds for it.
    pub language: String,
    /// In file order.
    pub documents: Vec<Document>,
}

/// The files of these names under `corpora/ner/LANGUAGE/CORPUS/`, sorted by path, mended with what the lists know.
pub fn read_all(corpora: &Path, names: &[&str], gazetteer: &Gazetteer) -> io::Result<Vec<Corpus>> {
    let root = corpora.join("ner");
    let mut found = Vec::new();
    for language in folders(&root)? {
        let code = language.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_string();
        for corpus in folders(&language)? {
            for name in names {
                let path = corpus.join(name);
                if path.exists() {
                    let name = path.strip_prefix(&root).unwrap_or(&path).display().to_string();
                    let language = article_analyser::language::given(&code).code;
                    let mut documents = parse(&fs::read_to_string(&path)?);
                    documents.iter_mut().for_each(|d| quirks::mend(d, &name, &language, gazetteer));
                    found.push(Corpus { name, language, documents });
                }
            }
        }
    }
    Ok(found)
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    let mut folders: Vec<PathBuf> = fs::read_dir(path)?.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    Ok(folders)
}

type Sentence = Vec<(String, String)>;

/// The documents of a CoNLL file: a token and its tag a line, an empty line after a sentence.
fn parse(content: &str) -> Vec<Document> {
    let (mut groups, mut group, mut sentence): (Vec<Vec<Sentence>>, Vec<Sentence>, Sentence) = Default::default();
    for line in content.lines().chain([""]) {
        if line.is_empty() {
            if !sentence.is_empty() {
                if group.len() == PER_DOCUMENT {
                    groups.push(std::mem::take(&mut group));
                }
                group.push(std::mem::take(&mut sentence));
            }
        } else if line.starts_with("-DOCSTART-") {
            groups.push(std::mem::take(&mut group));
        } else if let Some((token, tag)) = line.split_once('\t') {
            sentence.push((token.to_string(), tag.split('\t').next().unwrap_or("O").to_string()));
        }
    }
    groups.push(group);
    groups.iter().filter(|g| !g.is_empty()).map(|g| document(g)).collect()
}

fn document(group: &[Sentence]) -> Document {
    let mut done = Document { text: String::new(), sentences: Vec::new(), names: Vec::new() };
    for (index, sentence) in group.iter().enumerate() {
        if index > 0 {
            done.text += if index % PER_PARAGRAPH == 0 { "\n\n" } else { " " };
        }
        let begin = done.text.len();
        let (mut glue, mut opened, mut last) = (true, false, String::new());
        for (token, tag) in sentence {
            let straight = matches!(token.as_str(), "\"" | "''" | "``");
            let token = if matches!(token.as_str(), "''" | "``") { "\"" } else { token };
            let closing = straight && opened;
            let closes = token.starts_with(|c| CLOSERS.contains(c)) || token.starts_with('\'') || token == "n't";
            if !(glue || closing || closes) {
                done.text.push(' ');
            }
            let start = done.text.len();
            done.text += token;
            glue = (token.chars().count() == 1 && OPENERS.contains(token)) || (straight && !opened);
            opened ^= straight;
            let (prefix, kind) = tag.split_once('-').unwrap_or(("O", ""));
            if let Some(kind_index) = KINDS.iter().position(|k| *k == kind) {
                if prefix == "I" && last == kind {
                    if let Some(name) = done.names.last_mut() {
                        name.0.end = done.text.len();
                    }
                } else {
                    done.names.push((Span::new(start, done.text.len()), kind_index));
                }
            }
            last = kind.to_string();
        }
        done.sentences.push(Span::new(begin, done.text.len()));
    }
    done
}

/// Shorter sentences may well stand in two texts.
const LEAST_REPEATED: usize = 5;

/// Takes out of `training` what stands earlier in it or in `development`: sentences of [`LEAST_REPEATED`] words or
/// more, white space aside. Returns how many.
pub fn deduplicate(training: &mut [Corpus], development: &[Corpus]) -> usize {
    let key = |text: &str, sentence: Span| -> Option<Vec<u8>> {
        let words = sentence.of(text).split_whitespace();
        (words.clone().count() >= LEAST_REPEATED).then(|| words.collect::<String>().into_bytes())
    };
    let all = development.iter().flat_map(|c| &c.documents);
    let mut seen: HashSet<Vec<u8>> = all.flat_map(|d| d.sentences.iter().filter_map(|s| key(&d.text, *s))).collect();
    let mut dropped = 0;
    for document in training.iter_mut().flat_map(|c| &mut c.documents) {
        let Document { text, sentences, names } = document;
        let before = sentences.len();
        sentences.retain(|sentence| key(text, *sentence).is_none_or(|key| seen.insert(key)));
        if sentences.len() < before {
            dropped += before - sentences.len();
            names.retain(|(name, _)| sentences.iter().any(|s| s.overlaps(*name)));
        }
    }
    training.iter_mut().for_each(|c| c.documents.retain(|d| !d.sentences.is_empty()));
    dropped
}

/// The tagger's view of a document in the language with this code, and the gold label of every piece.
pub fn labelled(document: &Document, language: &str, gazetteer: &Gazetteer) -> (View, Vec<u8>) {
    let tokens = tokens::tokenise(&document.text);
    let all = 0..tokens.len();
    let reading = Reading::new(&document.text, tokens, [(all, Lexicon::of(language))]);
    let view = View::new(&reading, document.sentences.iter().map(|s| reading.tokens_in(*s)), gazetteer);
    let mut labels = vec![0u8; view.words.len()];
    for (span, kind) in &document.names {
        let first = view.words.partition_point(|w| w.span.end <= span.start);
        let inside = view.words[first..].iter().take_while(|w| w.span.start < span.end).count();
        for (index, label) in labels[first..first + inside].iter_mut().enumerate() {
            *label = (2 * kind + if index == 0 { 1 } else { 2 }) as u8;
        }
    }
    (view, labels)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "-DOCSTART-\tO\n\nAnna\tB-PER\nBerg\tI-PER\nleft\tO\nBergen\tB-LOC\n.\tO\n\n\"\tO\nYes\tO\n\"\tO\n,\tO\n\
        said\tO\nthe\tO\nBank\tB-ORG\nof\tI-ORG\n(\tI-ORG\nNorth\tI-ORG\n)\tI-ORG\nOslo\tI-LOC\n\n-DOCSTART-\tO\n\nDo\tO\nn't\tO\n";

    fn corpus(content: &str) -> Corpus {
        Corpus { name: "xx/test".into(), language: "eng".into(), documents: parse(content) }
    }

    #[test]
    fn token_lines_become_running_text_with_names() {
        let documents = parse(FILE);
        let texts: Vec<&str> = documents.iter().map(|d| d.text.as_str()).collect();
        assert_eq!(texts, ["Anna Berg left Bergen. \"Yes\", said the Bank of (North) Oslo", "Don't"]);
        let [first, _] = &documents[..] else { panic!("two documents") };
        let names: Vec<(&str, &str)> = first.names.iter().map(|(s, k)| (s.of(&first.text), KINDS[*k])).collect();
        assert_eq!(names, [("Anna Berg", "PER"), ("Bergen", "LOC"), ("Bank of (North)", "ORG"), ("Oslo", "LOC")]);
        let (view, labels) = labelled(first, "eng", &Gazetteer::default());
        let shown: Vec<(&str, u8)> =
            view.words.iter().map(|w| w.span.of(&first.text)).zip(labels).filter(|(_, l)| *l > 0).collect();
        let expected = [
            ("Anna", 1),
            ("Berg", 2),
            ("Bergen", 5),
            ("Bank", 3),
            ("of", 4),
            ("(", 4),
            ("North", 4),
            (")", 4),
            ("Oslo", 5),
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn documents_end_after_so_many_sentences() {
        let documents = parse(&"Yes\tO\n\n".repeat(2 * PER_DOCUMENT + 1));
        assert_eq!(documents.iter().map(|d| d.sentences.len()).collect::<Vec<_>>(), [PER_DOCUMENT, PER_DOCUMENT, 1]);
    }

    #[test]
    fn what_stands_twice_is_learnt_once_and_never_from_what_measures() {
        let sentence = |words: &str| words.split(' ').map(|w| format!("{w}\tB-PER\n")).collect::<String>() + "\n";
        let (a, b, c, short) = (sentence("a b c d e"), sentence("f g h i j"), sentence("k l m n o"), sentence("p q"));
        let mut training = [corpus(&format!("{a}{b}{short}")), corpus(&format!("{b}{c}{short}{short}"))];
        let dropped = deduplicate(&mut training, &[corpus(&a)]);
        let left = |corpus: &Corpus| {
            corpus
                .documents
                .iter()
                .flat_map(|d| d.sentences.iter().map(|s| s.of(&d.text).to_string()))
                .collect::<Vec<_>>()
        };
        assert_eq!(dropped, 2);
        assert_eq!(left(&training[0]), ["f g h i j", "p q"]);
        assert_eq!(left(&training[1]), ["k l m n o", "p q", "p q"]);
        assert_eq!(training[0].documents[0].names.len(), 7);
    }
}
