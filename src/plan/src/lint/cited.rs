//! Every place where a plan points at a clause, with its path in the file.

use crate::model::{Cite, Measure, Milestone, Plan};

/// A pointer to a clause.
pub(super) struct Cited<'p> {
    /// The table that cites, as a path.
    pub(super) place: Vec<String>,
    /// The clause's id.
    pub(super) clause: &'p str,
    /// The pinned words; empty = the whole clause.
    pub(super) quote: &'p str,
}

/// All of them, in the order of the sections.
pub(super) fn cited(plan: &Plan) -> Vec<Cited<'_>> {
    let windows = plan.windows.iter().map(|(name, window)| ("window", name, &window.cite));
    let targets = plan.targets.iter().map(|target| ("target", &target.id, &target.cite));
    let duties = plan.duties.iter().map(|duty| ("duty", &duty.id, &duty.cite));
    let tasks = plan.tasks.iter().map(|task| ("task", &task.id, &task.cite));
    let topics = plan.topics.iter().map(|topic| ("topic", &topic.id, &topic.cite));
    let peaks = plan.peaks.iter().map(|peak| ("peak", &peak.peak.id, &peak.cite));
    let readings = plan.readings.iter().map(|reading| ("reading", &reading.id, &reading.cite));
    let rules = targets.chain(duties).chain(tasks).chain(topics).chain(peaks).chain(readings).chain(windows);
    let depts = plan.depts.iter().map(|(id, dept)| Cited {
        place: ["dept", id].map(str::to_owned).to_vec(),
        clause: &dept.clause,
        quote: "",
    });
    rules.flat_map(|(section, id, cites)| of_rule(section, id, cites)).chain(depts).collect()
}

fn of_rule<'p>(section: &'p str, id: &'p str, cites: &'p [Cite]) -> impl Iterator<Item = Cited<'p>> {
    cites.iter().enumerate().map(move |(number, cite)| Cited {
        place: [section, id, "cite", &format!("#{number}")].map(str::to_owned).to_vec(),
        clause: &cite.clause,
        quote: &cite.quote,
    })
}

/// The milestones of a measure.
pub(super) fn milestones(measure: &Measure) -> &[Milestone] {
    match measure {
        Measure::Adoption { milestones } | Measure::Conventions { milestones, .. } => milestones,
        Measure::Count(_) | Measure::Survey(_) | Measure::Tick { .. } => &[],
    }
}
