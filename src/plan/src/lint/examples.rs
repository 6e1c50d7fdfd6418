//! Examples speak of rules, periods, tags and options that exist. Whether they come out right is for the engine.

use super::cited::dated;
use crate::fault::Fault;
use crate::model::{Duty, DutyDay, Example, Expectation, Measure, Plan, Repeat, SurveyDue, Target};
use crate::patch;
use domain::{Span, SubmissionKind};

/// Examples that cannot be told apart.
pub(super) fn alike(plan: &Plan) -> Vec<Fault> {
    let alike = plan.examples.iter().enumerate().filter_map(|(number, example)| {
        let is_taken = plan.examples.iter().take(number).any(|earlier| earlier.name == example.name);
        let message = || format!("the name `{}` is taken", example.name);
        is_taken.then(|| Fault::new(&["test", &format!("#{number}"), "name"], message()))
    });
    alike.collect()
}

/// Choices that no reading offers.
pub(super) fn wrong_choices(plan: &Plan, example: &Example, number: usize) -> Vec<Fault> {
    let wrong = example.readings.iter().filter_map(|(id, option)| {
        let fault = patch::wrong_choice(&plan.readings, id, option)?;
        Some(Fault { path: Vec::new(), ..fault }.under(&["test", &format!("#{number}"), "readings", id]))
    });
    wrong.collect()
}

/// Names in `example` that the plan, under the example's readings, does not know.
pub(super) fn check(plan: &Plan, example: &Example, number: usize) -> Vec<Fault> {
    let faults = tags(plan, example).chain(surveys(plan, example)).chain(expectations(plan, example));
    let test = format!("#{number}");
    faults.map(|fault| fault.under(&["test", &test])).collect()
}

fn tags<'p>(plan: &'p Plan, example: &'p Example) -> impl Iterator<Item = Fault> + 'p {
    example.activities.iter().enumerate().flat_map(|(row, activity)| {
        let unknown = activity.tags.iter().filter(|tag| !plan.tags.contains_key(*tag));
        let known = || plan.tags.keys().map(String::as_str);
        unknown.map(move |tag| Fault::unknown(&["activities", &format!("#{row}"), "#4"], "tag", tag, known()))
    })
}

/// Surveys are of measures that some target asks for.
fn surveys<'p>(plan: &'p Plan, example: &'p Example) -> impl Iterator<Item = Fault> + 'p {
    let asked = |target: &'p Target| match &target.measure {
        Measure::Survey(rule) => Some(rule.measure.as_str()),
        _ => None,
    };
    let known = move || plan.targets.iter().filter_map(asked);
    let rows = example.surveys.iter().flatten().enumerate();
    rows.filter_map(move |(row, cells)| {
        let name = cells.get(1).filter(|name| !known().any(|known| known == name.as_str()))?;
        Some(Fault::unknown(&["surveys", &format!("#{row}"), "#1"], "measure", name, known()))
    })
}

fn expectations<'p>(plan: &'p Plan, example: &'p Example) -> impl Iterator<Item = Fault> + 'p {
    let nothing = || Fault::new(&["expect"], format!("`{}` expects nothing", example.name));
    let expected = example
        .expect
        .iter()
        .enumerate()
        .filter_map(|(row, expected)| Some(of_expectation(plan, expected)?.under(&["expect", &format!("#{row}")])));
    expected.chain(example.expect.is_empty().then(nothing))
}

fn of_expectation(plan: &Plan, expected: &Expectation) -> Option<Fault> {
    let code = expected.target.as_str();
    let target = plan.targets.iter().find(|target| target.id == code || share_of(target).as_deref() == Some(code));
    let period = &expected.period;
    let fits = match (target, plan.duty(code)) {
        (Some(target), _) => fits_target(plan, target, period),
        (None, Some(duty)) => fits_duty(plan, duty, period),
        (None, None) => return Some(unknown_rule(plan, code)),
    };
    (!fits).then(|| Fault::new(&["#2"], format!("`{code}` has no period `{period}`")))
}

fn unknown_rule(plan: &Plan, code: &str) -> Fault {
    let targets = plan.targets.iter().map(|target| target.id.as_str());
    let shares: Vec<String> = plan.targets.iter().filter_map(share_of).collect();
    let known = targets.chain(plan.duties.iter().map(|duty| duty.id.as_str())).chain(shares.iter().map(String::as_str));
    Fault::unknown(&["#0"], "target or duty", code, known)
}

/// `T2-share`, for a target that is also judged as a share of units.
fn share_of(target: &Target) -> Option<String> {
    match &target.measure {
        Measure::Count(rule) if rule.aggregate.is_some() => Some(format!("{}-share", target.id)),
        _ => None,
    }
}

fn fits_target(plan: &Plan, target: &Target, period: &str) -> bool {
    let fits = |window| plan.windows.get(window).is_some_and(|window| fits_window(plan, &window.repeat, period));
    match &target.measure {
        Measure::Count(rule) => fits(&rule.window),
        Measure::Tick { window } => fits(window),
        Measure::Survey(rule) if matches!(rule.due, SurveyDue::EachYear { .. }) => {
            fits_window(plan, &Repeat::Year, period)
        }
        Measure::Adoption { .. } | Measure::Conventions { .. } | Measure::Survey(_) => {
            dated(target).iter().any(|dated| dated.id == period)
        }
    }
}

fn fits_window(plan: &Plan, repeat: &Repeat, period: &str) -> bool {
    let mark = period.get(4..).unwrap_or_default();
    let known_date = Span::parse_canonical(period).is_some();
    match repeat {
        Repeat::Year => known_date && mark.is_empty(),
        Repeat::Half => known_date && mark.starts_with("-H"),
        Repeat::Quarter => known_date && mark.starts_with("-Q"),
        Repeat::Month => known_date && mark.len() == 3 && !mark.contains(['Q', 'H']),
        Repeat::Yearly { suffix, .. } => mark.strip_prefix('-') == Some(suffix),
        Repeat::Once => period == format!("{}-{}", plan.from.format("%Y"), plan.to.format("%Y")),
    }
}

/// A duty of half-years has half-years as its periods, any other the years of its days.
fn fits_duty(plan: &Plan, duty: &Duty, period: &str) -> bool {
    duty.deadline.as_ref().is_some_and(|deadline| {
        let repeat = match (deadline.submission, deadline.day) {
            (SubmissionKind::Half, DutyDay::Yearly(..)) => Repeat::Half,
            _ => Repeat::Year,
        };
        fits_window(plan, &repeat, period)
    })
}
