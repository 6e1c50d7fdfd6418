//! Every choice about the data that is in force, each of which can be taken back; and the choice of a roster.

use super::columns::column_name;
use super::issues::undo_icon;
use crate::choice::{Choice, corrections};
use crate::effects;
use domain::{CheckSlice, ColumnChoice, Language, Options, RosterScope, Summary, TableInfo, TickChoice, UnitChoice};
use std::rc::Rc;
use wording::Say;
use wording::check::{Check, ChoiceText};
use yew::prelude::*;

/// What the list of choices needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ChoicesProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary: it knows names of units.
    pub(crate) summary: Rc<Summary>,
    /// The tables: they know names of columns.
    pub(crate) check: Rc<CheckSlice>,
    /// What the user chose.
    pub(crate) options: Options,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
}

/// The list.
#[component]
pub(crate) fn ChoicesCard(props: &ChoicesProps) -> Html {
    let ChoicesProps { language, options, .. } = props;
    let made = corrections(options);
    html! {
        <section class="card choices">
            <h2>{ Check::Choices.say(*language) }</h2>
            if made.is_empty() {
                <p class="quiet">{ Check::NoChoices.say(*language) }</p>
            } else {
                <ul>{ for made.into_iter().enumerate().map(|(key, choice)| item(props, key, choice)) }</ul>
            }
            <RosterSelect ..props.clone() />
        </section>
    }
}

fn item(props: &ChoicesProps, key: usize, choice: Choice) -> Html {
    let text = told(props, &choice).map(|text| text.say(props.language)).unwrap_or_default();
    let onclick = props.on_undo.reform(move |_: MouseEvent| choice.clone());
    let label = format!("{}: {text}", Check::Undo.say(props.language));
    html! {
        <li {key}>
            <span>{ text }</span>
            <button type="button" class="button small" aria-label={label} {onclick}>
                { undo_icon() }{ Check::Undo.say(props.language) }
            </button>
        </li>
    }
}

/// What a choice says. Day, year, scope, plan and readings are told elsewhere.
fn told(props: &ChoicesProps, choice: &Choice) -> Option<ChoiceText> {
    let ChoicesProps { language, check, .. } = props;
    match choice {
        Choice::Roster(roster) => Some(ChoiceText::Roster(*roster)),
        Choice::Column(ColumnChoice { table, column, field }) => {
            let column = find_column(check, table, *column);
            Some(ChoiceText::Column { column, field: field.say(*language) })
        }
        Choice::Unit(UnitChoice { text, unit, .. }) => {
            let unit = unit_name(props, unit);
            Some(match text.as_str() {
                "" => ChoiceText::TableUnit { unit },
                text => ChoiceText::Unit { text: text.to_owned(), unit },
            })
        }
        Choice::Kind { word, kind } => Some(ChoiceText::Kind { word: word.clone(), kind: *kind }),
        Choice::Relevance(choice) => {
            Some(ChoiceText::Relevance { table: table_name(check, &choice.table), relevant: choice.relevant })
        }
        Choice::MonthFirst(table) => Some(ChoiceText::MonthFirst { table: table_name(check, table) }),
        Choice::Tick(TickChoice { target, unit, period, note }) => Some(ChoiceText::Tick {
            target: target.clone(),
            unit: unit_name(props, unit),
            period: period.clone(),
            note: note.clone(),
        }),
        Choice::AsOf(_)
        | Choice::Year(_)
        | Choice::Scope(_)
        | Choice::Reading { .. }
        | Choice::Readings(_)
        | Choice::Plan(_) => None,
    }
}

fn find_table<'a>(check: &'a CheckSlice, fingerprint: &str) -> Option<&'a TableInfo> {
    check.tables.iter().find(|table| table.fingerprint == fingerprint)
}

fn find_column(check: &CheckSlice, table: &str, number: u32) -> String {
    let columns = find_table(check, table).map(|table| table.columns.as_slice()).unwrap_or_default();
    let found = columns.iter().find(|column| column.column == number);
    found.map_or_else(|| domain::column_letters(number), column_name)
}

fn table_name(check: &CheckSlice, fingerprint: &str) -> String {
    match find_table(check, fingerprint) {
        Some(TableInfo { file, sheet, .. }) if sheet.is_empty() => file.clone(),
        Some(TableInfo { file, sheet, .. }) => format!("{file} – {sheet}"),
        None => fingerprint.to_owned(),
    }
}

fn unit_name(props: &ChoicesProps, id: &str) -> String {
    let scopes = props.summary.scope.iter().chain(&props.summary.scopes);
    let asked = props.check.findings.iter().flat_map(|group| &group.candidates);
    scopes.chain(asked).find(|line| line.id == id).map_or_else(|| id.to_owned(), |line| line.name.clone())
}

#[component]
fn RosterSelect(props: &ChoicesProps) -> Html {
    let ChoicesProps { language, options, on_choose, .. } = props;
    let rosters = [RosterScope::FormerKienGiang, RosterScope::AllAnGiang];
    let on_choose = on_choose.clone();
    let onchange = move |event: Event| {
        let index = effects::value_of(&event).parse().unwrap_or_default();
        if let Some(roster) = rosters.get::<usize>(index) {
            on_choose.emit(Choice::Roster(*roster));
        }
    };
    html! {
        <label class="field roster">
            { Check::Roster.say(*language) }
            <select {onchange}>
                for (index, roster) in rosters.into_iter().enumerate() {
                    <option key={index} value={index.to_string()} selected={roster == options.roster}>{ roster.say(*language) }</option>
                }
            </select>
            <span class="small quiet">{ Check::RosterHint.say(*language) }</span>
        </label>
    }
}
