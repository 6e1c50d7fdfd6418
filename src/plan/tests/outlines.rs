//! What lint prints about wrong outlines of reports.
#![expect(clippy::unwrap_used, reason = "a test that cannot read must fail")]

mod templates;

#[test]
fn every_wrong_outline_is_told_as_its_golden_file_says() {
    templates::check("tests/outlines", |name, text| plan::outline(name, text).err().unwrap_or_default());
}
