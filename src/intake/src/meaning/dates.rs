//! Dates as officials write them → intervals of days, with no invented day.
//!
//! Day first by default. A form that cannot be read is a [`DateProblem`], never a guess; vague words ("thường xuyên")
//! are no date at all.

mod noise;

use super::tokens::{Token, tokens};
use crate::grid::Value;
use chrono::{Datelike, Days, NaiveDate};
use domain::{Span, YearPart};
use noise::tidy;

/// Which comes first in `03/05/2023`?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// 3 May, as Vietnam writes.
    #[default]
    DayFirst,
    /// 5 March, as the user said of this table.
    MonthFirst,
}

/// What completes a date that does not say everything.
#[derive(Clone, Copy, Debug, Default)]
pub struct DateContext {
    /// The year of the row, if a column says it.
    pub year: Option<i32>,
    /// The period of the sheet, file or title.
    pub period: Option<Span>,
    /// Day or month first.
    pub order: DayOrder,
}

impl DateContext {
    /// The one year that rows without a year belong to.
    fn year(self) -> Option<i32> {
        let period = self.period.filter(|period| period.from().year() == period.to().year());
        self.year.or_else(|| period.map(|period| period.from().year()))
    }
}

/// Why a cell is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// No known form, or no such day.
    Unreadable,
    /// A date outside 2000–2100.
    OutOfRange,
}

/// Years that a report can be about; anything else is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Excel's serial numbers of 1982–2064: what a date column holds when its format was lost.
const SERIALS: std::ops::RangeInclusive<u32> = 30_000..=60_000;
/// Words that say "now and then": no date.
const VAGUE: [&str; 12] = [
    "thuong xuyen",
    "hang thang",
    "hang quy",
    "hang nam",
    "hang tuan",
    "hang ngay",
    "dinh ky",
    "lien tuc",
    "trong nam",
    "chua",
    "x",
    "-",
];

/// Reads a date cell. `Ok(None)` = blank or vague.
pub fn read_date(value: &Value, context: &DateContext) -> Result<Option<Span>, DateProblem> {
    match value {
        Value::Empty => Ok(None),
        Value::Date(day) => in_range(Span::day(*day)).map(Some),
        Value::Number(number) => read_number(*number, context).map(Some),
        Value::Text(text) => read_text(text, context),
        Value::Bool(_) | Value::Error(_) => Err(DateProblem::Unreadable),
    }
}

/// Reads the period that a sheet's name, a file's name or a title states: "Quý I/2024", "T3-2024", "năm 2024".
pub fn read_period(text: &str) -> Option<Span> {
    // Names of files join words by dashes: `nam-2024`.
    [text.replace('_', " "), text.replace(['_', '-'], " ")].iter().find_map(|text| {
        let all = tidy(&tokens(text));
        let from = |start: usize| longest_from(all.get(start..).unwrap_or(&[]));
        (0..all.len()).filter_map(from).find(|period| in_range(*period).is_ok())
    })
}

/// Reads a part of the year without its year: "Quý I", "T3", "6 tháng đầu năm", "Cả năm".
pub fn read_year_part(text: &str) -> Option<YearPart> {
    let tokens = tidy(&tokens(text));
    if tokens.first().is_some_and(|token| token.is_word("nam")) && tokens.len() == 1 {
        return Some(YearPart::Year);
    }
    let (part, rest) = part(&tokens)?;
    rest.iter().all(|token| token.is_word("nam")).then_some(part)
}

fn read_number(number: f64, context: &DateContext) -> Result<Span, DateProblem> {
    let text = number.to_string();
    if let Ok(whole) = text.parse::<u32>() {
        if SERIALS.contains(&whole) {
            return serial(whole).map(Span::day).ok_or(DateProblem::Unreadable).and_then(in_range);
        }
        let year = i32::try_from(whole).unwrap_or(0);
        return Span::year(year).filter(|_| YEARS.contains(&year)).ok_or(DateProblem::Unreadable);
    }
    // A time of day makes a serial number fractional; `8.3` is 8 March typed into a number cell.
    let day = text.split('.').next().and_then(|whole| whole.parse().ok()).filter(|whole| SERIALS.contains(whole));
    match day.and_then(serial) {
        Some(day) => in_range(Span::day(day)),
        None => read_text(&text, context)?.ok_or(DateProblem::Unreadable),
    }
}

/// Excel counts from 1899-12-30 for every day after February 1900.
fn serial(days: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(days)))
}

fn in_range(span: Span) -> Result<Span, DateProblem> {
    let inside = YEARS.contains(&span.from().year()) && YEARS.contains(&span.to().year());
    if inside { Ok(span) } else { Err(DateProblem::OutOfRange) }
}

