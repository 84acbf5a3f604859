//! The WebAssembly module: the only file that names wasm_bindgen, JavaScript or its values.
//!
//! Enters: a JavaScript string and options. Leaves: the report as a plain object with UTF-16 offsets, or an
//! `Error` with a `code`. Lone surrogates are read as U+FFFD, which keeps every offset.

use crate::claims::features::Feature;
use crate::text::offsets::from_utf16;
use crate::{LONGEST_INPUT, OffsetUnit, Options, analyse};
use js_sys::{Error, JsString, Reflect, Uint32Array};
use serde::Serialize;
use wasm_bindgen::{intern, prelude::*};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report.d.ts");

/// The names of the properties of everything with a span, thousands in a report: serde flattens the span into
/// such a thing, which makes a map of it, whose keys would be decoded from UTF-8 again for each.
const PROPERTIES: [&str; 32] = [
    "start",
    "end",
    "anchor",
    "block",
    "comparator",
    "complete",
    "confidence",
    "content",
    "cue",
    "currency",
    "entities",
    "entity",
    "figures",
    "hedges",
    "inferred",
    "kind",
    "kinds",
    "language",
    "missing",
    "quote",
    "reading",
    "reason",
    "reasons",
    "score",
    "sentence",
    "speaker",
    "status",
    "times",
    "timex",
    "unit",
    "upper",
    "value",
];

/// Values that stand in a report many times, beside the rules of claims.
const VALUES: [&str; 12] =
    ["body", "DATE", "direct", "indirect", "LOC", "money", "number", "ORG", "PER", "percent", "quantity", "reported"];

/// Runs once when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let rules = Feature::ALL.iter().map(|feature| feature.rule());
    PROPERTIES.into_iter().chain(VALUES).chain(rules).for_each(|name| _ = intern(name));
}

/// Analyses `text` and returns its `Report`.
///
/// Throws an `AnalyseError` with the code `not_a_string` or, beyond `longestInput()` bytes of UTF-8,
/// `input_too_large`.
#[wasm_bindgen(js_name = analyse, unchecked_return_type = "Report")]
pub fn analyse_js(
    #[wasm_bindgen(unchecked_param_type = "string")] text: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AnalyseOptions")] options: JsValue,
) -> Result<JsValue, JsValue> {
    let text: JsString = text.dyn_into().map_err(|_| error("not_a_string", "The text to analyse is not a string."))?;
    // A UTF-16 unit takes at least one byte of UTF-8, so this refuses before anything is copied.
    if text.length() as usize > LONGEST_INPUT {
        return Err(too_large());
    }
    let text = String::from(text);
    if text.len() > LONGEST_INPUT {
        return Err(too_large());
    }
    // Asking what is no object would throw.
    let option = |name: &str| if options.is_object() { Reflect::get(&options, &name.into()).ok() } else { None };
    let language = option("language").and_then(|l| l.as_string());
    let links = option("links").and_then(|l| l.dyn_into::<Uint32Array>().ok());
    let links = links.map_or_else(Vec::new, |l| from_utf16(&text, &l.to_vec()));
    let report = analyse(&text, &Options { language, offsets: OffsetUnit::Utf16, links });
    Ok(report.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// The longest text that `analyse` takes, in bytes of UTF-8.
#[wasm_bindgen(js_name = longestInput)]
pub fn longest_input() -> usize {
    LONGEST_INPUT
}

/// The version of the analyser.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").into()
}

fn too_large() -> JsValue {
    let limit = LONGEST_INPUT >> 20;
    let error = error("input_too_large", &format!("The text is longer than {limit} MiB. Analyse it in parts."));
    set(&error, "limit", LONGEST_INPUT.into());
    error
}

fn error(code: &str, message: &str) -> JsValue {
    let error = JsValue::from(Error::new(message));
    set(&error, "code", code.into());
    error
}

fn set(object: &JsValue, key: &str, value: JsValue) {
    // Setting a property of a fresh Error cannot fail.
    let _ = Reflect::set(object, &key.into(), &value);
}
