//! The module as JavaScript sees it, in a real browser: strings in, plain objects with UTF-16 offsets out, and
//! errors that say what is wrong.

#![cfg(target_arch = "wasm32")]

use article_analyser::wasm::{analyse_js, longest_input, version};
use article_analyser::{LONGEST_INPUT, OffsetUnit, Options, analyse};
use js_sys::{Array, Error, JSON, JsString, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// The report of a JavaScript string, without options.
fn report_of(text: &JsString) -> JsValue {
    analyse_js(text.clone().into(), JsValue::UNDEFINED).expect("a report")
}

fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).expect("an object")
}

fn list(object: &JsValue, key: &str) -> Array {
    get(object, key).dyn_into().expect("a list")
}

fn number(object: &JsValue, key: &str) -> u32 {
    get(object, key).as_f64().expect("a number") as u32
}

/// What `text.slice(span.start, span.end)` gives in JavaScript.
fn slice(text: &JsString, span: &JsValue) -> JsString {
    text.slice(number(span, "start"), number(span, "end"))
}

/// The words of all mentions, as JavaScript slices them.
fn mentions(text: &JsString) -> Vec<String> {
    let entities = list(&report_of(text), "entities");
    let found = entities.iter().flat_map(|e| list(&e, "mentions").iter().collect::<Vec<_>>());
    found.map(|m| slice(text, &m).into()).collect()
}

/// `options.language = language`.
fn with_language(language: &JsValue) -> JsValue {
    let options = Object::new();
    Reflect::set(&options, &"language".into(), language).expect("an object");
    options.into()
}

/// The error that `analyse` throws.
fn refused(text: JsValue) -> Error {
    analyse_js(text, JsValue::UNDEFINED).expect_err("an error").dyn_into().expect("an Error")
}

fn code(error: &Error) -> Option<String> {
    get(error, "code").as_string()
}

#[wasm_bindgen_test]
fn offsets_count_what_javascript_counts() {
    let text = "😀👩‍👧 mail anna@berg.org";
    let found = mentions(&text.into());
    assert_eq!(found, ["anna@berg.org"]);
    let report = report_of(&text.into());
    assert_eq!(get(&report, "offsets"), "utf16");
    let block = list(&report, "blocks").get(0);
    assert_eq!(number(&block, "end"), JsString::from(text).length());
}

#[wasm_bindgen_test]
fn an_emoji_before_a_name_moves_nothing() {
    let text = JsString::from("😀 Graham Cluley said on 5 November 2019 that 68,000 customers were affected.");
    assert!(mentions(&text).contains(&"Graham Cluley".to_string()), "{:?}", mentions(&text));
    let time = list(&report_of(&text), "times").get(0);
    assert_eq!(slice(&text, &time), "5 November 2019");
}

#[wasm_bindgen_test]
fn lone_surrogates_are_read_and_keep_every_offset() {
    let odd = JsString::from_char_code(&[0xD83D, 0x20, 0xDE00, 0xD83D]);
    let text = odd.concat(&" anna@berg.org".into()).concat(&JsString::from_char_code(&[0xD800]).into());
    let entity = list(&report_of(&text), "entities").get(0);
    assert_eq!(get(&entity, "name"), "anna@berg.org");
    assert_eq!(number(&list(&entity, "mentions").get(0), "start"), 5);
    assert_eq!(slice(&text, &list(&entity, "mentions").get(0)), "anna@berg.org");
}

#[wasm_bindgen_test]
fn nothing_and_nuls_and_white_space_give_reports() {
    for text in ["", "\0", "\0\0\0 a\0b", " \n\t ", "\u{feff}", "\u{301}", "\u{202e}"] {
        let report = report_of(&text.into());
        assert_eq!(list(&report, "entities").length(), 0, "{text:?}");
        assert_eq!(get(&report, "schema"), 1, "{text:?}");
    }
    assert_eq!(list(&report_of(&"".into()), "blocks").length(), 0);
}