fn read_text(text: &str, context: &DateContext) -> Result<Option<Span>, DateProblem> {
    let folded = crate::fold::fold(text);
    let bare = folded.trim_matches(|letter: char| ".,;…–-".contains(letter)).trim();
    if bare.is_empty() || VAGUE.contains(&bare) {
        return Ok(None);
    }
    if let Some(span) = Span::parse_canonical(text.trim()) {
        return in_range(span).map(Some);
    }
    // A text file keeps the serial number of a cell whose format was lost.
    if let Some(number) = bare.parse().ok().filter(|number| SERIALS.contains(number)) {
        return read_number(f64::from(number), context).map(Some);
    }
    let tokens = tidy(&tokens(text));
    match span(&tokens, context) {
        Some(span) => in_range(span).map(Some),
        None => Err(DateProblem::Unreadable),
    }
}

/// Words first ("T3-2024" is March, not a range), then ranges, then a plain day.
fn span(tokens: &[Token], context: &DateContext) -> Option<Span> {
    in_words(tokens, context).or_else(|| range(tokens, context)).or_else(|| in_numbers(tokens, context, None))
}

/// `a - b`: the right side says what the left side leaves out.
fn range(tokens: &[Token], context: &DateContext) -> Option<Span> {
    if single_form(tokens) {
        return None;
    }
    (1..tokens.len()).filter(|at| tokens.get(*at) == Some(&Token::Sign('-'))).find_map(|at| {
        let (left, right) = (tokens.get(..at)?, tokens.get(at + 1..)?);
        let to = single(right, context, None)?;
        let from = single(left, &DateContext { year: Some(to.from().year()), ..*context }, Some(to))?;
        Span::new(from.from(), to.to()).or_else(|| {
            // `15/12 – 14/6/2024` begins in the year before.
            let year = to.from().year() - 1;
            let from = single(left, &DateContext { year: Some(year), ..*context }, Some(to))?;
            Span::new(from.from(), to.to()).filter(|span| span.days() <= 366)
        })
    })
}

/// `5-3-2023`, `2023-03-05` and `15-11` are one day; with other signs beside the dashes it is a range.
fn single_form(tokens: &[Token]) -> bool {
    let dashes_only = tokens.iter().all(|token| matches!(token, Token::Number(..) | Token::Sign('-')));
    let numbers = tokens.iter().filter(|token| matches!(token, Token::Number(..))).count();
    dashes_only && numbers <= 3
}

fn longest_from(tokens: &[Token]) -> Option<Span> {
    let context = DateContext::default();
    let longest = tokens.len().min(12);
    (1..=longest).rev().find_map(|length| {
        let own = tokens.get(..length)?;
        let says_period = own.iter().any(|token| matches!(token, Token::Word(_))) || own.len() > 3;
        says_period.then(|| span(own, &context))?
    })
}

/// One date without a range. `end` completes a bare day or month from the end of the range it begins.
fn single(tokens: &[Token], context: &DateContext, end: Option<Span>) -> Option<Span> {
    in_words(tokens, context).or_else(|| in_numbers(tokens, context, end))
}

/// `quý I/2024`, `tháng 11 năm 2023`, `6 tháng đầu năm 2024`, `năm 2024`, `08 tháng 3 năm 2024`
fn in_words(tokens: &[Token], context: &DateContext) -> Option<Span> {
    if let [Token::Word(nam), Token::Number(year, 4)] = tokens {
        return (nam == "nam").then(|| Span::year(to_year(*year, 4)?))?;
    }
    if let [Token::Number(day, 1..=2), Token::Word(thang), Token::Number(month, 1..=2), rest @ ..] = tokens
        && thang == "thang"
    {
        return NaiveDate::from_ymd_opt(year_or(rest, context)?, *month, *day).map(Span::day);
    }
    if let [Token::Number(9, _), Token::Word(thang), Token::Word(dau), rest @ ..] = tokens
        && (thang == "thang" || thang == "t")
        && dau == "dau"
    {
        let year = year_or(rest, context)?;
        return Span::new(Span::month(year, 1)?.from(), Span::month(year, 9)?.to());
    }
    let (part, rest) = part(tokens)?;
    of_year(part, year_or(rest, context)?)
}

fn of_year(part: YearPart, year: i32) -> Option<Span> {
    match part {
        YearPart::Month(month) => Span::month(year, month),
        YearPart::Quarter(quarter) => Span::quarter(year, quarter),
        YearPart::Half(half) => Span::half(year, half),
        YearPart::Year => Span::year(year),
    }
}

