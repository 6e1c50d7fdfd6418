//! The head of a plan, and the words it brings to those who read tables.

use crate::{BASE, plan, said_of, target};
use domain::ActivityKind;
use plan::{RuleFile, vocabulary};

#[test]
fn a_plan_names_the_rosters_that_list_its_units() {
    assert_eq!(plan("").rosters, Vec::<String>::new());
    let text = BASE.replacen("issuer =", "rosters = [\"kien-giang\", \"an-giang\"]\nissuer =", 1);
    let read = RuleFile::parse("small.toml", &text).unwrap().plan(&Default::default()).unwrap();
    assert_eq!(read.rosters, ["kien-giang", "an-giang"]);
}

#[test]
fn unknown_fields_are_refused_everywhere() {
    for (from, to, said) in [
        ("issuer =", "roster = []\nissuer =", "roster: unknown field `roster` (did you mean `rosters`?)"),
        ("issued =", "isued =", "isued: unknown field `isued` (did you mean `issued`?)"),
        (
            "issued = 2026-03-01",
            "issued = \"2026\"",
            "\"2026\": invalid type: string \"2026\" (expected a TOML datetime)",
        ),
        (
            "form = \"item\"",
            "form = \"item\"\ndokument = \"a\"",
            "dokument: unknown field `dokument` (did you mean `document`?)",
        ),
        (
            "[document.amendment]",
            "[documents.amendment]",
            "documents: unknown section `documents` (did you mean `document`?)",
        ),
    ] {
        assert_eq!(said_of(&BASE.replacen(from, to, 1)), [said], "{to}");
    }
}

/// The words of a rule narrow what counts; they do not say what a row is. That is for `[activity_kind]` and `[tag]`.
#[test]
fn parts_bring_no_words_of_their_own() {
    let part = |measure: &str| format!("[[target.part]]\nmeasure = {{ {measure} }}\nat_least = 1\n");
    let parts = part("count = [\"event\"], channels = [\"truyền hình\"]")
        + &part("count = [\"pledge\"], or_tag = [\"for_hamlets\"], audiences = [\"học sinh\"]");
    let words = vocabulary(&plan(&target("T", &format!("window = \"year\"\n{parts}"))));
    let kinds: Vec<ActivityKind> = words.kinds.iter().map(|terms| terms.kind).collect();
    assert_eq!(kinds, [ActivityKind::Event, ActivityKind::Pledge]);
    assert_eq!(words.channels.iter().map(|channel| channel.term.as_str()).collect::<Vec<_>>(), ["trực tiếp"]);
    assert_eq!(words.tags, [("các ấp".to_owned(), "for_hamlets".to_owned())]);
}
