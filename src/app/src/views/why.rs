//! The receipt of a verdict: arithmetic, clause, readings, the smallest change, source rows.

mod outlook;
mod parts;
pub(crate) mod receipt;
mod rows;

use crate::route::Route;
use crate::state::Tried;
use crate::views::link::Link;
use domain::{Explanation, Language, QuotedClause};
use receipt::{Receipt, Steps};
use rows::Rows;
use std::rc::Rc;
use wording::Say;
use wording::why::{WhyText, clause_place, for_hamlets_sentence, missing_sentence, reading_line, reason_sentence};
use yew::prelude::*;

/// Which verdict is explained.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WhyProps {
    /// The language.
    pub(crate) language: Language,
    /// The explanation.
    pub(crate) why: Rc<Explanation>,
    /// Name of the unit judged.
    pub(crate) unit: AttrValue,
    /// Tries a row left out or moved.
    pub(crate) on_try: Callback<Tried>,
    /// Leads to the plan.
    pub(crate) on_open: Callback<Route>,
}

/// Why a verdict is what it is.
#[component]
pub(crate) fn Why(props: &WhyProps) -> Html {
    let WhyProps { language, why, unit, on_try, on_open } = props;
    let receipt = Receipt { verdict: why.verdict.clone(), lines: why.arithmetic.clone() };
    html! {
        <div class="why">
            { reason(*language, why) }
            if why.parts.is_empty() { <Steps language={*language} {receipt} /> } else { { parts::parts(*language, why) } }
            { change(*language, why) }
            { outlook::forecast(*language, why) }
            for clause in why.clauses.iter() { { quote(*language, clause, on_open) } }
            { readings(*language, why) }
            <Rows language={*language} {why} {unit} {on_try} />
        </div>
    }
}

fn reason(language: Language, why: &Explanation) -> Html {
    let cut = match (why.verdict.window, why.full_window) {
        (Some(judged), Some(full)) if judged != full => Some(WhyText::CutWindow(judged, full)),
        _ => None,
    };
    html! {
        <>
            if let Some(reason) = reason_sentence(language, why) { <p class="why-reason">{ reason }</p> }
            if let Some(cut) = cut { <p class="quiet">{ cut.say(language) }</p> }
        </>
    }
}

fn change(language: Language, why: &Explanation) -> Html {
    let planned = Some(why.verdict.planned).filter(|planned| *planned > 0).map(WhyText::Planned);
    let hamlets = why.for_hamlets.map(|told| for_hamlets_sentence(language, told));
    if why.change.is_none() && planned.is_none() && hamlets.is_none() {
        return Html::default();
    }
    let missing = why.change.as_ref().filter(|change| change.missing > 0);
    let sentence = missing.map(|change| missing_sentence(language, &why.verdict, change));
    html! {
        <div class="why-change">
            if let Some(change) = &why.change { { outlook::beside_change(language, change, &why.verdict) } }
            if let Some(sentence) = sentence { <p>{ sentence }</p> }
            if let Some(hamlets) = hamlets { <p>{ hamlets }</p> }
            if let Some(planned) = planned { <p class="quiet">{ planned.say(language) }</p> }
        </div>
    }
}

/// The clause in the source's own language, the fragment that the rule rests on marked.
fn quote(language: Language, clause: &QuotedClause, on_open: &Callback<Route>) -> Html {
    let (before, marked, after) = receipt::marked(clause);
    html! {
        <figure class="clause" key={clause.id.as_str()}>
            <figcaption>{ clause_place(language, &clause.id) }</figcaption>
            <blockquote lang="vi">
                { "“" }{ before }
                if !marked.is_empty() { <mark>{ marked }</mark> }
                { after }{ "”" }
            </blockquote>
            <Link to={Route::Plan} {on_open}>{ WhyText::ToPlan.say(language) }</Link>
        </figure>
    }
}

fn readings(language: Language, why: &Explanation) -> Html {
    if why.readings.is_empty() {
        return Html::default();
    }
    html! {
        <details class="readings">
            <summary>{ WhyText::Readings.say(language) }{ format!(" ({})", why.readings.len()) }</summary>
            <ul>
                for reading in why.readings.iter() {
                    <li key={reading.reading.as_str()}>{ reading_line(language, reading) }</li>
                }
            </ul>
        </details>
    }
}
