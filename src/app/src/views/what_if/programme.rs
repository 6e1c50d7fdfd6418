//! The form "every commune posts one more item each month".

use super::decide::{Draft, OFTEN, code, kinds};
use super::edits::TRIED;
use super::fields::{DayField, KindField, Stepper};
use crate::effects::{reveal, value_of};
use crate::state::{Trial, Tried};
use crate::views::icons::{Icon, IconView};
use domain::{Language, Summary, UnitIndex};
use std::rc::Rc;
use wording::Say;
use wording::units::unit_kind_counted;
use wording::what_if::WhatIfText;
use yew::prelude::*;

/// What the form needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProgrammeProps {
    /// The language.
    pub(super) language: Language,
    /// The summary: kinds and units on offer.
    pub(super) summary: Rc<Summary>,
    /// Tries it.
    pub(super) on_trial: Callback<Trial>,
}

/// The form.
#[component]
pub(super) fn ProgrammeForm(props: &ProgrammeProps) -> Html {
    let ProgrammeProps { language, summary, on_trial } = props;
    let draft = use_state(|| Draft::new(summary));
    let (edit, on_trial) = (draft.edit(), on_trial.clone());
    let wrong = edit.clone().err();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Ok(edit) = edit.clone() {
            on_trial.emit(Trial::Add(Tried { edit, row: None }));
            reveal(TRIED);
        }
    };
    html! {
        <form class="card trial-form" aria-labelledby="try-programme" {onsubmit}>
            <h2 id="try-programme">{ WhatIfText::Programme.say(*language) }</h2>
            { who(*language, summary, &draft) }
            { what(*language, &draft) }
            { days(*language, &draft) }
            if let Some(wrong) = &wrong { <p class="field-error" role="alert">{ wrong.say(*language) }</p> }
            <p><button type="submit" class="button primary"><IconView icon={Icon::Fork} />{ WhatIfText::Try.say(*language) }</button></p>
        </form>
    }
}

fn who(language: Language, summary: &Summary, draft: &UseStateHandle<Draft>) -> Html {
    html! {
        <>
            <fieldset class="kinds">
                <legend>{ WhatIfText::Kinds.say(language) }</legend>
                for kind in kinds(summary) {
                    <label key={kind.code()}>
                        <input type="checkbox" checked={draft.kinds.contains(&kind)}
                            onchange={changing(draft, move |draft: &Draft, _: Event| draft.toggled(kind))} />
                        { unit_kind_counted(language, kind, 1) }
                    </label>
                }
            </fieldset>
            { under(language, summary, draft) }
        </>
    }
}

fn under(language: Language, summary: &Summary, draft: &UseStateHandle<Draft>) -> Html {
    let onchange = changing(draft, |draft: &Draft, event: Event| Draft {
        under: value_of(&event).parse().ok().map(UnitIndex),
        ..draft.clone()
    });
    html! {
        <label class="field">
            { WhatIfText::Under.say(language) }
            <select {onchange}>
                <option value="" selected={draft.under.is_none()}>{ WhatIfText::Anywhere.say(language) }</option>
                for line in summary.scopes.iter() {
                    <option key={line.unit.0} lang="vi" value={line.unit.0.to_string()} selected={draft.under == Some(line.unit)}>
                        { &line.name }
                    </option>
                }
            </select>
        </label>
    }
}

fn what(language: Language, draft: &UseStateHandle<Draft>) -> Html {
    let on_kind = changing(draft, |draft: &Draft, kind| Draft { kind, ..draft.clone() });
    let on_count = changing(draft, |draft: &Draft, count| Draft { count, ..draft.clone() });
    let label = WhatIfText::CountEach.say(language).into_owned();
    html! {
        <div class="field-row">
            <KindField {language} kind={draft.kind} {on_kind} />
            <div class="field">{ &label }<Stepper {language} {label} count={draft.count} {on_count} /></div>
            { often(language, draft) }
        </div>
    }
}

fn often(language: Language, draft: &UseStateHandle<Draft>) -> Html {
    let onchange = changing(draft, |draft: &Draft, event: Event| {
        let chosen = value_of(&event);
        let every = OFTEN.into_iter().find(|every| code(*every) == chosen).unwrap_or(draft.every);
        Draft { every, ..draft.clone() }
    });
    html! {
        <label class="field">
            { WhatIfText::EveryLabel.say(language) }
            <select {onchange}>
                for every in OFTEN {
                    <option key={code(every)} value={code(every)} selected={draft.every == every}>{ every.say(language) }</option>
                }
            </select>
        </label>
    }
}

fn days(language: Language, draft: &UseStateHandle<Draft>) -> Html {
    let on_from = changing(draft, |draft: &Draft, from| Draft { from, ..draft.clone() });
    let on_to = changing(draft, |draft: &Draft, to| Draft { to, ..draft.clone() });
    html! {
        <div class="field-row">
            <DayField label={WhatIfText::From.say(language)} day={draft.from} on_day={on_from} />
            <DayField label={WhatIfText::To.say(language)} day={draft.to} on_day={on_to} />
        </div>
    }
}

/// Changes the draft by what happened.
fn changing<T: 'static>(draft: &UseStateHandle<Draft>, change: impl Fn(&Draft, T) -> Draft + 'static) -> Callback<T> {
    let draft = draft.clone();
    Callback::from(move |happened| draft.set(change(&draft, happened)))
}
