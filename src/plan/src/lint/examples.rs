//! Examples speak of rules, periods, tags and options that exist. Whether they come out right is for the engine.

use super::cited::milestones;
use crate::fault::Fault;
use crate::model::{Duty, Example, Expectation, Measure, Plan, Repeat, Target};
use crate::patch;
use domain::{Span, SubmissionKind};

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
    let test = format!("#{number}");
    let tags = example.activities.iter().enumerate().flat_map(|(row, activity)| {
        let unknown = activity.tags.iter().filter(|tag| !plan.tags.contains_key(*tag));
        let place = ["test".to_owned(), test.clone(), "activities".to_owned(), format!("#{row}"), "#4".to_owned()];
        unknown.map(move |tag| {
            let place = place.each_ref().map(String::as_str);
            Fault::unknown(&place, "tag", tag, plan.tags.keys().map(String::as_str))
        })
    });
    let expected = example.expect.iter().enumerate().filter_map(|(row, expected)| {
        Some(of_expectation(plan, expected)?.under(&["test", &test, "expect", &format!("#{row}")]))
    });
    tags.chain(expected).collect()
}

fn of_expectation(plan: &Plan, expected: &Expectation) -> Option<Fault> {
    let code = expected.target.as_str();
    let target = plan.targets.iter().find(|target| target.id == code || share_of(target).as_deref() == Some(code));
    let period = &expected.period;
    let fits = match (target, plan.duty(code)) {
        (Some(target), _) => fits_target(plan, target, period),
        (None, Some(duty)) => fits_duty(duty, period),
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
    let Measure::Count(rule) = &target.measure else {
        return milestones(&target.measure).iter().any(|milestone| milestone.id == period);
    };
    plan.windows.get(&rule.window).is_some_and(|window| fits_window(plan, &window.repeat, period))
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

fn fits_duty(duty: &Duty, period: &str) -> bool {
    let Some(span) = Span::parse_canonical(period) else { return false };
    let half = period.contains("-H");
    duty.deadline.as_ref().is_some_and(|deadline| match deadline.submission {
        SubmissionKind::Half => half,
        SubmissionKind::Plan | SubmissionKind::Year => !half && span.days() > 364,
        SubmissionKind::Data => true,
    })
}
