//! What lint prints about wrong rule files: one golden file a case, and every message in one of them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read must fail")]

mod golden;

use std::path::{Path, PathBuf};

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_wrong_rule_file_is_told_as_its_golden_file_says() {
    golden::check(&here("tests/lint"), &here("tests/lint"), plan::lint);
}

#[test]
fn every_message_has_a_golden_file() {
    let not_messages = [
        // The table of laws is no rule file: its tests stand beside it.
        "line {}: ",
        "expected the header `{}`",
        "expected {} fields",
        "`{column}` is blank",
        "the key `{key}` is taken",
        "`{text}` is not a day such as `2026-01-01`",
        "`{text}` is not a day or month such as `2026-11`",
        "`{text}` is neither `sure` nor `unsure`",
        // The parts of serde's messages that are reworded.
        ", expected ",
        "unknown field ",
        "unknown variant ",
        "unknown variant",
        // No file gets there: a list of parts that is empty, a patch without a path.
        "a target with parts needs one",
        "empty path",
        // The frame of a problem: it stands around every message, over several lines.
        "\\n {gutter} | {}",
        "\\n {blank} | {indent}{}",
        "\\n {blank} = help: {help}",
    ];
    let goldens = [here("tests/lint"), here("tests/outlines"), here("tests/forms")];
    golden::every_sentence_has_a_golden(&golden::sources_below(&here("src")), &goldens, &not_messages);
}
