//! Reads a TypeScript declaration: interfaces and types, as far as `src/report.d.ts` uses the language.
//!
//! Enters: the declaration. Leaves: its types by name. Knows nothing of reports.

use serde_json::Value;
use std::collections::BTreeMap;
use std::iter::Peekable;
use std::vec::IntoIter;

/// A type of the subset of TypeScript that the declaration is written in.
#[derive(Debug, Clone, PartialEq)]
pub enum Type {
    /// `number`, `string`, `boolean`.
    Basic(String),
    /// `"utf16"`, `1`, `null`.
    Literal(Value),
    /// The name of an interface or type.
    Named(String),
    Array(Box<Type>),
    /// `{ start: number; end?: number }`: by key, whether it is optional, and the type.
    Object(BTreeMap<String, (bool, Type)>),
    /// `A & B`.
    All(Vec<Type>),
    /// `A | B`.
    Any(Vec<Type>),
}

/// A declaration: its types by name.
pub type Declaration = BTreeMap<String, Type>;

/// Words, strings and marks of a declaration, without comments.
fn scan(text: &str) -> Vec<String> {
    let mut rest = text;
    let mut found = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("/*") {
            rest.find("*/").expect("a comment that ends") + 2
        } else if first == '"' {
            rest[1..].find('"').expect("a string that ends") + 2
        } else if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        if !first.is_whitespace() && !token.starts_with("/*") {
            found.push(token.to_string());
        }
        rest = after;
    }
    found
}

/// Reads a declaration. Panics where it uses more of TypeScript than is understood here.
pub fn parse(text: &str) -> Declaration {
    let mut tokens = scan(text).into_iter().peekable();
    let mut declared = Declaration::new();
    while let Some(export) = tokens.next() {
        assert_eq!(export, "export");
        let (keyword, name) = (tokens.next().unwrap(), tokens.next().unwrap());
        let declares = match keyword.as_str() {
            "interface" => {
                let mut parts = Vec::new();
                if tokens.next_if_eq("extends").is_some() {
                    parts.push(one_type(&mut tokens));
                }
                parts.push(one_type(&mut tokens));
                Type::All(parts)
            }
            "type" => {
                expect(&mut tokens, "=");
                let declares = any_type(&mut tokens);
                expect(&mut tokens, ";");
                declares
            }
            other => panic!("export {other} is not understood"),
        };
        assert!(declared.insert(name.clone(), declares).is_none(), "{name} is declared twice");
    }
    declared
}

type Tokens = Peekable<IntoIter<String>>;

fn expect(tokens: &mut Tokens, wanted: &str) {
    assert_eq!(tokens.next().as_deref(), Some(wanted));
}

fn any_type(tokens: &mut Tokens) -> Type {
    tokens.next_if_eq("|");
    let mut types = vec![all_type(tokens)];
    while tokens.next_if_eq("|").is_some() {
        types.push(all_type(tokens));
    }
    if types.len() == 1 { types.remove(0) } else { Type::Any(types) }
}

fn all_type(tokens: &mut Tokens) -> Type {
    let mut types = vec![one_type(tokens)];
    while tokens.next_if_eq("&").is_some() {
        types.push(one_type(tokens));
    }
    if types.len() == 1 { types.remove(0) } else { Type::All(types) }
}

fn one_type(tokens: &mut Tokens) -> Type {
    let token = tokens.next().expect("a type");
    let mut read = match token.as_str() {
        "(" => {
            let inner = any_type(tokens);
            expect(tokens, ")");
            inner
        }
        "{" => object_type(tokens),
        "number" | "string" | "boolean" => Type::Basic(token),
        word if word.starts_with(char::is_uppercase) => Type::Named(token),
        literal => Type::Literal(serde_json::from_str(literal).unwrap_or_else(|_| panic!("{literal} is no type"))),
    };
    while tokens.next_if_eq("[").is_some() {
        expect(tokens, "]");
        read = Type::Array(Box::new(read));
    }
    read
}

fn object_type(tokens: &mut Tokens) -> Type {
    let mut keys = BTreeMap::new();
    while tokens.next_if_eq("}").is_none() {
        let key = tokens.next().expect("a key");
        let optional = tokens.next_if_eq("?").is_some();
        expect(tokens, ":");
        keys.insert(key, (optional, any_type(tokens)));
        tokens.next_if_eq(";");
    }
    Type::Object(keys)
}
