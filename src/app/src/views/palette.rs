//! The search over everything: a field, and a list under it that the arrow keys walk (the combobox pattern of WAI-ARIA).

mod decide;

use crate::effects::{self, Desk};
use crate::state::{Action, Overlay, State};
use crate::views::icons::{Icon, IconView};
use crate::views::reports::decide::is_of_province;
use crate::views::screen::ScreenProps;
use decide::{Act, Field, Found, Input, Line, Move, found, lines, next};
use domain::Language;
use protocol::ExportFormat;
use std::rc::Rc;
use wording::Say;
use wording::palette::{Download, PaletteText};
use wording::shell::Shell;
use yew::prelude::*;

const LIST: &str = "palette-list";

/// The search. The browser closes it on Escape, and brings the focus back.
#[component]
pub(crate) fn Palette(props: &ScreenProps) -> Html {
    let language = props.state.language;
    let dialog = use_node_ref();
    effects::use_modal(&dialog);
    let (search, active) = (use_state_eq(String::new), use_state_eq(|| 0_usize));
    let lines = use_memo(field(&props.state), lines);
    let found = found(&lines, &search);
    let take = taking(props, &dialog);
    let tell = props.state.dispatcher();
    let onclose = Callback::from(move |_: Event| tell.dispatch(Action::Uncovered(Overlay::Palette)));
    let title = PaletteText::Title.say(language).into_owned();
    html! {
        <dialog
            class="palette" ref={dialog} aria-label={title} {onclose}
            onclick={|event: MouseEvent| effects::close_from_outside(&event)}
        >
            <div class="palette-inside">
                { head(language, &search, &active, &found, &take) }
                { list(language, *active, &found, &take) }
                { foot(props, &found) }
            </div>
        </dialog>
    }
}

fn field(state: &State) -> Field {
    Field {
        language: state.language,
        year: state.assessed().map(|assessed| assessed.summary.year),
        is_province: state.assessed().is_some_and(|assessed| is_of_province(&assessed.summary)),
        input: if state.has_input() { Input::Some } else { Input::None },
        plan: state.plan.clone(),
        names: state.unit_names().map(Rc::clone),
        samples: effects::samples_on_offer(),
        page: state.page,
    }
}

