//! Tells the program that opens a workbook to reckon its formulas anew: their values were those of a blank form.

use super::NotWritten;
use super::splice::{Splices, Walk};
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements after which `calcPr` stands. SOURCE: ECMA-376 part 1, §18.2.27, CT_Workbook is a sequence.
const BEFORE: [&str; 5] = ["sheets", "functionGroups", "externalReferences", "definedNames", "bookViews"];

/// The part that lists the sheets, with the order to reckon anew; `None` = it gives it already.
pub(super) fn on_load(text: &[u8]) -> Result<Option<Vec<u8>>, NotWritten> {
    let mut walk = Walk::new(text)?;
    let mut after = None;
    loop {
        let (event, place) = walk.next()?;
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "calcPr" => {
                return asked(text, &tag, place);
            }
            Event::Empty(tag) if BEFORE.contains(&tag.local_name().as_ref()) => {
                after = Some((place.end, prefix(tag.name().as_ref())));
            }
            Event::End(tag) if BEFORE.contains(&tag.local_name().as_ref()) => {
                after = Some((place.end, prefix(tag.name().as_ref())));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let (at, prefix) = after.ok_or_else(|| NotWritten::because("a workbook without sheets"))?;
    let mut splices = Splices::default();
    splices.put(at..at, format!("<{prefix}calcPr fullCalcOnLoad=\"1\"/>").into_bytes());
    splices.made(text).map(Some)
}

fn prefix(name: &str) -> String {
    name.split_once(':').map(|(prefix, _)| format!("{prefix}:")).unwrap_or_default()
}

/// Adds the order to a tag that says how formulas are reckoned.
fn asked(text: &[u8], tag: &BytesStart<'_>, place: Range<usize>) -> Result<Option<Vec<u8>>, NotWritten> {
    let old = tag.try_get_attribute("fullCalcOnLoad").map_err(NotWritten::because)?;
    match old.map(|attribute| attribute.value.into_owned()) {
        Some(value) if matches!(value.as_str(), "1" | "true") => return Ok(None),
        Some(_) => return without(text, place),
        None => {}
    }
    let at = place.start + 1 + tag.name().as_ref().len();
    let mut splices = Splices::default();
    splices.put(at..at, b" fullCalcOnLoad=\"1\"".to_vec());
    splices.made(text).map(Some)
}

/// The order stands there, and says no.
fn without(text: &[u8], place: Range<usize>) -> Result<Option<Vec<u8>>, NotWritten> {
    let tag = text.get(place.clone()).unwrap_or_default();
    let tag = std::str::from_utf8(tag).map_err(NotWritten::because)?;
    let said = ["\"0\"", "'0'", "\"false\"", "'false'"].map(|no| format!("fullCalcOnLoad={no}"));
    let changed = said.iter().find(|said| tag.contains(said.as_str()));
    let changed = changed.ok_or_else(|| NotWritten::because("an order to reckon that cannot be read"))?;
    let mut splices = Splices::default();
    splices.put(place, tag.replacen(changed, "fullCalcOnLoad=\"1\"", 1).into_bytes());
    splices.made(text).map(Some)
}
