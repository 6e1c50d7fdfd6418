//! What to do: every name in topics, forms and bodies means something, and nothing that people read is blank.

use super::names::undescribed;
use super::order::blank;
use crate::fault::Fault;
use crate::laws::laws;
use crate::model::{Body, Plan};
use domain::{Bilingual, SuggestedForm, SuggestedTopic};

/// Names that nothing bears, and texts that are blank.
pub(super) fn check(plan: &Plan) -> Vec<Fault> {
    let laws = laws();
    let law_keys: Vec<&str> = laws.iter().map(|law| law.key.as_str()).collect();
    let topics = plan.topics.iter().flat_map(|topic| of_topic(plan, &law_keys, &topic.topic));
    let forms = plan.advice.forms.iter().flat_map(|form| of_form(plan, form));
    let bodies = plan.advice.bodies.iter().flat_map(|body| of_body(plan, body));
    topics.chain(forms).chain(bodies).chain(blanks(plan)).collect()
}

fn of_topic(plan: &Plan, laws: &[&str], topic: &SuggestedTopic) -> Vec<Fault> {
    let SuggestedTopic { id, unit_kinds, best_for, audiences, peaks, support, .. } = topic;
    let mut faults = undescribed(plan, &["topic", id, "unit_kinds"], unit_kinds);
    faults.extend(undescribed(plan, &["topic", id, "best_for"], best_for));
    faults.extend(unknown(&["topic", id, "audiences"], "audience", audiences, &audience_ids(plan)));
    let peak_ids: Vec<&str> = plan.peaks.iter().map(|peak| peak.peak.id.as_str()).collect();
    faults.extend(unknown(&["topic", id, "peaks"], "peak", peaks, &peak_ids));
    faults.extend(unknown(&["topic", id, "laws"], "law", &topic.laws, laws));
    faults.extend(helper(plan, &["topic", id, "support"], support.as_deref()));
    faults
}

fn of_form(plan: &Plan, form: &SuggestedForm) -> Vec<Fault> {
    let place = ["suggest", form.id.as_str()];
    let rules = rule_ids(plan);
    let target = (!rules.contains(&form.target.as_str()))
        .then(|| Fault::unknown(&["target"], "target or duty", &form.target, rules.iter().copied()).under(&place));
    let mut faults: Vec<Fault> = target.into_iter().collect();
    faults.extend(undescribed(plan, &["suggest", &form.id, "unit_kinds"], &form.unit_kinds));
    let audiences = audience_ids(plan);
    let audience = form.audience.as_deref().filter(|id| !audiences.contains(id));
    faults.extend(audience.map(|id| Fault::unknown(&["audience"], "audience", id, audiences).under(&place)));
    let channels: Vec<&str> = plan.advice.channels.keys().map(String::as_str).collect();
    faults.extend(unknown(&["suggest", &form.id, "channels"], "channel", &form.channels, &channels));
    faults.extend(helper(plan, &["suggest", &form.id, "support"], form.support.as_deref()));
    faults
}

fn of_body(plan: &Plan, body: &Body) -> Vec<Fault> {
    let place = ["body", body.id.as_str()];
    let tasks: Vec<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
    let topics: Vec<&str> = plan.topics.iter().map(|topic| topic.topic.id.as_str()).collect();
    let own: Vec<&str> = body.tasks.iter().map(String::as_str).collect();
    let of_successors =
        body.succeeded_by.iter().enumerate().flat_map(|(number, now)| {
            unknown(&["succeeded_by", &format!("#{number}"), "tasks"], "task", &now.tasks, &own)
        });
    let faults = unknown(&["tasks"], "task", &body.tasks, &tasks).into_iter();
    let faults = faults.chain(unknown(&["serves"], "target or duty", &body.serves, &rule_ids(plan)));
    let faults = faults.chain(unknown(&["topics"], "topic", &body.topics, &topics)).chain(of_successors);
    faults.map(|fault| fault.under(&place)).collect()
}

fn unknown(place: &[&str], what: &str, names: &[String], known: &[&str]) -> Vec<Fault> {
    let strange = names.iter().filter(|name| !known.contains(&name.as_str()));
    strange.map(|name| Fault::unknown(&[name], what, name, known.iter().copied()).under(place)).collect()
}

fn audience_ids(plan: &Plan) -> Vec<&str> {
    plan.advice.audiences.keys().map(String::as_str).collect()
}

fn rule_ids(plan: &Plan) -> Vec<&str> {
    let targets = plan.targets.iter().map(|target| target.id.as_str());
    targets.chain(plan.duties.iter().map(|duty| duty.id.as_str())).collect()
}

/// A body, or a task that some body has.
fn helper(plan: &Plan, place: &[&str], id: Option<&str>) -> Option<Fault> {
    let bodies = &plan.advice.bodies;
    let known = || bodies.iter().map(|body| &body.id).chain(bodies.iter().flat_map(|body| &body.tasks));
    let id = id.filter(|id| !known().any(|known| known == id))?;
    Some(Fault::unknown(place, "body or task of a body", id, known().map(String::as_str)))
}

fn blanks(plan: &Plan) -> Vec<Fault> {
    let audiences = plan.advice.audiences.iter().map(|(id, word)| (["audience", id, "label"], &word.label));
    let channels = plan.advice.channels.iter().map(|(id, word)| (["channel", id, "label"], &word.label));
    let forms = plan.advice.forms.iter().map(|form| (["suggest", &form.id, "form"], &form.form));
    let bodies = plan.advice.bodies.iter().map(|body| (["body", &body.id, "name"], &body.name));
    let texts = audiences.chain(channels).chain(forms).chain(bodies);
    let own = texts.filter_map(|(place, text)| blank(&place, text));
    own.chain(plan.advice.bodies.iter().flat_map(blank_successors)).collect()
}

fn blank_successors(body: &Body) -> Vec<Fault> {
    let texts = body.succeeded_by.iter().enumerate().flat_map(|(number, now)| {
        // A note that is not there at all is blank in both languages.
        let note = Some(&now.note).filter(|note| **note != Bilingual::default());
        [("name", Some(&now.name)), ("note", note)].map(|(field, text)| (number, field, text))
    });
    let blank = |(number, field, text): (usize, &str, Option<&Bilingual>)| {
        blank(&["body", &body.id, "succeeded_by", &format!("#{number}"), field], text?)
    };
    texts.filter_map(blank).collect()
}
