//! How people write names and dates: with abbreviations, without accents, as text.

use crate::dice::Dice;
use crate::paper::Cell;
use crate::roster::bare;
use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;

/// A commune's or district's name as somebody might type it.
pub(crate) fn unit(name: &str, dice: &mut Dice) -> String {
    match dice.below(100) {
        0..72 => name.to_owned(),
        72..82 => without_accents(name),
        82..92 => abbreviated(name),
        92..96 => name.to_uppercase(),
        _ => lower_type(name),
    }
}

/// "X. Vĩnh Hòa Hiệp", "TT. Minh Lương", "TP. Rạch Giá".
pub(crate) fn abbreviated(name: &str) -> String {
    let short = [("Thị trấn ", "TT. "), ("Thành phố ", "TP. "), ("Phường ", "P. "), ("Huyện ", "H. "), ("Xã ", "X. ")];
    short
        .iter()
        .find_map(|(word, short)| Some(format!("{short}{}", name.strip_prefix(word)?)))
        .unwrap_or_else(|| name.to_owned())
}

/// "xã Vĩnh Hòa Hiệp".
pub(crate) fn lower_type(name: &str) -> String {
    let own = bare(name);
    let word = name.strip_suffix(own).unwrap_or_default();
    format!("{}{own}", word.to_lowercase())
}

fn without_accents(text: &str) -> String {
    let is_mark = |character: &char| ('\u{300}'..='\u{36f}').contains(character);
    text.nfd()
        .filter(|character| !is_mark(character))
        .map(|character| match character {
            'đ' => 'd',
            'Đ' => 'D',
            other => other,
        })
        .collect()
}

/// A date as a typed cell or in one of the written forms.
pub(crate) fn date(day: NaiveDate, dice: &mut Dice) -> Cell {
    let (d, m, y) = (day.day(), day.month(), day.year());
    let text = match dice.below(100) {
        0..64 => return Cell::Day(day),
        64..76 => format!("{d:02}/{m:02}/{y}"),
        76..83 => format!("{d}/{m}/{y}"),
        83..88 => format!("{d:02}.{m:02}.{y}"),
        88..92 => format!("{d}-{m}-{y}"),
        92..95 => format!("ngày {d:02}/{m}/{y}"),
        95..97 => format!("sáng {d}/{m}/{y}"),
        97..99 => format!("ngày {d} tháng {m} năm {y}"),
        _ => format!("tháng {m}/{y}"),
    };
    Cell::Text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_own_part_however_they_are_written() {
        assert_eq!(abbreviated("Thị trấn Minh Lương"), "TT. Minh Lương");
        assert_eq!(lower_type("Xã Vĩnh Hòa Hiệp"), "xã Vĩnh Hòa Hiệp");
        assert_eq!(without_accents("Xã Thạnh Đông"), "Xa Thanh Dong");
    }
}