/// The part of a year that begins the text, and what follows.
fn part(tokens: &[Token]) -> Option<(YearPart, &[Token])> {
    match tokens {
        // "Q.II", "T.3": the stop ends the short word.
        [Token::Word(word), Token::Number(number, 1..=2), rest @ ..]
        | [Token::Word(word), Token::Sign('.'), Token::Number(number, 1..=2), rest @ ..] => match word.as_str() {
            "quy" | "q" if (1..=4).contains(number) => Some((YearPart::Quarter(*number), rest)),
            "thang" | "t" | "th" if (1..=12).contains(number) => Some((YearPart::Month(*number), rest)),
            _ => None,
        },
        [Token::Word(quy), Token::Word(roman), rest @ ..]
        | [Token::Word(quy), Token::Sign('.'), Token::Word(roman), rest @ ..]
            if quy == "quy" || quy == "q" =>
        {
            Some((YearPart::Quarter(roman_quarter(roman)?), rest))
        }
        [Token::Number(6, _), Token::Word(thang), Token::Word(which), rest @ ..]
            if thang == "thang" || thang == "t" =>
        {
            match which.as_str() {
                "dau" => Some((YearPart::Half(1), rest)),
                "cuoi" => Some((YearPart::Half(2), rest)),
                _ => None,
            }
        }
        // A report "of six months" without more is of the first six.
        [Token::Number(6, 1), Token::Word(short), rest @ ..]
            if short == "t" && !matches!(rest.first(), Some(Token::Word(word)) if word != "nam") =>
        {
            Some((YearPart::Half(1), rest))
        }
        [Token::Word(word), rest @ ..] => {
            Some((YearPart::Quarter(roman_quarter(word.strip_prefix('q')?.trim_start_matches("uy"))?), rest))
        }
        _ => None,
    }
}

fn roman_quarter(roman: &str) -> Option<u32> {
    match roman {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        _ => None,
    }
}

/// The year that follows ("/2024", "năm 2024", "- 24"), or the context's if nothing does.
fn year_or(tokens: &[Token], context: &DateContext) -> Option<i32> {
    let bare: Vec<&Token> =
        tokens.iter().filter(|token| !matches!(token, Token::Sign(_)) && !token.is_word("nam")).collect();
    match bare.as_slice() {
        [] => context.year(),
        [Token::Number(year, digits)] => to_year(*year, *digits),
        _ => None,
    }
}

/// `2024` or `24`; `202` is a slip.
fn to_year(year: u32, digits: usize) -> Option<i32> {
    match digits {
        4 => i32::try_from(year).ok(),
        2 => i32::try_from(2000 + year).ok(),
        _ => None,
    }
}

/// Numbers between signs: `5/3/2023`, `2023-03-05`, `11/2023`, `15/11`, `2024`, and a bare day before a range's end.
fn in_numbers(tokens: &[Token], context: &DateContext, end: Option<Span>) -> Option<Span> {
    let numbers = numbers(tokens)?;
    match numbers.as_slice() {
        [(year, 4)] => Span::year(to_year(*year, 4)?),
        [(bare, 1..=2)] => before_end(*bare, end?),
        [(month, 1..=2), (year, 4)] => Span::month(to_year(*year, 4)?, *month),
        [(year, 4), (month, 1..=2)] => Span::month(to_year(*year, 4)?, *month),
        [(first, 1..=2), (second, 1..=2)] => day_of(*first, *second, context.year()?, context.order),
        [(year, 4), (month, 1..=2), (day, 1..=2)] => {
            NaiveDate::from_ymd_opt(to_year(*year, 4)?, *month, *day).map(Span::day)
        }
        [(first, 1..=2), (second, 1..=2), (year, digits)] => {
            day_of(*first, *second, to_year(*year, *digits)?, context.order)
        }
        _ => None,
    }
}

/// `8` before `10/3/2024` is a day; `3` before a whole month is a month.
fn before_end(bare: u32, end: Span) -> Option<Span> {
    let day = end.to();
    if end.is_day() {
        return NaiveDate::from_ymd_opt(day.year(), day.month(), bare).map(Span::day);
    }
    (Span::month(day.year(), day.month()) == Some(end)).then(|| Span::month(day.year(), bare))?
}

fn day_of(first: u32, second: u32, year: i32, order: DayOrder) -> Option<Span> {
    let (day, month) = match order {
        DayOrder::DayFirst => (first, second),
        DayOrder::MonthFirst => (second, first),
    };
    NaiveDate::from_ymd_opt(year, month, day).map(Span::day)
}

/// The numbers, if nothing but one sign stands between two of them.
fn numbers(tokens: &[Token]) -> Option<Vec<(u32, usize)>> {
    let trimmed = match tokens {
        [inner @ .., Token::Sign(_)] => inner,
        all => all,
    };
    let mut numbers = Vec::new();
    for (at, token) in trimmed.iter().enumerate() {
        match (at % 2, token) {
            (0, Token::Number(value, digits)) => numbers.push((*value, *digits)),
            (1, Token::Sign('/' | '-' | '.' | '\\')) => {}
            _ => return None,
        }
    }
    Some(numbers)
}

#[cfg(test)]
mod tests;
