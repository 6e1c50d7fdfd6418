//! Holds the words of `package/index.d.ts` to the codes that come out: a new variant without a declaration fails here.
//!
//! The variants are asked from serde, not listed: it names all of them when it is given one that there is not.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at what it did not expect"
)]

use crate::fault::{Code, FileFault};
use crate::form::receipt;
use domain::{
    ActivityKind, ArithmeticLine, Evidence, Exclusion, Figures, Language, ReadError, ReadErrorKind, Reason, State,
    UnitKind,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, from_value, json, to_value};
use std::collections::BTreeSet;

const TYPES: &str = include_str!("../files/index.d.ts");

#[test]
fn every_word_that_comes_out_is_declared_and_no_other() {
    let words: [(&str, BTreeSet<String>); 11] = [
        ("type State =", set(State::ALL.map(State::code))),
        ("type Reason =", set(Reason::ALL.map(Reason::code))),
        ("type UnitKind =", set(UnitKind::ALL.map(UnitKind::code))),
        ("type ActivityKind =", set(ActivityKind::ALL.map(ActivityKind::code))),
        ("type Figures =", variants::<Figures>()),
        ("interface WhyNot", each(|why: Exclusion| text(&receipt::why_not(&why), "code"))),
        ("type ReceiptLine =", each(|line: ArithmeticLine| text(&receipt::line(&line), "line"))),
        ("interface EvidenceRow", set(["counted", "possible", "excluded"])),
        ("interface FileFault", each(|kind: ReadErrorKind| text(&FileFault::new(Language::En, &unread(kind)), "code"))),
        ("interface EngineError", set(Code::ALL.map(Code::text))),
        ("interface Verdict", variants::<Evidence>()),
    ];
    for (declaration, words) in words {
        assert_eq!(declared(declaration), words, "{declaration}");
    }
}

#[test]
fn the_variants_are_those_of_the_type() {
    assert_eq!(variants::<Evidence>(), set(["reported", "implied", "partial", "none"]));
    assert_eq!(variants::<Exclusion>().len(), each(|why: Exclusion| why).len());
    assert!(variants::<Exclusion>().contains("SameTitleAs"));
}

/// The words in quotes in the declaration that begins so.
fn declared(start: &str) -> BTreeSet<String> {
    let begins = |block: &&str| {
        let code = block.lines().find_map(|line| line.strip_prefix("export "));
        code.and_then(|code| code.strip_prefix(start)).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let block = TYPES.split("\n\n").find(begins).unwrap();
    let code = block.lines().filter(|line| !line.trim_start().starts_with(['*', '/']));
    code.flat_map(|line| line.split('\'').skip(1).step_by(2)).map(str::to_owned).collect()
}

fn set<const N: usize>(words: [&str; N]) -> BTreeSet<String> {
    words.map(str::to_owned).into()
}

/// The names of all variants, as serde knows them.
fn variants<T: DeserializeOwned>() -> BTreeSet<String> {
    let Err(error) = from_value::<T>(json!("?")) else { panic!("`?` is no variant") };
    error.to_string().split('`').skip(3).step_by(2).map(str::to_owned).collect()
}

/// `look` on one value of every variant.
fn each<T: DeserializeOwned, R: Ord>(look: impl Fn(T) -> R) -> BTreeSet<R> {
    variants::<T>().iter().map(|name| look(value(name))).collect()
}

/// A value of the variant with this name: with whatever it carries.
fn value<T: DeserializeOwned>(name: &str) -> T {
    let fields = json!({
        "lo": 1, "hi": 1, "den": 1, "percent": 1, "rows": 1,
        "looks_like": "x", "format": "x", "detail": "x", "seen": "x", "limit": "x",
    });
    let carried = [json!("event"), json!(1), json!(["Zero", 1]), fields];
    let candidates = carried.into_iter().map(|inner| json!({ name: inner }));
    std::iter::once(json!(name))
        .chain(candidates)
        .find_map(|value| from_value(value).ok())
        .unwrap_or_else(|| panic!("`{name}` carries something else"))
}

fn text(value: &impl serde::Serialize, field: &str) -> String {
    let Value::String(text) = to_value(value).unwrap()[field].take() else { panic!("`{field}` is no text") };
    text
}

fn unread(kind: ReadErrorKind) -> ReadError {
    ReadError { file: "x".into(), kind }
}
