//! Decides which days are offered, what the headline counts, and what a copied table holds. Knows no page.

use crate::views::context::as_of::offered;
use chrono::{Datelike, NaiveDate};
use domain::{
    Bilingual, CompareSlice, Language, Period, Span, State, Turn, TurnedCount, TurnedVerdict, Verdict, Whose, guarded,
};
use std::collections::BTreeMap;
use wording::compare::{CompareText, Headline, Held, because};
use wording::figures::verdict_figure;
use wording::overview::{capital, target_code};
use wording::shell::AsOfDay;
use wording::what_if::WhatIfText;
use wording::{Say, dates};

/// The end of the quarter before this day.
pub(crate) fn day_before(as_of: NaiveDate) -> NaiveDate {
    let quarter = Span::quarter(as_of.year(), as_of.month().div_ceil(3));
    quarter.and_then(|quarter| quarter.from().pred_opt()).unwrap_or(as_of)
}

/// The days offered to stand against `as_of`: those of the year shown, and the end of the year before.
pub(super) fn days(year: i32, as_of: NaiveDate, today: NaiveDate) -> Vec<(NaiveDate, AsOfDay)> {
    let last = offered(year - 1, today).into_iter().last();
    last.into_iter().chain(offered(year, today)).filter(|(day, _)| *day != as_of).collect()
}

/// What turned, for the headline.
pub(super) fn headline(slice: &CompareSlice) -> Headline {
    let (before, after) = (slice.before.as_of, slice.after.as_of);
    let mut into: BTreeMap<State, u32> = BTreeMap::new();
    let mut gone = 0;
    for line in &slice.turned {
        match line.to {
            Some(state) => *into.entry(state).or_default() += line.count,
            None => gone += line.count,
        }
    }
    Headline {
        days: slice.rows.is_none().then_some((before, after)),
        turned: slice.turned.iter().map(|line| line.count).sum(),
        units: slice.units,
        // In the order of the one table of states.
        into: into.into_iter().collect(),
        gone,
    }
}

/// How many verdicts turned each way.
pub(super) fn by_turn(turned: &[TurnedCount], target: Option<&str>) -> BTreeMap<Turn, u32> {
    let mut counts = BTreeMap::new();
    for line in turned.iter().filter(|line| target.is_none_or(|target| line.target == target)) {
        *counts.entry(Turn::between(line.from, line.to)).or_default() += line.count;
    }
    counts
}

/// The lines of one target each, in the order they came.
pub(super) fn by_target(turned: &[TurnedCount]) -> Vec<(&str, &Bilingual, &[TurnedCount])> {
    let groups = turned.chunk_by(|one, other| one.target == other.target);
    groups.filter_map(|lines| lines.first().map(|line| (line.target.as_str(), &line.label, lines))).collect()
}

/// The side on which a verdict stands that is not on both.
pub(super) fn held(verdict: &TurnedVerdict) -> Held {
    if verdict.after.is_none() { Held::Before } else { Held::After }
}

/// The reasons that the states themselves carry: before, after.
pub(super) fn reasons(language: Language, verdict: &TurnedVerdict) -> Vec<wording::Text> {
    let of = |side: &Option<Verdict>| Some(side.as_ref()?.reason?.say(language));
    let before = of(&verdict.before).map(CompareText::ReasonBefore);
    let after = of(&verdict.after).map(CompareText::ReasonAfter);
    before.into_iter().chain(after).map(|reason| reason.say(language)).collect()
}

/// `3/4 → 4/4`, or the figure of the one side that there is.
pub(super) fn figures(language: Language, verdict: &TurnedVerdict) -> String {
    let figure = |verdict: &Option<Verdict>| verdict.as_ref().map(|verdict| verdict_figure(language, verdict));
    [figure(&verdict.before), figure(&verdict.after)].into_iter().flatten().collect::<Vec<_>>().join(" → ")
}

/// `Quý III/2024`
pub(super) fn period(language: Language, period: &Period) -> String {
    capital(&dates::period(language, period))
}

/// The word of a state, or that there is none.
pub(super) fn state_word(language: Language, state: Option<State>) -> wording::Text {
    state.map_or_else(|| CompareText::Absent.say(language), |state| state.say(language))
}

