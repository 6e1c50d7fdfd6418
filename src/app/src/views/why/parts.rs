//! The parts of a rule that asks for several things at once: each with its own state, figures and small receipt.

use super::receipt::{Receipt, Steps};
use crate::views::mark::StateMark;
use domain::{Explanation, Language, PartReceipt};
use wording::Say;
use wording::figures::verdict_figure;
use wording::outlook::Outlook;
use yew::prelude::*;

/// The parts. How many of them hold is said by the verdict itself.
pub(super) fn parts(language: Language, why: &Explanation) -> Html {
    html! {
        <section class="parts" aria-labelledby="parts-title">
            <h3 id="parts-title">{ Outlook::Parts.say(language) }</h3>
            <ol>for (place, part) in why.parts.iter().enumerate() { <li key={place}>{ part_view(language, place, part) }</li> }</ol>
        </section>
    }
}

fn part_view(language: Language, place: usize, part: &PartReceipt) -> Html {
    let receipt = Receipt { verdict: part.verdict.clone(), lines: part.arithmetic.clone() };
    html! {
        <>
            <p class="part-head">
                <b>{ Outlook::Part(place, part.kinds.clone()).say(language) }</b>
                <span>{ verdict_figure(language, &part.verdict) }</span>
                <StateMark state={part.verdict.state} {language} />
            </p>
            <Steps {language} {receipt} />
        </>
    }
}
