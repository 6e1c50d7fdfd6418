//! A rule tried with numbers of one's own: the fields, and what the engine says of them.

use crate::effects::value_of;
use crate::state::Trying;
use crate::views::icons::{Icon, IconView};
use crate::views::mark::StateMark;
use domain::{Explanation, Language, TryField, TryOut, TryOutSlice, TryOutcome};
use wording::try_out::{TryText, because, entered};
use wording::why::{reading_line, reason_sentence};
use wording::{Say, dates};
use yew::prelude::*;

/// What a try-out needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TryProps {
    /// The language.
    pub(crate) language: Language,
    /// The rule's id.
    pub(crate) rule: AttrValue,
    /// The words that open it.
    pub(crate) opens: TryText,
    /// What is tried, once it is open.
    pub(crate) trying: Option<Trying>,
    /// Tries something.
    pub(crate) on_try: Callback<TryOut>,
}

/// The try-out of a rule, folded away until it is wanted.
#[component]
pub(crate) fn TryOutField(props: &TryProps) -> Html {
    let TryProps { language, rule, opens, trying, on_try } = props;
    let wish = TryOut { rule: rule.to_string(), ..TryOut::default() };
    let opened = trying.is_some();
    let on_try = on_try.clone();
    let onclick = move |_: MouseEvent| {
        if !opened {
            on_try.emit(wish.clone());
        }
    };
    let answer = trying.as_ref().and_then(|trying| trying.answer.as_ref());
    html! {
        <details class="try-out">
            <summary {onclick}><IconView icon={Icon::Fork} />{ opens.say(*language) }</summary>
            if let (Some(trying), Some(answer)) = (trying, answer) { { form(props, trying, answer) } }
        </details>
    }
}

fn form(props: &TryProps, trying: &Trying, answer: &TryOutSlice) -> Html {
    let language = props.language;
    if answer.outcome == TryOutcome::NotJudged && answer.fields.is_empty() {
        return html! { <p class="small">{ TryText::NotJudged.say(language) }</p> };
    }
    let now = shown(trying, answer);
    html! {
        <>
            <p class="small quiet">{ TryText::Imagined(answer.unit).say(language) }</p>
            <div class="field-row">
                { period(props, &now, answer) }
                for (at, one) in answer.fields.iter().enumerate() {
                    { field(props, &now, at, one) }
                }
            </div>
            <div class="try-result" role="status">{ outcome(language, answer) }</div>
        </>
    }
}

/// What the fields say: what was typed last, even before the answer to it has come.
fn shown(trying: &Trying, answer: &TryOutSlice) -> TryOut {
    let fits = trying.wish.entries.len() == answer.fields.len();
    let entries = if fits { &trying.wish.entries } else { &answer.tried.entries };
    let period = if trying.wish.period.is_empty() { &answer.tried.period } else { &trying.wish.period };
    TryOut { rule: answer.tried.rule.clone(), period: period.clone(), entries: entries.clone() }
}

fn period(props: &TryProps, now: &TryOut, answer: &TryOutSlice) -> Html {
    let TryProps { language, on_try, .. } = props;
    let tried = now.clone();
    // What is enough differs from period to period: the fields are proposed anew.
    let onchange =
        on_try.reform(move |event: Event| TryOut { period: value_of(&event), entries: Vec::new(), ..tried.clone() });
    html! {
        <label class="field">
            { TryText::Period.say(*language) }
            <select {onchange}>
                for one in answer.periods.iter() {
                    <option key={one.to_string()} value={one.to_string()} selected={one.to_string() == now.period}>
                        { dates::period(*language, one) }
                    </option>
                }
            </select>
        </label>
    }
}

fn field(props: &TryProps, now: &TryOut, at: usize, field: &TryField) -> Html {
    let TryProps { language, on_try, .. } = props;
    let (tried, value) = (now.clone(), now.entries.get(at).cloned().unwrap_or_default());
    let change = move |value: String| {
        let entries = tried.entries.iter().enumerate();
        let entries = entries.map(|(place, old)| if place == at { value.clone() } else { old.clone() }).collect();
        TryOut { entries, ..tried.clone() }
    };
    let label = field.say(*language);
    if *field == TryField::Ticked {
        let ticked = value == "1";
        let onchange = on_try.reform(move |_: Event| change(if ticked { "0" } else { "1" }.to_owned()));
        return html! { <label class="switch"><input type="checkbox" checked={ticked} {onchange} />{ label }</label> };
    }
    let (kind, mode) = match field {
        TryField::HandedIn => ("date", "none"),
        TryField::BaseValue(_) | TryField::Value => ("text", "decimal"),
        _ => ("text", "numeric"),
    };
    let oninput = on_try.reform(move |event: InputEvent| change(value_of(&event)));
    html! {
        <label class="field">
            { label }
            <input type={kind} inputmode={(kind == "text").then_some(mode)} autocomplete="off" {value} {oninput} />
        </label>
    }
}

fn outcome(language: Language, answer: &TryOutSlice) -> Html {
    match &answer.outcome {
        TryOutcome::Judged(why) => judged(language, answer, why),
        TryOutcome::NotJudged => html! { <p>{ TryText::NotJudged.say(language) }</p> },
        TryOutcome::Unreadable(at) => {
            let field = answer.fields.get(*at).cloned().unwrap_or(TryField::People);
            html! { <p>{ TryText::Unreadable(field).say(language) }</p> }
        }
    }
}

fn judged(language: Language, answer: &TryOutSlice, why: &Explanation) -> Html {
    let told = entered(language, &answer.fields, &answer.tried.entries);
    html! {
        <>
            <p>
                <b>{ TryText::Result.say(language) }{ ": " }</b>{ told }{ " → " }
                <StateMark state={why.verdict.state} {language} />
            </p>
            <p class="small">
                { because(language, &why.verdict) }
                if let Some(reason) = reason_sentence(language, why) { { " " }{ reason } }
            </p>
            if !why.readings.is_empty() { { readings(language, why) } }
        </>
    }
}

fn readings(language: Language, why: &Explanation) -> Html {
    let count = u32::try_from(why.readings.len()).unwrap_or(u32::MAX);
    html! {
        <details class="readings">
            <summary>{ TryText::Readings(count).say(language) }</summary>
            <ul>
                for reading in why.readings.iter() {
                    <li key={reading.reading.as_str()}>{ reading_line(language, reading) }</li>
                }
            </ul>
        </details>
    }
}
