//! Figures as people write them: 1.200 người, 52%, 10,5%. What a figure is, its verdict says; nothing is rounded here.

use crate::units::activity_counted;
use crate::{Say, Text, both, dates};
use domain::{ActivityKind, DemandLine, Figures, Language, PeriodCell, Span, Verdict};

/// An amount in the unit of its figures.
pub fn amount(language: Language, figures: Figures, value: u32) -> Text {
    match figures {
        Figures::People => people(language, value),
        Figures::Members | Figures::Women => format!("{value}%").into(),
        Figures::Tenths => tenths(language, value).into(),
        Figures::Activities | Figures::Submissions | Figures::Parts | Figures::Tick => {
            dates::number(language, value).into()
        }
    }
}

/// `1.200 người`
pub fn people(language: Language, count: u32) -> Text {
    let number = dates::number(language, count);
    let en = if count == 1 { "person" } else { "people" };
    both(language, format!("{number} người"), format!("{number} {en}"))
}

/// `10,5%`; whole numbers without a decimal: `10%`.
pub fn tenths(language: Language, value: u32) -> String {
    format!("{}%", bare_tenths(language, value))
}

/// `10,5`; whole numbers without a decimal: `10`.
pub(crate) fn bare_tenths(language: Language, value: u32) -> String {
    let mark = match language {
        Language::Vi => ',',
        Language::En => '.',
    };
    match (value / 10, value % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}{mark}{tenth}"),
    }
}

/// What is certain against what is asked, short: `3/4`, `9/9 (100,0%)`, `1.200/100.000 người`, `10,5% / 10%`.
pub fn verdict_figure(language: Language, verdict: &Verdict) -> String {
    let Verdict { figures, n_lo, threshold, den, .. } = verdict;
    let number = |value: u32| dates::number(language, value);
    match (figures, den) {
        (Figures::People, _) => format!("{}/{}", number(*n_lo), people(language, *threshold)),
        (Figures::Women, Some(den)) => women(language, *n_lo, *den).into_owned(),
        (Figures::Tenths, _) => format!("{} / {}", tenths(language, *n_lo), tenths(language, *threshold)),
        (Figures::Parts, _) => parts(language, *n_lo, *threshold).into_owned(),
        (Figures::Tick, _) => ticked(language, *n_lo).into_owned(),
        (_, Some(den)) => {
            format!("{}/{} ({})", number(*n_lo), number(*den), dates::percent(language, *n_lo, *den))
        }
        (_, None) => format!("{}/{}", number(*n_lo), number(*threshold)),
    }
}

fn women(language: Language, women: u32, people: u32) -> Text {
    let (part, all) = (dates::number(language, women), dates::number(language, people));
    let percent = dates::percent(language, women, people);
    both(
        language,
        format!("{part}/{all} người là nữ ({percent})"),
        format!("{part} of {all} people are women ({percent})"),
    )
}

fn parts(language: Language, enough: u32, all: u32) -> Text {
    both(language, format!("{enough}/{all} điều kiện"), format!("{enough}/{all} conditions"))
}

fn ticked(language: Language, ticks: u32) -> Text {
    match ticks {
        0 => both(language, "chưa đánh dấu", "not ticked"),
        _ => both(language, "đã đánh dấu", "ticked"),
    }
}

/// How much is missing, where it can be counted at all: `1`, `300 người`. Shares, parts and ticks are not short of a
/// number that could be told.
pub fn short_of(language: Language, verdict: &Verdict) -> Option<Text> {
    missing(language, verdict.figures, verdict.den, verdict.threshold.saturating_sub(verdict.n_lo))
}

/// The same for a cell of the matrix.
pub fn cell_short_of(language: Language, cell: &PeriodCell) -> Option<Text> {
    missing(language, cell.figures, cell.den, cell.threshold.saturating_sub(cell.n_lo))
}

fn missing(language: Language, figures: Figures, den: Option<u32>, missing: u32) -> Option<Text> {
    let countable = match figures {
        Figures::Activities | Figures::Submissions => den.is_none(),
        Figures::People | Figures::Tenths => true,
        Figures::Members | Figures::Women | Figures::Parts | Figures::Tick => false,
    };
    (countable && missing > 0).then(|| amount(language, figures, missing))
}

