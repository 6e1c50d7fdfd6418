//! Anniversaries that no plan names, which a user may take as preferred days all the same: `rules/anchor-days.csv`.

use domain::{Bilingual, Peak};
use std::fmt;

/// The file's first line.
const HEADER: &str = "id,from,to,vi,en";

/// A line that cannot be an anniversary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorError {
    /// 1-based line of the file.
    pub line: usize,
}

impl fmt::Display for AnchorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: expected `{HEADER}` with days such as `10-20`, five fields without quotes", self.line)
    }
}

impl std::error::Error for AnchorError {}

/// Reads the table.
pub fn anchors(csv: &str) -> Result<Vec<Peak>, AnchorError> {
    let mut lines = csv.lines().enumerate();
    if lines.next().is_none_or(|(_, header)| header.trim_end() != HEADER) {
        return Err(AnchorError { line: 1 });
    }
    let filled = lines.filter(|(_, line)| !line.trim().is_empty());
    filled.map(|(index, line)| anchor(line).ok_or(AnchorError { line: index + 1 })).collect()
}

fn anchor(line: &str) -> Option<Peak> {
    let fields: Vec<&str> = line.split(',').map(str::trim).collect();
    let [id, from, to, vi, en] = fields.as_slice() else { return None };
    let is_whole = [id, vi, en].iter().all(|field| !field.is_empty() && !field.contains('"'));
    let label = Bilingual { vi: (*vi).to_owned(), en: (*en).to_owned() };
    is_whole.then_some(Peak { id: (*id).to_owned(), label, from: day(from)?, to: day(to)? })
}

/// `11-25` → (11, 25).
fn day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    // A leap year, so that 29 February is a day.
    chrono::NaiveDate::from_ymd_opt(2024, month, day).map(|_| (month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_days_are_read_and_a_bad_line_is_named() {
        let shipped = anchors(include_str!("../../../rules/anchor-days.csv")).unwrap();
        assert!(shipped.iter().any(|peak| peak.from == (11, 25) && peak.label.vi.contains("bạo lực")));
        assert_eq!(anchors("id,from,to,vi,en\na,02-30,02-30,x,y\n"), Err(AnchorError { line: 2 }));
        assert_eq!(anchors("a,b\n"), Err(AnchorError { line: 1 }));
    }
}