/// The table of what is listed: header first.
pub(super) fn table(language: Language, listed: &[TurnedVerdict]) -> Vec<Vec<String>> {
    let header = [
        WhatIfText::UnitColumn.say(language),
        CompareText::Target.say(language),
        CompareText::Period.say(language),
        CompareText::Before.say(language),
        CompareText::After.say(language),
        CompareText::Direction.say(language),
        WhatIfText::FiguresColumn.say(language),
        CompareText::Why.say(language),
    ];
    let lines = listed.iter().map(|verdict| line(language, verdict));
    std::iter::once(header.map(wording::Text::into_owned).to_vec()).chain(lines).collect()
}

fn line(language: Language, verdict: &TurnedVerdict) -> Vec<String> {
    let state = |side: &Option<Verdict>| state_word(language, side.as_ref().map(|side| side.state)).into_owned();
    let told = verdict.because.iter().map(|reason| because(language, reason, held(verdict)));
    vec![
        who(language, &verdict.whose),
        target_code(language, &verdict.target).into_owned(),
        period(language, &verdict.period),
        state(&verdict.before),
        state(&verdict.after),
        verdict.turn.say(language).into_owned(),
        figures(language, verdict),
        told.chain(reasons(language, verdict)).collect::<Vec<_>>().join("; "),
    ]
}

fn who(language: Language, whose: &Whose) -> String {
    match whose {
        Whose::All => WhatIfText::Whole.say(language).into_owned(),
        Whose::Unit(line) => line.name.clone(),
        Whose::OnlyThere { name, .. } => name.clone(),
    }
}

/// A CSV as spreadsheet programs open it: with its mark, quoted, without formulas.
pub(super) fn csv(table: &[Vec<String>]) -> String {
    let cell = |cell: &String| format!("\"{}\"", guarded(cell).replace('"', "\"\""));
    let lines = table.iter().map(|line| line.iter().map(cell).collect::<Vec<_>>().join(","));
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn count(target: &str, from: Option<State>, to: Option<State>, count: u32) -> TurnedCount {
        let label = Bilingual::default();
        TurnedCount { target: target.to_owned(), label, period: Period::Year(2024), from, to, count }
    }

    #[test]
    fn the_quarter_before_ends_before_the_day() {
        for (as_of, before) in
            [("2024-10-15", "2024-09-30"), ("2024-09-30", "2024-06-30"), ("2024-01-01", "2023-12-31")]
        {
            assert_eq!(day_before(day(as_of)), day(before));
        }
    }

    #[test]
    fn days_offered_are_never_the_day_shown() {
        let days: Vec<NaiveDate> =
            days(2024, day("2024-09-30"), day("2024-10-16")).into_iter().map(|(day, _)| day).collect();
        assert_eq!(days.first(), Some(&day("2023-12-31")));
        assert!(days.contains(&day("2024-06-30")) && !days.contains(&day("2024-09-30")));
    }

    #[test]
    fn counts_by_direction_are_those_of_the_target_chosen() {
        let turned = [
            count("T1", Some(State::AtRisk), Some(State::Met), 3),
            count("T5", Some(State::OnTrack), Some(State::Missed), 2),
            count("T5", Some(State::NoData), Some(State::Missed), 7),
            count("T6", None, Some(State::Missed), 4),
        ];
        assert_eq!(by_turn(&turned, None), BTreeMap::from([(Turn::Better, 3), (Turn::Worse, 2), (Turn::Other, 11)]));
        assert_eq!(by_turn(&turned, Some("T5")), BTreeMap::from([(Turn::Worse, 2), (Turn::Other, 7)]));
        assert_eq!(by_target(&turned).iter().map(|group| group.2.len()).collect::<Vec<_>>(), [1, 2, 1]);
    }

    #[test]
    fn no_cell_runs_as_a_formula_or_breaks_its_line() {
        let table = vec![vec!["=1+1".to_owned(), "a\tb\n\"c\"".to_owned()]];
        assert_eq!(csv(&table), "\u{feff}\"'=1+1\",\"a\tb\n\"\"c\"\"\"\r\n");
    }
}
