//! What a plan offers to suggestions, as plain data of the house: its topics, forms and bodies, and the laws they cite.

use crate::model::{Body, Cite, Plan, Word};
use domain::{LawNow, SuggestedWord, SuggestionBook, SupportBody, SupportTask};

/// The plan's suggestions. Of the laws only those that a topic cites.
pub fn suggestion_book(plan: &Plan, laws: &[LawNow]) -> SuggestionBook {
    let is_cited = |law: &&LawNow| plan.topics.iter().any(|topic| topic.topic.laws.contains(&law.key));
    SuggestionBook {
        topics: plan.topics.iter().map(|topic| topic.topic.clone()).collect(),
        forms: plan.advice.forms.clone(),
        audiences: plan.advice.audiences.iter().map(word).collect(),
        channels: plan.advice.channels.iter().map(word).collect(),
        bodies: plan.advice.bodies.iter().map(|body| support(plan, body)).collect(),
        laws: laws.iter().filter(is_cited).cloned().collect(),
    }
}

fn word((id, word): (&String, &Word)) -> SuggestedWord {
    SuggestedWord { id: id.clone(), label: word.label.clone(), clauses: clauses(&word.cite) }
}

fn support(plan: &Plan, body: &Body) -> SupportBody {
    let tasks = body.tasks.iter().filter_map(|id| plan.tasks.iter().find(|task| task.id == *id));
    let tasks =
        tasks.map(|task| SupportTask { id: task.id.clone(), label: task.label.clone(), clauses: clauses(&task.cite) });
    SupportBody {
        id: body.id.clone(),
        name: body.name.clone(),
        clauses: clauses(&body.cite),
        tasks: tasks.collect(),
        serves: body.serves.clone(),
        fields: body.fields.clone(),
        topics: body.topics.clone(),
        successors: body.succeeded_by.clone(),
    }
}

fn clauses(cites: &[Cite]) -> Vec<String> {
    cites.iter().map(|cite| cite.clause.clone()).collect()
}
