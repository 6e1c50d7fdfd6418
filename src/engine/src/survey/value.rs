//! A survey value as it stands in a table, in whole thousandths.

/// More digits than any share, index or number of people has.
const MOST_DIGITS: usize = 12;

/// `40,5` and `40.5 %` are 40 500; anything after the third decimal is cut off. `None` for what is no number, or negative.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    let number = text.trim().trim_end_matches('%').trim_end();
    let (whole, decimals) = number.split_once([',', '.']).unwrap_or((number, ""));
    let is_number = |digits: &str| digits.len() <= MOST_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let decimals: String = decimals.chars().chain(['0'; 3]).take(3).collect();
    format!("{whole}{decimals}").parse().ok()
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn decimals_are_read_as_people_write_them() {
        let cases = [
            ("40", Some(40_000)),
            ("40,5", Some(40_500)),
            ("40.5", Some(40_500)),
            (" 40.5 % ", Some(40_500)),
            ("0", Some(0)),
            ("0.001", Some(1)),
            ("0.0019", Some(1)),
            ("999999999999.999", Some(999_999_999_999_999)),
            ("1000000000000000", None),
            ("", None),
            ("%", None),
            (",5", None),
            ("-3", None),
            ("1.234,5", None),
            ("khoảng 40", None),
        ];
        for (text, expected) in cases {
            assert_eq!(thousandths(text), expected, "{text:?}");
        }
    }
}
