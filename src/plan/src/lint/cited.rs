//! Every place where a plan points at a clause, with its path in the file.

use crate::model::{Cite, CountRule, Measure, Plan, SurveyDue, Target};

/// A pointer to a clause.
pub(super) struct Cited<'p> {
    /// The table that cites, as a path.
    pub(super) place: Vec<String>,
    /// The clause's id.
    pub(super) clause: &'p str,
    /// The pinned words; empty = the whole clause.
    pub(super) quote: &'p str,
}

/// A rule and the clauses it cites: its section, its id.
pub(super) type Citing<'p> = (&'static str, &'p str, &'p [Cite]);

/// Everything that must rest on a clause.
pub(super) fn citing(plan: &Plan) -> impl Iterator<Item = Citing<'_>> {
    let targets = plan.targets.iter().map(|target| ("target", target.id.as_str(), target.cite.as_slice()));
    let duties = plan.duties.iter().map(|duty| ("duty", duty.id.as_str(), duty.cite.as_slice()));
    let tasks = plan.tasks.iter().map(|task| ("task", task.id.as_str(), task.cite.as_slice()));
    let topics = plan.topics.iter().map(|topic| ("topic", topic.topic.id.as_str(), topic.cite.as_slice()));
    let peaks = plan.peaks.iter().map(|peak| ("peak", peak.peak.id.as_str(), peak.cite.as_slice()));
    let bodies = plan.advice.bodies.iter().map(|body| ("body", body.id.as_str(), body.cite.as_slice()));
    let readings = plan.readings.iter().map(|reading| ("reading", reading.id.as_str(), reading.cite.as_slice()));
    targets.chain(duties).chain(tasks).chain(topics).chain(peaks).chain(bodies).chain(readings)
}

/// All pointers, in the order of the sections.
pub(super) fn cited(plan: &Plan) -> Vec<Cited<'_>> {
    let windows = plan.windows.iter().map(|(name, window)| ("window", name.as_str(), window.cite.as_slice()));
    let audiences = plan.advice.audiences.iter().map(|(id, word)| ("audience", id.as_str(), word.cite.as_slice()));
    let channels = plan.advice.channels.iter().map(|(id, word)| ("channel", id.as_str(), word.cite.as_slice()));
    let words = windows.chain(audiences).chain(channels);
    let depts = plan.depts.iter().map(|(id, dept)| Cited {
        place: ["dept", id].map(str::to_owned).to_vec(),
        clause: &dept.clause,
        quote: "",
    });
    citing(plan).chain(words).flat_map(|(section, id, cites)| of_rule(section, id, cites)).chain(depts).collect()
}

fn of_rule<'p>(section: &'p str, id: &'p str, cites: &'p [Cite]) -> impl Iterator<Item = Cited<'p>> {
    cites.iter().enumerate().map(move |(number, cite)| Cited {
        place: [section, id, "cite", &format!("#{number}")].map(str::to_owned).to_vec(),
        clause: &cite.clause,
        quote: &cite.quote,
    })
}

/// A milestone of a share, or a step of a survey.
#[derive(Clone, Copy)]
pub(super) struct Dated<'p> {
    /// `milestone` or `step`.
    pub(super) section: &'static str,
    pub(super) id: &'p str,
    pub(super) by: domain::NaiveDate,
    pub(super) quote: &'p str,
}

/// What a target asks for by certain days, in the order of the file.
pub(super) fn dated(target: &Target) -> Vec<Dated<'_>> {
    match &target.measure {
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => {
            let dated = milestones.iter();
            dated.map(|at| Dated { section: "milestone", id: &at.id, by: at.by, quote: &at.quote }).collect()
        }
        Measure::Survey(rule) => match &rule.due {
            SurveyDue::Since { steps, .. } | SurveyDue::Level { steps } => {
                steps.iter().map(|at| Dated { section: "step", id: &at.id, by: at.by, quote: &at.quote }).collect()
            }
            SurveyDue::EachYear { .. } => Vec::new(),
        },
        Measure::Count(_) | Measure::Tick { .. } => Vec::new(),
    }
}

/// Where the part with this 0-based number is written, as the steps of a path: the target itself, if it is the only one.
pub fn part_place(target: &str, rule: &CountRule, number: usize) -> Vec<String> {
    let own = ["target", target].map(str::to_owned).to_vec();
    match rule.parts.single() {
        Some(_) => own,
        None => own.into_iter().chain(["part".to_owned(), format!("#{number}")]).collect(),
    }
}
