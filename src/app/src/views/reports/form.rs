//! A superior's form that is filled in place: what goes where, what stays, and why; corrected here, then saved.

mod decide;
mod table;

use super::FormActs;
use crate::effects;
use crate::state::{FormEvent, SuperiorForm};
use crate::views::icons::{Icon, IconView};
use crate::views::picker::{FilePicker, Picks};
use crate::views::words::{own, quoting};
use decide::{Blank, standing, stays_blank, told};
use domain::{FormFate, FormPreview, FormProblem, Language};
use std::rc::Rc;
use table::{ColumnTable, UnitTable};
use wording::Say;
use wording::reports::{FormText, form_note, form_problem};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormProps {
    /// The language.
    pub(super) language: Language,
    /// The form.
    pub(super) form: SuperiorForm,
    /// What can be done with it.
    pub(super) acts: FormActs,
}

/// The card. The focus comes here when a form was chosen.
#[component]
pub(super) fn FormCard(props: &FormProps) -> Html {
    let FormProps { language, form, acts } = props;
    let language = *language;
    let heading = use_node_ref();
    // Who comes back to the screen has seen the form.
    let moves = form.answer.as_ref().map_or(form.file.number.saturating_add(1), |_| 0);
    effects::use_focus_part(&heading, moves);
    let on_close = acts.on_form.reform(|_: MouseEvent| FormEvent::Closed);
    let body = match form.answer.as_ref().map(|answer| &answer.said) {
        None => html! { <p role="status">{ FormText::Reading(form.file.name.clone()).say(language) }</p> },
        Some(Err(problem)) => refused(language, problem),
        Some(Ok(preview)) => looked(props, preview),
    };
    html! {
        <section class="card form-fill" aria-labelledby="form-fill">
            <div class="form-fill-head">
                <h2 id="form-fill" tabindex="-1" ref={heading}>{ FormText::Fill.say(language) }{ ": " }{ own(&form.file.name) }</h2>
                <button type="button" class="icon-button" onclick={on_close} aria-label={FormText::Close.say(language).into_owned()}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            { body }
            <div class="form-fill-foot">
                if let Some(Ok(preview)) = form.answer.as_ref().map(|answer| &answer.said) { { save(language, preview, acts) } }
                <FilePicker
                    label={FormText::Another.say(language).into_owned()} accept={ACCEPTED} picks={Picks::One}
                    on_files={&acts.on_form_file}
                />
            </div>
        </section>
    }
}

/// What the chooser offers: other tables, too, so that somebody who has one learns what to do with it.
const ACCEPTED: &str = ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv";

/// What the choice of a form needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FormDoorProps {
    /// The language.
    pub(super) language: Language,
    /// Told of the file.
    pub(super) on_form_file: Callback<Vec<web_sys::File>>,
}

/// The button that chooses a form.
#[component]
pub(super) fn FormDoor(props: &FormDoorProps) -> Html {
    let FormDoorProps { language, on_form_file } = props;
    html! {
        <div class="form-door">
            <FilePicker
                label={FormText::Fill.say(*language).into_owned()} accept={ACCEPTED} picks={Picks::One}
                on_files={on_form_file}
            />
            <p class="small quiet">{ FormText::FillHint.say(*language) }</p>
        </div>
    }
}

fn refused(language: Language, problem: &FormProblem) -> Html {
    let words = form_problem(language, problem);
    html! {
        <div class="form-refused" role="alert">
            <p><b>{ quoting(language, &words.seen) }</b></p>
            <p>{ quoting(language, &words.why) }</p>
            <p>{ quoting(language, &words.todo) }</p>
        </div>
    }
}

fn looked(props: &FormProps, preview: &Rc<FormPreview>) -> Html {
    let FormProps { language, acts, form } = props;
    let language = *language;
    let by_unit = preview.rows.iter().any(|row| !row.unit.is_empty());
    html! {
        <>
            <p>{ quoting(language, &FormText::Lead(Box::new((**preview).clone())).say(language)) }</p>
            <p class="small quiet">{ FormText::LookFirst.say(language) }</p>
            <ColumnTable {language} preview={Rc::clone(preview)} on_form={&acts.on_form} />
            if by_unit { <UnitTable {language} preview={Rc::clone(preview)} /> }
            { existing(language, preview, form, acts) }
            { blanks(language, preview) }
            if !preview.notes.is_empty() {
                <ul class="form-notes">
                    for (place, note) in preview.notes.iter().enumerate() {
                        <li key={place}>{ quoting(language, &form_note(language, note)) }</li>
                    }
                </ul>
            }
            <p class="visually-hidden" role="status">{ told(preview).say(language) }</p>
        </>
    }
}

/// Values that stand in the form already: kept, but for those that the user ticks.
fn existing(language: Language, preview: &FormPreview, form: &SuperiorForm, acts: &FormActs) -> Html {
    let cells = standing(preview);
    if cells.is_empty() {
        return Html::default();
    }
    let all: Vec<String> = cells.iter().map(|cell| cell.address.clone()).collect();
    let is_all = all.iter().all(|address| form.wishes.replace.contains(address));
    let on_all = acts.on_form.reform(move |_: MouseEvent| FormEvent::Replace(all.clone()));
    html! {
        <fieldset class="form-standing">
            <legend>{ FormText::Standing(cells.len()).say(language) }</legend>
            <p class="small">{ FormText::StandingHint.say(language) }</p>
            for cell in cells.iter() { { tick(language, &cell.address, &cell.fate, acts) } }
            if cells.len() > 1 && !is_all {
                <button type="button" class="button small" onclick={on_all}>{ FormText::ReplaceAll.say(language) }</button>
            }
        </fieldset>
    }
}

fn tick(language: Language, address: &str, fate: &FormFate, acts: &FormActs) -> Html {
    let (old, new, checked) = match fate {
        FormFate::Kept { old, new } => (old, new, false),
        FormFate::Replaced { old, new } => (old, new, true),
        _ => return Html::default(),
    };
    let text = FormText::Replace { address: address.to_owned(), old: old.clone(), new: new.text() };
    let cell = address.to_owned();
    let onchange = acts.on_form.reform(move |_: Event| match checked {
        true => FormEvent::Keep(cell.clone()),
        false => FormEvent::Replace(vec![cell.clone()]),
    });
    html! { <label key={address.to_owned()}><input type="checkbox" {checked} {onchange} /><span>{ quoting(language, &text.say(language)) }</span></label> }
}

fn blanks(language: Language, preview: &FormPreview) -> Html {
    let blanks = stays_blank(preview);
    if blanks.is_empty() {
        return Html::default();
    }
    let text = |(why, cells): &(Blank, String)| match why {
        Blank::Absent => FormText::NotHeld(cells.clone()),
        Blank::Unknown => FormText::NotKnown(cells.clone()),
        Blank::Unrecognised => FormText::NotKnownColumns(cells.clone()),
    };
    html! {
        <div class="form-blank">
            <h3>{ FormText::StaysBlank.say(language) }</h3>
            <ul>for line in blanks.iter() { <li>{ text(line).say(language) }</li> }</ul>
        </div>
    }
}

fn save(language: Language, preview: &FormPreview, acts: &FormActs) -> Html {
    let count = preview.cells().filter(|cell| cell.written().is_some()).count();
    if count == 0 {
        return html! { <p>{ FormText::Nothing.say(language) }</p> };
    }
    let onclick = acts.on_form_save.reform(|_: MouseEvent| ());
    html! {
        <button type="button" class="button primary" {onclick}>
            <IconView icon={Icon::Download} />
            { FormText::Save(count).say(language) }
        </button>
    }
}
