//! Shapes of cells: what looks like a value, like an index of a column, or like a letterhead.
//!
//! It looks at one cell or one row at a time and knows no table.

use super::words::{is_period, is_year, plain};
use crate::grid::{Symbol, Value};
use crate::sheet::SheetRow;

/// Does the cell hold a value rather than a name? Years and periods can be either and count as names.
pub(crate) fn is_value(value: &Value) -> bool {
    match value {
        Value::Empty => false,
        Value::Number(number) => !is_year(&number.to_string()),
        Value::Date(_) | Value::Bool(_) | Value::Error(_) => true,
        Value::Text(text) => is_value_text(text),
    }
}

/// The same of a cell in a row; plain numbers, the most common values, are known at a glance.
pub(crate) fn holds_value(row: SheetRow<'_>, symbol: Symbol) -> bool {
    match symbol.whole_number() {
        Some(number) => !(2000..=2100).contains(&number),
        None => is_value(&row.value(symbol)),
    }
}

/// `8/3/2024`, `02`, `1.046`, `54,0%`, `02 cuộc`, `-`, `x`, `…`; but not `2024` or `6 tháng đầu năm`.
fn is_value_text(text: &str) -> bool {
    let inner = text.trim_start_matches(['(', '-', '+', '±', '<', '>', '≥', '≤', '~', ' ']);
    let is_mark = text.chars().nth(1).is_none() || !text.contains(char::is_alphanumeric);
    (is_mark && text != "%") || (inner.starts_with(|letter: char| letter.is_ascii_digit()) && !is_period(&plain(text)))
}

/// Is it a number of things rather than a date: digits and at most dots, commas or a percent sign, or a count with its
/// word?
pub(crate) fn is_quantity(value: &Value) -> bool {
    match value {
        Value::Number(number) => !is_year(&number.to_string()),
        Value::Text(text) => {
            let rest =
                text.trim_start_matches(|letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' '));
            let has_digit = text.starts_with(|letter: char| letter.is_ascii_digit());
            let has_unit = rest.is_empty() || rest == "%" || rest.starts_with(char::is_alphabetic);
            has_digit && has_unit && !is_year(text) && !plain(text).contains("thang")
        }
        _ => false,
    }
}

/// Does the cell hold a date, typed or written with slashes?
pub(crate) fn is_date(value: &Value) -> bool {
    match value {
        Value::Date(_) => true,
        Value::Text(text) => text.contains(['/', '-']) && text.bytes().filter(u8::is_ascii_digit).count() >= 2,
        _ => false,
    }
}

/// Only texts, and none of them a value.
pub(crate) fn is_all_names(row: SheetRow<'_>) -> bool {
    let is_name = |symbol| !holds_value(row, symbol) && matches!(*row.value(symbol), Value::Text(_) | Value::Number(_));
    row.symbols().all(|(_, symbol)| is_name(symbol))
}

/// A row that numbers the columns: `A|B|C|1|2`, `(1)|(2)|(3=1+2)`, `1|2|…|14`.
pub(crate) fn is_key_row(row: SheetRow<'_>) -> bool {
    let Some(keys) = row.cells().map(|(_, value)| key(&value.text())).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let letters = keys.iter().take_while(|key| matches!(key, Key::Letter(_))).count();
    let (letter_keys, number_keys) = keys.split_at_checked(letters).unwrap_or_default();
    let in_order = |keys: &[Key]| keys.iter().zip(1..).all(|(key, place)| key.place() == place);
    let enough = keys.len() >= 3 || (keys.len() == 2 && letters > 0);
    enough
        && in_order(letter_keys)
        && in_order(number_keys)
        && number_keys.iter().all(|key| matches!(key, Key::Number(_)))
}

enum Key {
    Letter(u32),
    Number(u32),
}

impl Key {
    fn place(&self) -> u32 {
        match self {
            Self::Letter(place) | Self::Number(place) => *place,
        }
    }
}

fn key(text: &str) -> Option<Key> {
    let inner = text.trim_matches(['(', ')', '[', ']', ' ']);
    if let [letter] = inner.as_bytes()
        && letter.is_ascii_alphabetic()
    {
        return Some(Key::Letter(u32::from(letter.to_ascii_uppercase() - b'A') + 1));
    }
    let (number, sum) = inner.split_once('=').unwrap_or((inner, ""));
    let is_sum = sum.chars().all(|letter| letter.is_ascii_digit() || "+-*/x:() %".contains(letter));
    number.trim().parse().ok().filter(|_| is_sum).map(Key::Number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::SparseRow;
    use crate::sheet::{SheetRows, text_value};

    fn is_key(cells: &[&str]) -> bool {
        let cells = (0..).zip(cells.iter().map(|text| text_value(text))).collect();
        let rows: SheetRows = [SparseRow { number: 1, cells }].into_iter().collect();
        rows.get(0).is_some_and(is_key_row)
    }

    #[test]
    fn values_are_told_from_names() {
        for text in ["8/3/2024", "02", "1.046", "54,0%", "02 cuộc", "-", "x", "…", "(nữ)", "(12)"] {
            assert_eq!(is_value(&text_value(text)), text != "(nữ)", "{text}");
        }
        for text in ["2024", "6 tháng đầu năm", "Quý I", "Đơn vị", "T3", "%"] {
            assert!(!is_value(&text_value(text)), "{text}");
        }
    }

    #[test]
    fn numbers_are_values_at_a_glance_as_they_are_on_a_closer_look() {
        let numbers = [0, 1, 9, 12, 31, 1999, 2000, 2024, 2100, 2101, 20_240, 999_999_999];
        for value in numbers.iter().flat_map(|n| [Value::Number(f64::from(*n)), text_value(&n.to_string())]) {
            let rows: SheetRows = [SparseRow { number: 1, cells: vec![(0, value.clone())] }].into_iter().collect();
            let row = rows.get(0).unwrap();
            assert_eq!(holds_value(row, row.symbol(0)), is_value(&value), "{value:?}");
        }
    }

    #[test]
    fn rows_of_keys_are_known() {
        let keys: &[&[&str]] = &[
            &["A", "B", "C", "1", "2"],
            &["(1)", "(2)", "(3=1+2)"],
            &["1", "2", "3", "4", "5"],
            &["A", "1"],
            &["a", "b", "(1)", "(2)", "3=1+2"],
        ];
        for cells in keys {
            assert!(is_key(cells), "{cells:?}");
        }
        let others: &[&[&str]] =
            &[&["1", "2"], &["1", "3", "5"], &["1", "Xã A", "2"], &["2", "3", "4"], &["A", "C"], &[]];
        for cells in others {
            assert!(!is_key(cells), "{cells:?}");
        }
    }
}