/// What stands in a cell of the matrix, as short as can be: `2/2`, `7/9`, `56,0%`, `10,5%`.
pub fn cell(language: Language, cell: &PeriodCell) -> String {
    let number = |value: u32| dates::number(language, value);
    match (cell.figures, cell.den) {
        (Figures::Women | Figures::Tenths | Figures::Tick, _) => cell_certain(language, cell),
        (_, den) => format!("{}/{}", number(cell.n_lo), number(den.unwrap_or(cell.threshold))),
    }
}

/// What is certain in a cell, without what is asked.
pub fn cell_certain(language: Language, cell: &PeriodCell) -> String {
    match (cell.figures, cell.den) {
        (Figures::Women, Some(den)) => dates::percent(language, cell.n_lo, den),
        (Figures::Tenths, _) => tenths(language, cell.n_lo),
        (Figures::Tick, _) => if cell.n_lo > 0 { "✓" } else { "–" }.to_owned(),
        _ => dates::number(language, cell.n_lo),
    }
}

/// A number that a target demands: `ít nhất 04 cuộc truyền thông (2021–2025)`, `ít nhất 70% đến 31/12/2025`.
pub fn demand(language: Language, line: &DemandLine) -> String {
    at_least(language, line, &demanded(language, line))
}

/// The share of units that are to reach a target: `100% số đơn vị đạt mục tiêu này`.
pub fn share_demand(language: Language, line: &DemandLine) -> String {
    let share = amount(language, line.figures, line.at_least);
    let units = both(
        language,
        format!("{share} số đơn vị đạt mục tiêu này"),
        format!("{share} of the units reach this target"),
    );
    at_least(language, line, &units)
}

fn at_least(language: Language, line: &DemandLine, much: &str) -> String {
    let days = line.days.map(|days| format!(" ({})", years(days))).unwrap_or_default();
    let by = line.by.map(dates::day).map(|day| both(language, format!(" đến {day}"), format!(" by {day}")));
    // Nothing is more than all.
    let is_all = line.figures == Figures::Members && line.at_least >= 100;
    let at_least = if is_all { "".into() } else { both(language, "ít nhất ", "at least ") };
    format!("{at_least}{much}{}{days}", by.as_deref().unwrap_or_default())
}

fn demanded(language: Language, line: &DemandLine) -> String {
    let count = line.at_least;
    match line.figures {
        Figures::Activities => {
            let number = both(language, format!("{count:02}"), count.to_string());
            format!("{number} {}", kinds(language, &line.kinds, count)).trim().to_owned()
        }
        Figures::Women => both(language, format!("{count}% nữ"), format!("{count}% women")).into_owned(),
        figures => amount(language, figures, count).into_owned(),
    }
}

/// Kinds any of which counts.
fn kinds(language: Language, kinds: &[ActivityKind], count: u32) -> String {
    let words: Vec<Text> = kinds.iter().map(|kind| activity_counted(language, *kind, count)).collect();
    words.join(&both(language, " hoặc ", " or "))
}

/// `2021–2025` for whole years, else the days.
fn years(days: Span) -> String {
    use chrono::Datelike;
    let (first, last) = (days.from().year(), days.to().year());
    let whole = Span::year(first).is_some_and(|year| year.from() == days.from())
        && Span::year(last).is_some_and(|year| year.to() == days.to());
    match whole {
        true if first == last => first.to_string(),
        true => format!("{first}–{last}"),
        false => dates::span(days),
    }
}

