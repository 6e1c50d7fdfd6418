//! English counts: `1 row`, `1,046 rows`. Vietnamese words have one form.

use crate::dates;
use domain::Language;

/// The number with its noun.
pub(crate) fn english(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    let noun = if count == 1 { one } else { many };
    format!("{} {noun}", dates::number(Language::En, count))
}

/// `1 row`, `1,046 rows`
pub(crate) fn rows(count: impl TryInto<u64>) -> String {
    english(count, "row", "rows")
}

#[cfg(test)]
mod tests;
