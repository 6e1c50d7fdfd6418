//! The form that adds activities of one unit on one day.

use super::decide::{found, tags};
use super::edits::TRIED;
use super::fields::{DayField, KindField, Stepper};
use crate::effects::{reveal, value_of};
use crate::state::{Trial, Tried};
use crate::views::icons::{Icon, IconView};
use chrono::NaiveDate;
use domain::{ActivityKind, Edit, Language, MatrixSlice, Span, Summary, UnitIndex, UnitLine};
use std::rc::Rc;
use wording::Say;
use wording::shell::Shell;
use wording::what_if::WhatIfText;
use yew::prelude::*;

/// Units listed before the search narrows them down.
const LISTED: usize = 200;

/// What the form needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OneUnitProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The units, once they have come.
    pub(super) matrix: Option<Rc<MatrixSlice>>,
    /// Tries it.
    pub(super) on_trial: Callback<Trial>,
}

#[derive(Clone, Debug, PartialEq)]
struct Draft {
    search: String,
    unit: Option<UnitIndex>,
    kind: ActivityKind,
    count: u32,
    when: Option<NaiveDate>,
}

impl Draft {
    fn new(summary: &Summary) -> Self {
        let (search, unit) = (String::new(), summary.lone_unit);
        Self { search, unit, kind: ActivityKind::News, count: 1, when: Some(summary.as_of) }
    }

    /// The unit chosen, if the search still finds it; else the first found.
    fn unit(&self, found: &[&UnitLine]) -> Option<UnitIndex> {
        let still = self.unit.filter(|unit| found.iter().any(|line| line.unit == *unit));
        still.or_else(|| found.first().map(|line| line.unit))
    }

    fn edit(&self, unit: UnitIndex) -> Option<Edit> {
        let (kind, count, when) = (self.kind, self.count, Span::day(self.when?));
        Some(Edit::Add { unit, kind, when, count, tags: tags(kind) })
    }
}

/// The form.
#[component]
pub(super) fn OneUnitForm(props: &OneUnitProps) -> Html {
    let OneUnitProps { language, summary, matrix, .. } = props;
    let draft = use_state(|| Draft::new(summary));
    html! {
        <section class="card" aria-labelledby="try-unit">
            <h2 id="try-unit">{ WhatIfText::OneUnit.say(*language) }</h2>
            if let Some(matrix) = matrix {
                { form(props, &draft, &found(matrix, &draft.search)) }
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </section>
    }
}

fn form(props: &OneUnitProps, draft: &UseStateHandle<Draft>, found: &[&UnitLine]) -> Html {
    let language = props.language;
    let unit = draft.unit(found);
    let edit = unit.and_then(|unit| draft.edit(unit));
    let on_trial = props.on_trial.clone();
    let onsubmit = move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(edit) = edit.clone() {
            on_trial.emit(Trial::Add(Tried { edit, row: None }));
            reveal(TRIED);
        }
    };
    html! {
        <form class="trial-form" aria-labelledby="try-unit" {onsubmit}>
            { search(language, draft) }
            { choice(language, draft, found, unit) }
            { what(language, draft) }
            <p><button type="submit" class="button primary"><IconView icon={Icon::Fork} />{ WhatIfText::Try.say(language) }</button></p>
        </form>
    }
}

fn search(language: Language, draft: &UseStateHandle<Draft>) -> Html {
    let setter = draft.clone();
    let oninput = move |event: InputEvent| setter.set(Draft { search: value_of(&event), ..(*setter).clone() });
    let label = WhatIfText::FindUnit.say(language);
    html! {
        <label class="field">
            { label }
            <input type="search" autocomplete="off" spellcheck="false" value={draft.search.clone()} {oninput} />
        </label>
    }
}

fn choice(language: Language, draft: &UseStateHandle<Draft>, found: &[&UnitLine], chosen: Option<UnitIndex>) -> Html {
    let setter = draft.clone();
    let onchange = move |event: Event| {
        setter.set(Draft { unit: value_of(&event).parse().ok().map(UnitIndex), ..(*setter).clone() });
    };
    let told = if found.is_empty() { WhatIfText::NoUnit } else { WhatIfText::UnitsFound(found.len()) };
    html! {
        <label class="field">
            <span>{ WhatIfText::Unit.say(language) }<span class="hint" role="status">{ told.say(language) }</span></span>
            <select {onchange} disabled={found.is_empty()}>
                for line in found.iter().take(LISTED) {
                    <option key={line.unit.0} lang="vi" value={line.unit.0.to_string()} selected={chosen == Some(line.unit)}>
                        { full_name(line) }
                    </option>
                }
            </select>
        </label>
    }
}

/// Two units may share a name: the parent tells them apart.
fn full_name(line: &UnitLine) -> String {
    if line.parent.is_empty() { line.name.clone() } else { format!("{} ({})", line.name, line.parent) }
}

fn what(language: Language, draft: &UseStateHandle<Draft>) -> Html {
    let (kinds, counts, days) = (draft.clone(), draft.clone(), draft.clone());
    let on_kind = move |kind| kinds.set(Draft { kind, ..(*kinds).clone() });
    let on_count = move |count| counts.set(Draft { count, ..(*counts).clone() });
    let on_day = move |when| days.set(Draft { when, ..(*days).clone() });
    let label = WhatIfText::Count.say(language).into_owned();
    html! {
        <div class="field-row">
            <KindField {language} kind={draft.kind} {on_kind} />
            <div class="field">{ &label }<Stepper {language} {label} count={draft.count} {on_count} /></div>
            <DayField label={WhatIfText::When.say(language)} day={draft.when} {on_day} />
        </div>
    }
}