impl Say for Figures {
    /// What the figures count, for a heading.
    fn say(&self, language: Language) -> Text {
        match self {
            Self::Activities => both(language, "số hoạt động", "activities"),
            Self::Members => both(language, "tỷ lệ", "share"),
            Self::Submissions => both(language, "báo cáo đã gửi", "reports handed in"),
            Self::Parts => both(language, "điều kiện", "conditions"),
            Self::People => both(language, "số người", "people"),
            Self::Women => both(language, "tỷ lệ nữ", "share of women"),
            Self::Tenths => both(language, "kết quả khảo sát", "survey result"),
            Self::Tick => both(language, "đánh dấu", "tick"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Evidence, NaiveDate, Period, State};

    fn verdict(figures: Figures, n_lo: u32, threshold: u32, den: Option<u32>) -> Verdict {
        Verdict {
            target: "T5".into(),
            unit: None,
            period: Period::Year(2024),
            window: None,
            state: State::Missed,
            reason: None,
            figures,
            threshold,
            n_lo,
            n_hi: n_lo,
            den,
            planned: 0,
            required_now: None,
            evidence: Evidence::None,
            deadline: NaiveDate::MAX,
        }
    }

    #[test]
    fn each_kind_of_figure_is_written_in_its_own_unit() {
        for (given, vi, en) in [
            (verdict(Figures::Activities, 3, 4, None), "3/4", "3/4"),
            (verdict(Figures::Members, 9, 70, Some(18)), "9/18 (50,0%)", "9/18 (50.0%)"),
            (verdict(Figures::People, 1200, 100_000, None), "1.200/100.000 người", "1,200/100,000 people"),
            (
                verdict(Figures::Women, 560, 50, Some(1000)),
                "560/1.000 người là nữ (56,0%)",
                "560 of 1,000 people are women (56.0%)",
            ),
            (verdict(Figures::Tenths, 105, 100, None), "10,5% / 10%", "10.5% / 10%"),
            (verdict(Figures::Parts, 1, 2, None), "1/2 điều kiện", "1/2 conditions"),
            (verdict(Figures::Tick, 0, 1, None), "chưa đánh dấu", "not ticked"),
        ] {
            assert_eq!(verdict_figure(Language::Vi, &given), vi);
            assert_eq!(verdict_figure(Language::En, &given), en);
        }
    }

    #[test]
    fn only_what_can_be_counted_is_short_of_something() {
        let short = |figures, den| short_of(Language::Vi, &verdict(figures, 3, 50, den)).map(Text::into_owned);
        assert_eq!(short(Figures::Activities, None).as_deref(), Some("47"));
        assert_eq!(short(Figures::People, None).as_deref(), Some("47 người"));
        assert_eq!(short(Figures::Tenths, None).as_deref(), Some("4,7%"));
        for figures in [Figures::Members, Figures::Women, Figures::Parts, Figures::Tick] {
            assert_eq!(short(figures, Some(10)), None, "{figures:?}");
        }
        assert_eq!(short_of(Language::Vi, &verdict(Figures::Activities, 4, 4, None)), None, "enough is not short");
    }

    #[test]
    fn a_cell_says_the_same_in_less() {
        let cell_of = |figures, n_lo, threshold, den| PeriodCell {
            period: Period::Year(2024),
            state: State::Missed,
            reason: None,
            figures,
            n_lo,
            n_hi: n_lo,
            threshold,
            den,
            deadline: NaiveDate::MAX,
        };
        for (given, vi) in [
            (cell_of(Figures::Activities, 3, 4, None), "3/4"),
            (cell_of(Figures::Members, 7, 70, Some(9)), "7/9"),
            (cell_of(Figures::People, 1200, 100_000, None), "1.200/100.000"),
            (cell_of(Figures::Women, 560, 50, Some(1000)), "56,0%"),
            (cell_of(Figures::Tenths, 105, 100, None), "10,5%"),
            (cell_of(Figures::Tick, 1, 1, None), "✓"),
        ] {
            assert_eq!(cell(Language::Vi, &given), vi);
        }
    }

    #[test]
    fn a_phase_names_its_years() {
        let phase = |from, to| {
            let day = |(year, month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
            let days = Span::new(day(from), day(to));
            let kinds = vec![ActivityKind::Event];
            demand(Language::Vi, &DemandLine { kinds, figures: Figures::Activities, at_least: 4, days, by: None })
        };
        assert_eq!(phase((2021, 1, 1), (2025, 12, 31)), "ít nhất 04 cuộc truyền thông (2021–2025)");
        assert_eq!(phase((2026, 1, 1), (2026, 12, 31)), "ít nhất 04 cuộc truyền thông (2026)");
        assert_eq!(phase((2025, 7, 1), (2025, 12, 31)), "ít nhất 04 cuộc truyền thông (01/07–31/12/2025)");
    }

    #[test]
    fn all_units_are_not_at_least_all() {
        let line =
            |at_least| DemandLine { kinds: Vec::new(), figures: Figures::Members, at_least, days: None, by: None };
        let said = |at_least| [Language::Vi, Language::En].map(|language| share_demand(language, &line(at_least)));
        assert_eq!(said(100), ["100% số đơn vị đạt mục tiêu này", "100% of the units reach this target"]);
        assert_eq!(said(90), ["ít nhất 90% số đơn vị đạt mục tiêu này", "at least 90% of the units reach this target"]);
    }
}