fn head(
    language: Language,
    search: &UseStateHandle<String>,
    active: &UseStateHandle<usize>,
    found: &Found,
    take: &Callback<Act>,
) -> Html {
    let marked = found.first.get(**active).map(|_| option_id(**active));
    let label = PaletteText::Title.say(language).into_owned();
    html! {
        <div class="palette-head">
            <IconView icon={Icon::Search} />
            <input
                type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus=true
                aria-autocomplete="list" aria-expanded={(!found.first.is_empty()).to_string()} aria-controls={LIST} aria-activedescendant={marked}
                aria-label={label} placeholder={PaletteText::Placeholder.say(language).into_owned()}
                value={(**search).clone()} oninput={typed(search, active)} onkeydown={pressed(active, found, take)}
            />
            <button
                type="button" class="icon-button" aria-label={Shell::Close.say(language).into_owned()}
                onclick={|event: MouseEvent| effects::close_dialog(&event)}
            >
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

fn typed(search: &UseStateHandle<String>, active: &UseStateHandle<usize>) -> Callback<InputEvent> {
    let (search, active) = (search.setter(), active.setter());
    Callback::from(move |event: InputEvent| {
        search.set(effects::field_text(&event));
        active.set(0);
        effects::show_option(&option_id(0));
    })
}

fn pressed(active: &UseStateHandle<usize>, found: &Found, take: &Callback<Act>) -> Callback<KeyboardEvent> {
    let (active, first, take) = (active.clone(), found.first.clone(), take.clone());
    Callback::from(move |event: KeyboardEvent| {
        // While an input method composes a letter, the keys are its own.
        if event.is_composing() {
            return;
        }
        if let Some(step) = Move::of_key(&event.key()) {
            event.prevent_default();
            let next = next(*active, step, first.len());
            active.set(next);
            effects::show_option(&option_id(next));
        } else if event.key() == "Enter" {
            event.prevent_default();
            first.get(*active).into_iter().for_each(|line| take.emit(line.act.clone()));
        }
    })
}

fn option_id(at: usize) -> String {
    format!("{LIST}-{at}")
}

fn list(language: Language, active: usize, found: &Found, take: &Callback<Act>) -> Html {
    html! {
        <ul
            role="listbox" id={LIST} hidden={found.first.is_empty()}
            aria-label={PaletteText::List.say(language).into_owned()}
        >
            { for found.first.iter().enumerate().map(|(at, line)| option(language, at, at == active, line, take)) }
        </ul>
    }
}

fn option(language: Language, at: usize, is_marked: bool, line: &Line, take: &Callback<Act>) -> Html {
    let act = line.act.clone();
    let onclick = take.reform(move |_: MouseEvent| act.clone());
    // The field keeps the focus while a line is clicked.
    let onmousedown = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <li key={at} id={option_id(at)} role="option" aria-selected={is_marked.to_string()} {onmousedown} {onclick}>
            <span class="palette-label">
                { &line.label }
                if !line.hint.is_empty() { <small>{ ", " }{ &line.hint }</small> }
            </span>
            <small class="palette-kind">{ line.offer.say(language) }</small>
        </li>
    }
}

fn foot(props: &ScreenProps, found: &Found) -> Html {
    let language = props.state.language;
    let shown = u32::try_from(found.first.len()).unwrap_or(u32::MAX);
    let told = if found.of == 0 { PaletteText::None } else { PaletteText::Found { shown, of: found.of } };
    html! {
        <div class="palette-foot small quiet">
            <p role="status">{ told.say(language) }</p>
            if props.state.assessed().is_none() { <p>{ PaletteText::NoUnitsYet.say(language) }</p> }
            <p class="palette-hint">{ PaletteText::Hint.say(language) }</p>
        </div>
    }
}

/// The dialog is closed first: the focus goes back to what opened it, and from there wherever the act leads.
fn taking(props: &ScreenProps, dialog: &NodeRef) -> Callback<Act> {
    let (state, desk, dialog) = (props.state.clone(), Rc::clone(&props.desk), dialog.clone());
    Callback::from(move |act| {
        effects::close_modal(&dialog);
        take(&state, &desk, act);
    })
}

fn take(state: &UseReducerHandle<State>, desk: &Desk, act: Act) {
    match act {
        Act::Open(route) => state.dispatch(Action::Opened(route)),
        Act::Speak(language) => state.dispatch(Action::Spoke(language)),
        Act::Show(page) => state.dispatch(Action::Showed(page)),
        Act::Guide => effects::open_guide(),
        Act::Keys => state.dispatch(Action::Overlaid(Overlay::Keys)),
        Act::Sample(sample) => desk.take_sample(sample),
        Act::Download(file) => download(state, desk, file),
    }
}

fn download(state: &State, desk: &Desk, file: Download) {
    let format = match file {
        Download::AgendaIcs => ExportFormat::AgendaIcs,
        Download::AgendaXlsx => ExportFormat::AgendaXlsx,
        Download::AgendaCsv => ExportFormat::AgendaCsv,
        Download::ResultsXlsx => ExportFormat::ResultsXlsx,
        Download::Package => ExportFormat::Package,
        Download::VerdictsCsv => ExportFormat::VerdictsCsv,
        Download::CleanXlsx => ExportFormat::CleanXlsx,
        Download::FindingsCsv => ExportFormat::FindingsCsv,
        Download::SilentCsv => ExportFormat::SilentCsv,
        Download::Project => return desk.save_project(state),
        Download::Template => return desk.save_template(state.language),
    };
    desk.export(state, format, None);
}
