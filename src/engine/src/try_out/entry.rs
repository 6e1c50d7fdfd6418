//! What has to be entered to try a rule, what is proposed, and how an entry is read.

use super::Rule;
use domain::{NaiveDate, Period, TryField, Verdict};
use plan::{Amount, CountRule, Measure, Part, Plan, SurveyDue, SurveyRule, Target};

/// More than any plan asks for, and few enough to be built in a moment.
const MOST: u32 = 10_000_000;
/// Members of a register stand one by one.
const MOST_MEMBERS: u32 = 1_000;

/// What was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A whole number.
    Number(u32),
    /// A survey value, in the words of the user.
    Value(String),
    /// A day, if any.
    Day(Option<NaiveDate>),
}

/// The fields of a rule for one of its periods.
pub(super) fn fields(rule: Rule<'_>, term: &Verdict) -> Vec<TryField> {
    match rule {
        Rule::Duty(_) => vec![TryField::HandedIn],
        Rule::Share(..) => vec![TryField::Members, TryField::AllMembers],
        Rule::Target(Target { measure, .. }) => match measure {
            Measure::Count(rule) => rule.parts.iter().map(of_part).collect(),
            Measure::Adoption { .. } | Measure::Conventions { .. } => vec![TryField::Members, TryField::AllMembers],
            Measure::Survey(rule) => {
                let base = base_year(rule, &term.period).map(TryField::BaseValue);
                base.into_iter().chain([TryField::Value]).collect()
            }
            Measure::Tick { .. } => vec![TryField::Ticked],
        },
    }
}

fn of_part(part: &Part) -> TryField {
    match part.amount {
        Amount::Activities => TryField::Activities(part.count.iter().copied().collect()),
        Amount::People { .. } => TryField::People,
        Amount::WomenPercent => TryField::WomenPercent,
    }
}

/// The year that a survey value is compared with.
pub(super) fn base_year(rule: &SurveyRule, period: &Period) -> Option<i32> {
    match &rule.due {
        SurveyDue::Since { base_year, .. } => Some(*base_year),
        SurveyDue::EachYear { .. } => period.year().map(|year| year - 1),
        SurveyDue::Level { .. } => None,
    }
}

/// What stands in a field at first: one less than enough where that can be counted, so that the rule shows its border.
pub(super) fn default(plan: &Plan, rule: Rule<'_>, term: &Verdict, field: &TryField) -> String {
    match field {
        TryField::Activities(_) | TryField::People | TryField::WomenPercent => {
            asked(rule, term, field).map_or(0, |number| number.saturating_sub(1)).to_string()
        }
        TryField::Members => (term.threshold / 10).to_string(),
        TryField::AllMembers => "10".to_owned(),
        TryField::BaseValue(_) => "40".to_owned(),
        TryField::Value => match base_of(rule, term) {
            Some(_) => "42".to_owned(),
            None => (term.threshold / 10).to_string(),
        },
        TryField::Ticked => "1".to_owned(),
        TryField::HandedIn => term.deadline.max(plan.from).to_string(),
    }
}

fn base_of(rule: Rule<'_>, term: &Verdict) -> Option<i32> {
    match rule {
        Rule::Target(Target { measure: Measure::Survey(rule), .. }) => base_year(rule, &term.period),
        _ => None,
    }
}

/// How much the part behind a field asks for in the period.
fn asked(rule: Rule<'_>, term: &Verdict, field: &TryField) -> Option<u32> {
    let Rule::Target(Target { measure: Measure::Count(CountRule { parts, .. }), .. }) = rule else { return None };
    let part = parts.iter().find(|part| of_part(part) == *field)?;
    part.at_least.on(term.window?.from())
}

/// Reads an entry.
pub(super) fn read(field: &TryField, text: &str) -> Option<Entry> {
    let text = text.trim();
    match field {
        TryField::Activities(_) | TryField::People => number(text, MOST),
        TryField::WomenPercent => number(text, 100),
        TryField::Members | TryField::AllMembers => number(text, MOST_MEMBERS),
        TryField::Ticked => number(text, 1),
        TryField::BaseValue(_) | TryField::Value => {
            crate::survey::is_value(text).then(|| Entry::Value(text.to_owned()))
        }
        TryField::HandedIn if text.is_empty() => Some(Entry::Day(None)),
        TryField::HandedIn => text.parse().ok().map(|day| Entry::Day(Some(day))),
    }
}

/// Dots and spaces between thousands are how people write.
fn number(text: &str, most: u32) -> Option<Entry> {
    let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ',' | ' ' | '\u{a0}')).collect();
    digits.parse().ok().filter(|number| *number <= most).map(Entry::Number)
}
