//! A cell of the workbook as a value: typed dates lose their time of day, and a date whose format shows no day gets none.
//!
//! It trusts the cell's number format. Whether a date makes sense is decided by the meaning step.

use crate::grid::Value;
use crate::sheet::text_value;
use calamine::{DataRef, ExcelDateTime};
use domain::NaiveDate;

/// `shown` is how much of a date the cell's number format shows; only dates ask.
pub(crate) fn value(cell: &DataRef<'_>, shown: impl FnOnce() -> Shown) -> Value {
    match cell {
        DataRef::Empty => Value::Empty,
        DataRef::Int(number) => Value::Number(*number as f64),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::String(text) => text_value(text),
        DataRef::SharedString(text) => text_value(text),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::Error(error) => Value::Error(error.to_string().into()),
        DataRef::DateTime(moment) => moment_value(*moment, shown),
        DataRef::DateTimeIso(text) => iso_value(text),
        DataRef::DurationIso(text) => text_value(text),
    }
}

// SOURCE: the last serial of a spreadsheet is 2958465 (31/12/9999).
const SERIALS: std::ops::Range<f64> = 1.0..2_958_466.0;

fn moment_value(moment: ExcelDateTime, shown: impl FnOnce() -> Shown) -> Value {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let serial = moment.as_f64();
    if moment.is_duration() {
        return Value::Number(serial);
    }
    if (0.0..1.0).contains(&serial) {
        return Value::Text(format!("{hour:02}:{minute:02}").into());
    }
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day));
    match (date.filter(|_| SERIALS.contains(&serial)), shown()) {
        // 29/2/1900 and beyond the calendar.
        (None, _) => Value::Number(serial),
        (Some(date), Shown::Day) => Value::Date(date),
        (Some(date), Shown::Month) => Value::Text(date.format("%m/%Y").to_string().into()),
        (Some(date), Shown::Year) => Value::Text(date.format("%Y").to_string().into()),
    }
}

fn iso_value(text: &str) -> Value {
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
    day.map_or_else(|| text_value(text), Value::Date)
}

/// How much of a date a format shows. A month typed as `11/2023` is stored as its first day: that day is not a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    Day,
    Month,
    Year,
}

/// What a code such as `dd/mm/yyyy` shows.
pub(crate) fn shown(format: &str) -> Shown {
    let codes = codes(format);
    let has = |code: char| codes.contains(code);
    match () {
        () if has('d') || has('h') || has('s') || !has('y') => Shown::Day,
        () if has('m') => Shown::Month,
        () => Shown::Year,
    }
}

/// Does the code show a number as a date or a time?
pub(crate) fn is_date(format: &str) -> bool {
    codes(format).contains(['y', 'd', 'h', 's', 'm'])
}

/// The letters of the first section that are codes: no quoted or escaped text, nothing in brackets.
fn codes(format: &str) -> String {
    let mut codes = String::new();
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '\\' | '_' | '*' => drop(letters.next()),
            '"' => drop(letters.by_ref().find(|letter| *letter == '"')),
            '[' => drop(letters.by_ref().find(|letter| *letter == ']')),
            _ => codes.push(letter.to_ascii_lowercase()),
        }
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn date(year: i32, month: u32, day: u32) -> Value {
        Value::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap())
    }

    #[test]
    fn serials_become_days_in_both_systems() {
        let cases = [
            (45359.0, false, "dd/mm/yyyy", date(2024, 3, 8)),
            (45359.6, false, "dd/mm/yyyy hh:mm", date(2024, 3, 8)),
            (43897.0, true, "dd/mm/yyyy", date(2024, 3, 8)),
            (61.0, false, "d/m/yyyy", date(1900, 3, 1)),
            (60.0, false, "d/m/yyyy", Value::Number(60.0)),
            (0.35, false, "hh:mm", Value::Text("08:24".into())),
            (-3.0, false, "d/m/yyyy", Value::Number(-3.0)),
            (1e12, false, "d/m/yyyy", Value::Number(1e12)),
            (45231.0, false, "mm/yyyy", Value::Text("11/2023".into())),
            (45231.0, false, "[$-42A]\"tháng d\" m/yyyy;@", Value::Text("11/2023".into())),
            (45231.0, false, "yyyy", Value::Text("2023".into())),
            (45231.0, false, "d-mmm", date(2023, 11, 1)),
            (45231.0, false, "", date(2023, 11, 1)),
        ];
        for (serial, is_1904, format, expected) in cases {
            let cell = DataRef::DateTime(ExcelDateTime::new(serial, DateTime, is_1904));
            assert_eq!(value(&cell, || shown(format)), expected, "{serial} {format:?}");
        }
        let duration = DataRef::DateTime(ExcelDateTime::new(1.5, TimeDelta, false));
        assert_eq!(value(&duration, || shown("[h]:mm")), Value::Number(1.5));
    }

    #[test]
    fn an_iso_date_loses_its_time() {
        assert_eq!(value(&DataRef::DateTimeIso("2024-03-08T10:00:00".into()), || Shown::Day), date(2024, 3, 8));
        assert_eq!(value(&DataRef::DateTimeIso("10:00".into()), || Shown::Day), Value::Text("10:00".into()));
    }
}
