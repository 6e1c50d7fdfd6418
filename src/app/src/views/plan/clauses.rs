//! The words of the plan, sentence by sentence, in the source's language.

use crate::effects::use_growing;
use domain::{ClauseLine, Language, PlanSlice};
use std::rc::Rc;
use wording::Say;
use wording::overview::target_code;
use wording::plan::Plan;
use yew::prelude::*;

/// What the text needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ClausesProps {
    /// The language of the page.
    pub(crate) language: Language,
    /// The plan.
    pub(crate) plan: Rc<PlanSlice>,
    /// The clause asked for last.
    pub(crate) marked: Option<String>,
}

/// Clauses drawn at once, and with each turn after: their text is long.
const PART: usize = 20;

/// The id of a clause's element.
pub(crate) fn element_id(clause: &str) -> String {
    format!("clause-{clause}")
}

/// The text.
#[component]
pub(crate) fn ClausesCard(props: &ClausesProps) -> Html {
    let ClausesProps { language, plan, marked } = props;
    let drawn = use_growing(plan, plan.clauses.len(), PART);
    html! {
        <section class="card clauses" aria-labelledby="clauses-title">
            <h2 id="clauses-title">{ Plan::Clauses.say(*language) }</h2>
            <p class="small quiet">{ Plan::ClausesHint.say(*language) }</p>
            <div class="clauses-scroll" tabindex="0" role="group" aria-labelledby="clauses-title" lang="vi">
                <p class="clauses-head"><b>{ &plan.title }</b><br />{ &plan.issuer }</p>
                <ol>
                    for clause in plan.clauses.iter().take(drawn) {
                        <li key={clause.id.clone()}>{ clause_view(*language, clause, marked.as_ref() == Some(&clause.id)) }</li>
                    }
                </ol>
            </div>
            <p class="checksum">{ Plan::Checksum.say(*language) }<code>{ &plan.source_sha256 }</code></p>
        </section>
    }
}

fn clause_view(language: Language, clause: &ClauseLine, is_marked: bool) -> Html {
    let uses: Vec<_> = clause.cited_by.iter().map(|id| target_code(language, id)).collect();
    html! {
        <div
            id={element_id(&clause.id)} class="plan-clause" tabindex="-1"
            data-form={clause.form.clone()} data-marked={is_marked.then_some("true")}
        >
            <span class="clause-id">{ &clause.id }</span>
            <span class="clause-quote">{ &clause.quote }</span>
            if !uses.is_empty() {
                <span class="clause-uses">{ uses.join(" · ") }</span>
            }
        </div>
    }
}
