//! What stands beside a verdict and never changes it: rows to confirm, what may still be lost, a forecast.

use domain::{Change, Explanation, Forecast, Language, Verdict};
use wording::Say;
use wording::outlook::{Outlook, past, place};
use yew::prelude::*;

/// Rows that would be enough if they were confirmed, or what may still be lost.
pub(super) fn beside_change(language: Language, change: &Change, verdict: &Verdict) -> Html {
    let confirm = Some(change.confirm.len()).filter(|rows| *rows > 0).map(Outlook::Confirm);
    let spare = change.spare.map(|spare| Outlook::Spare(spare, verdict.figures));
    html! {
        <>
            if let Some(confirm) = confirm {
                <p>{ confirm.say(language) }</p>
                <ul class="confirm-rows">
                    for (at, row) in change.confirm.iter().enumerate() { <li key={at}>{ place(language, row) }</li> }
                </ul>
            }
            if let Some(spare) = spare { <p>{ spare.say(language) }</p> }
        </>
    }
}

/// A second opinion on a window that is still open, with its method: never the state.
pub(super) fn forecast(language: Language, why: &Explanation) -> Html {
    let Some(forecast) = &why.forecast else { return Html::default() };
    html! {
        <details class="forecast">
            <summary>{ told(forecast, &why.verdict).say(language) }</summary>
            <p class="small"><b>{ Outlook::SecondOpinion.say(language) }</b>{ " " }{ Outlook::Method(forecast.past.len()).say(language) }</p>
            <ul>
                for (at, line) in past(language, forecast).into_iter().enumerate() { <li key={at}>{ line.say(language) }</li> }
            </ul>
        </details>
    }
}

fn told(forecast: &Forecast, verdict: &Verdict) -> Outlook {
    let Forecast { expected, low, high, .. } = *forecast;
    Outlook::Forecast { expected, low, high, figures: verdict.figures, required: verdict.threshold }
}
