//! The table that is typed: for somebody without a spreadsheet, and to add rows to those at hand.

mod cell;
mod decide;
mod keys;
mod row;

use crate::effects;
use crate::entry::{Column, Entry, EntryEvent, Line, UnitNames};
use crate::views::icons::{Icon, IconView};
use crate::views::words::quoting;
use cell::RowView;
use domain::Language;
use row::EntryRow;
use std::rc::Rc;
use wording::Say;
use wording::entry::EntryText;
use wording::keys::{KeyPlace, keys};
use wording::project::ProjectText;
use yew::prelude::*;

/// What the table needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EntryPageProps {
    /// The language.
    pub(crate) language: Language,
    /// What is typed.
    pub(crate) entry: Rc<Entry>,
    /// The units by name, once they have come.
    pub(crate) names: Option<Rc<UnitNames>>,
    /// Where rows are added to files, the heading says so.
    pub(crate) heading: EntryText,
    /// Told of what happens to the table.
    pub(crate) on_event: Callback<EntryEvent>,
    /// Saves the project file.
    pub(crate) on_save: Callback<()>,
}

/// The page.
#[component]
pub(crate) fn EntryPage(props: &EntryPageProps) -> Html {
    let EntryPageProps { language, entry, heading, .. } = props;
    effects::use_cell_focus(entry.goal());
    html! {
        <div class="entry-page">
            <header class="page-head">
                <div>
                    <h1 tabindex="-1">{ heading.say(*language) }</h1>
                    <p class="lead">{ quoting(*language, &EntryText::Lead.say(*language)) }</p>
                </div>
            </header>
            { what_happened(props) }
            <EntryTable ..props.clone() />
            { state_of_rows(props) }
            { buttons(props) }
            <p class="small quiet">{ EntryText::NotKept.say(*language) }</p>
            { help(*language) }
        </div>
    }
}

/// What was done last, with the way back.
fn what_happened(props: &EntryPageProps) -> Html {
    let EntryPageProps { language, entry, on_event, .. } = props;
    let told = entry.told().map(|told| decide::told(told).say(*language));
    html! {
        <div class="entry-told">
            <p role="status">{ told }</p>
            if entry.can_undo() {
                <button type="button" class="button small" onclick={on_event.reform(|_: MouseEvent| EntryEvent::Undone)}>
                    <IconView icon={Icon::Undo} />{ EntryText::Undo.say(*language) }
                </button>
            }
        </div>
    }
}

#[component]
fn EntryTable(props: &EntryPageProps) -> Html {
    let EntryPageProps { language, .. } = props;
    html! {
        <table class="entry-table card">
            <caption class="visually-hidden">{ EntryText::Table.say(*language) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ EntryText::Row.say(*language) }</th>
                    for column in Column::ALL {
                        <th key={column.code()} scope="col" data-column={column.code()}>
                            { decide::words(column).say(*language) }
                        </th>
                    }
                    <th scope="col"><span class="visually-hidden">{ EntryText::Actions.say(*language) }</span></th>
                </tr>
            </thead>
            <tbody>
                for row in rows(props) {
                    <EntryRow key={row.line.id} row={row.clone()} on_event={&props.on_event} />
                }
            </tbody>
        </table>
    }
}

fn rows(props: &EntryPageProps) -> Vec<RowView> {
    let lines = props.entry.lines();
    let id = |at: Option<usize>| at.and_then(|at| lines.get(at)).map(|line| line.id);
    let mut numbers = 2_u32..;
    let mut row = |(at, line): (usize, &Rc<Line>)| RowView {
        language: props.language,
        line: Rc::clone(line),
        number: line.is_started().then(|| numbers.next()).flatten(),
        findings: props.entry.findings(line.id).to_vec(),
        above: id(at.checked_sub(1)),
        below: id(at.checked_add(1)),
        names: props.names.clone(),
    };
    lines.iter().enumerate().map(&mut row).collect()
}

fn state_of_rows(props: &EntryPageProps) -> Html {
    let EntryPageProps { language, entry, .. } = props;
    let rows = entry.count();
    let text = match (rows, entry.doubtful()) {
        (0, _) => EntryText::NothingYet,
        (rows, None) => EntryText::Checking(rows),
        (rows, Some(doubtful)) => EntryText::Checked { rows, doubtful },
    };
    // Only what is to be looked at is told aloud.
    let aloud = entry.doubtful().filter(|doubtful| *doubtful > 0 && rows > 0);
    html! {
        <>
            <p class="entry-state"><b>{ text.say(*language) }</b>
                if entry.used() > 0 && entry.is_ahead() { { " " }{ EntryText::Ahead.say(*language) } }
            </p>
            <p class="visually-hidden" role="status">{ aloud.map(|_| text.say(*language)) }</p>
        </>
    }
}

fn buttons(props: &EntryPageProps) -> Html {
    let EntryPageProps { language, entry, on_event, on_save, .. } = props;
    if entry.count() == 0 && entry.used() == 0 {
        return Html::default();
    }
    html! {
        <div class="button-row">
            <button type="button" class="button primary" onclick={on_event.reform(|_: MouseEvent| EntryEvent::Used)}>
                { EntryText::SeeResults.say(*language) }
            </button>
            <button type="button" class="button" onclick={on_save.reform(|_: MouseEvent| ())}>
                <IconView icon={Icon::Download} />{ ProjectText::Save.say(*language) }
            </button>
            <button type="button" class="button" onclick={on_event.reform(|_: MouseEvent| EntryEvent::Cleared)}>
                { EntryText::Clear.say(*language) }
            </button>
        </div>
    }
}

fn help(language: Language) -> Html {
    html! {
        <details class="entry-keys">
            <summary>{ EntryText::KeysTitle.say(language) }</summary>
            <dl>
                for (key, meaning) in keys(KeyPlace::Entry, language) {
                    <div {key}><dt><kbd>{ key }</kbd></dt><dd>{ meaning }</dd></div>
                }
            </dl>
        </details>
    }
}