#[wasm_bindgen_test]
fn the_language_can_be_given() {
    let text = JsValue::from("The ministry said on Tuesday that it would not comment.");
    let language = |options: &JsValue| {
        let report = analyse_js(text.clone(), options.clone()).expect("a report");
        get(&get(&report, "language"), "code").as_string().expect("a code")
    };
    assert_eq!(language(&with_language(&"deu".into())), "deu");
    // Whatever else is handed over leaves the language to be detected.
    let others = [JsValue::UNDEFINED, JsValue::NULL, Object::new().into(), 7.into(), "deu".into(), Array::new().into()];
    for options in others.iter().chain(&[with_language(&JsValue::UNDEFINED), with_language(&7.into())]) {
        assert_eq!(language(options), "eng", "{options:?}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_string_is_refused() {
    let object = js_sys::Date::new_0();
    let others: [JsValue; 7] = [
        JsValue::UNDEFINED,
        JsValue::NULL,
        7.into(),
        true.into(),
        object.into(),
        Array::new().into(),
        Object::new().into(),
    ];
    for other in others {
        let error = refused(other.clone());
        assert_eq!(code(&error).as_deref(), Some("not_a_string"), "{other:?}");
        assert_eq!(error.message(), "The text to analyse is not a string.");
        assert!(get(&error, "limit").is_undefined());
    }
}

#[wasm_bindgen_test]
fn too_long_a_text_is_refused_with_the_limit() {
    let longest = i32::try_from(LONGEST_INPUT).expect("a count that JavaScript takes");
    // One unit too many; and half the units, but three bytes each.
    for text in [JsString::from("a").repeat(longest + 1), JsString::from("漢").repeat(longest / 2)] {
        let error = refused(text.into());
        assert_eq!(code(&error).as_deref(), Some("input_too_large"));
        assert_eq!(get(&error, "limit").as_f64(), Some(LONGEST_INPUT as f64));
        assert_eq!(error.message(), "The text is longer than 32 MiB. Analyse it in parts.");
    }
    assert_eq!(longest_input(), LONGEST_INPUT);
    const { assert!(LONGEST_INPUT >= 20_000_000) }
}

#[wasm_bindgen_test]
fn the_module_works_on_after_an_error() {
    refused(JsValue::NULL);
    refused(JsString::from("a").repeat(LONGEST_INPUT as i32 + 1).into());
    assert_eq!(mentions(&"anna@berg.org".into()), ["anna@berg.org"]);
}

#[wasm_bindgen_test]
fn a_report_has_the_keys_of_the_contract() {
    let report: Object = report_of(&"Anna Berg said: \"It rains.\"".into()).unchecked_into();
    let keys: Vec<String> = Object::keys(&report).iter().filter_map(|k| k.as_string()).collect();
    let contract = [
        "schema",
        "offsets",
        "language",
        "passages",
        "blocks",
        "sentences",
        "entities",
        "figures",
        "times",
        "quotes",
        "claims",
        "notes",
    ];
    assert_eq!(keys, contract);
}

/// The text that the two sides are compared on: something of every kind, with and without what is optional.
const REPORTED: &str = "Hafen von Kallenbrück gesperrt\n\nVon Jonas Petershagen, 14. Mai 2025\n\n\
    „Wir mussten handeln“, sagte Sprecherin Anna Berg am Dienstag. 😀 Betroffen sind rund 68.400 Haushalte, \
    das sind weniger als 1 % von 12 Millionen. „Niemand weiß, warum. Kosten: 1,2 Mio. Euro bis 2 Mio. Euro.\n\n\
    Laut Anna Berg wird der Hafen am 3. Juni wieder geöffnet.\n\nTeilen\n";

#[wasm_bindgen_test]
fn javascript_gets_what_rust_finds() {
    let crossed: String = JSON::stringify(&report_of(&REPORTED.into())).expect("plain data").into();
    let crossed: Value = serde_json::from_str(&crossed).expect("JSON");
    let options = Options { offsets: OffsetUnit::Utf16, ..Options::default() };
    let found = serde_json::to_value(analyse(REPORTED, &options)).expect("JSON");
    assert!(same(&crossed, &found), "{crossed}\n{found}");
}

/// Whether two values are equal, numbers by value: JavaScript has one kind of them.
fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[wasm_bindgen_test]
fn the_version_is_the_crate_s() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
