//! What each column of a table is taken for, with values as seen, and a choice of other meanings.

use crate::choice::Choice;
use crate::effects;
use crate::route::Route;
use crate::views::link::Link;
use crate::views::words::{own, quoting};
use domain::{
    ActivityKind, ColumnChoice, ColumnGuess, CountColumn, Field, Language, TableInfo, TableKind, YearPart,
    column_letters,
};
use wording::check::{Check, KeepText, LookText};
use wording::overview::capital;
use wording::rows::RowsText;
use wording::{Say, Text};
use yew::prelude::*;

/// A guess weaker than this is marked as unsure.
const SURE_PERCENT: u8 = 70;

/// What a table's card needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TableCardProps {
    /// The language.
    pub(crate) language: Language,
    /// The table.
    pub(crate) table: TableInfo,
    /// Columns whose meaning was remembered.
    pub(crate) recalled: Vec<u32>,
    /// It starts unfolded.
    pub(crate) opened: bool,
    /// Its place among the tables.
    pub(crate) number: u32,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// A table with its columns, folded away unless something in it is unsure or it is the only one.
#[component]
pub(crate) fn TableCard(props: &TableCardProps) -> Html {
    let TableCardProps { table, opened, .. } = props;
    let open = *opened || table.columns.iter().any(is_unsure);
    html! {
        <details class="table-card" {open}>
            <summary>{ heading(props) }</summary>
            <ColumnTable ..props.clone() />
            <p class="table-rows">
                <Link to={Route::Rows(props.number)} on_open={&props.on_open}>
                    { RowsText::ShowAll(table.rows).say(props.language) }
                </Link>
            </p>
        </details>
    }
}

fn heading(props: &TableCardProps) -> Html {
    let TableCardProps { language, table, .. } = props;
    let TableInfo { sheet, header_row, rows, used_rows, .. } = table;
    let place = Check::TablePlace { sheet: sheet.clone(), header_row: *header_row };
    let figures = Check::TableRows { rows: *rows, used: *used_rows };
    html! {
        <span>
            <b>{ own(&table.file) }</b>{ " · " }{ quoting(*language, &place.say(*language)) }<br />
            <span class="quiet">
                { what(*language, table) }{ " · " }{ figures.say(*language) }
            </span>
        </span>
    }
}

/// What a table holds; only activities are counted in more than one way.
fn what(language: Language, table: &TableInfo) -> String {
    let kind = capital(&table.kind.say(language));
    match table.kind {
        TableKind::Activities => format!("{kind}, {}", table.shape.say(language)),
        _ => kind,
    }
}

#[component]
fn ColumnTable(props: &TableCardProps) -> Html {
    let TableCardProps { language, table, .. } = props;
    html! {
        <table class="column-map">
            <caption class="visually-hidden">{ Check::Tables.say(*language) }{ ": " }{ own(&table.file) }</caption>
            <thead><tr>
                <th scope="col">{ Check::YourColumn.say(*language) }</th>
                <th scope="col">{ Check::Example.say(*language) }</th>
                <th scope="col">{ Check::TakenFor.say(*language) }</th>
            </tr></thead>
            <tbody>
                for column in table.columns.iter() {
                    <tr key={column.column}>{ row(props, column) }</tr>
                }
            </tbody>
        </table>
    }
}

fn is_unsure(column: &ColumnGuess) -> bool {
    !column.chosen && column.confidence < SURE_PERCENT && column.field != Field::Ignored
}

/// The header, or the letter of a column without one.
pub(crate) fn column_name(column: &ColumnGuess) -> String {
    if column.header.is_empty() { column_letters(column.column) } else { column.header.clone() }
}

fn row(props: &TableCardProps, column: &ColumnGuess) -> Html {
    let mark = certainty(props, column);
    html! {
        <>
            <th scope="row">{ own(&column_name(column)) }</th>
            <td class="quiet" lang="vi">{ column.examples.join(" · ") }</td>
            <td>
                <FieldSelect ..select_props(props, column) />
                if let Some(mark) = mark { <span class="hint">{ mark }</span> }
            </td>
        </>
    }
}

/// Who says what the column means, and how surely; nothing is said of a column that nobody reads.
fn certainty(props: &TableCardProps, column: &ColumnGuess) -> Option<Text> {
    let said = match column.field {
        _ if props.recalled.contains(&column.column) => KeepText::FromMemory.say(props.language),
        _ if column.chosen => Check::Chosen.say(props.language),
        Field::Ignored => return None,
        _ => LookText::Confidence(column.confidence).say(props.language),
    };
    Some(said)
}

fn select_props(props: &TableCardProps, column: &ColumnGuess) -> FieldSelectProps {
    FieldSelectProps {
        language: props.language,
        table: props.table.fingerprint.clone(),
        kind: props.table.kind,
        column: column.clone(),
        on_choose: props.on_choose.clone(),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FieldSelectProps {
    language: Language,
    table: String,
    kind: TableKind,
    column: ColumnGuess,
    on_choose: Callback<Choice>,
}

#[component]
fn FieldSelect(props: &FieldSelectProps) -> Html {
    let FieldSelectProps { language, table, kind, column, on_choose } = props;
    let fields = offered(*kind, column.field);
    let (on_choose, table, number, options) = (on_choose.clone(), table.clone(), column.column, fields.clone());
    let onchange = move |event: Event| {
        let chosen = effects::value_of(&event).parse().ok().and_then(|index: usize| options.get(index).copied());
        if let Some(field) = chosen {
            on_choose.emit(Choice::Column(ColumnChoice { table: table.clone(), column: number, field }));
        }
    };
    let label = Check::TakenForOf(column_name(column)).say(*language).into_owned();
    html! {
        <select aria-label={label} {onchange}>
            for (index, field) in fields.into_iter().enumerate() {
                <option key={index} value={index.to_string()} selected={field == column.field}>{ field.say(*language) }</option>
            }
        </select>
    }
}

/// The meanings offered for a column of a table, with the one in force among them.
fn offered(kind: TableKind, current: Field) -> Vec<Field> {
    let own: Vec<Field> = match kind {
        TableKind::Activities => activity_fields(),
        TableKind::Media => vec![Field::UnitId, Field::UnitName, Field::Parent, Field::Stage, Field::From, Field::To],
        TableKind::Conventions => convention_fields(),
        TableKind::Submissions => submission_fields(),
        TableKind::Surveys => survey_fields(),
        TableKind::Units => roster_fields(),
    };
    let always = [Field::Ignored, Field::Personal, Field::RowNumber, Field::Note];
    let mut fields: Vec<Field> = own.into_iter().chain(always).collect();
    if !fields.contains(&current) {
        fields.insert(0, current);
    }
    fields
}

fn activity_fields() -> Vec<Field> {
    let fields = [
        Field::UnitName,
        Field::UnitId,
        Field::UnitKind,
        Field::District,
        Field::Commune,
        Field::Hamlet,
        Field::ReceivingUnit,
        Field::Partner,
        Field::Date,
        Field::DateFrom,
        Field::DateTo,
        Field::Month,
        Field::Quarter,
        Field::Year,
        Field::Period,
        Field::Title,
        Field::Kind,
        Field::Channel,
        Field::Audience,
        Field::People,
        Field::Women,
        Field::Men,
        Field::Place,
        Field::Cost,
        Field::Funding,
        Field::Tags,
        Field::Status,
        Field::Relevant,
        Field::Evidence,
        Field::CountText,
        Field::MeasureUnit,
        Field::Percent,
    ];
    fields.into_iter().chain(count_fields()).collect()
}

/// Counts of any kind for each part of the year, and of each kind for whatever the row says.
fn count_fields() -> Vec<Field> {
    let count = |kind, part| Field::Count(CountColumn { kind, part, planned: false, total: false });
    let parts = (1..=4).map(YearPart::Quarter).chain((1..=2).map(YearPart::Half)).chain([YearPart::Year]);
    std::iter::once(count(None, None))
        .chain(ActivityKind::ALL.map(|kind| count(Some(kind), None)))
        .chain(parts.clone().map(|part| count(None, Some(part))))
        .chain(parts.map(Field::PeopleIn))
        .collect()
}

fn convention_fields() -> Vec<Field> {
    let fields = [
        Field::RegisterId,
        Field::UnitId,
        Field::UnitName,
        Field::District,
        Field::Commune,
        Field::Hamlet,
        Field::Adopted,
        Field::Discriminatory,
        Field::FixedOn,
        Field::Ended,
        Field::Title,
    ];
    fields.to_vec()
}

fn submission_fields() -> Vec<Field> {
    let fields = [
        Field::UnitId,
        Field::UnitName,
        Field::District,
        Field::Commune,
        Field::SubmissionKind,
        Field::Period,
        Field::Submitted,
        Field::CoversChildren,
        Field::Title,
    ];
    fields.to_vec()
}

fn survey_fields() -> Vec<Field> {
    vec![Field::UnitId, Field::UnitName, Field::RegisterId, Field::Measure, Field::Date, Field::Value, Field::Base]
}

fn roster_fields() -> Vec<Field> {
    let fields = [
        Field::UnitId,
        Field::UnitName,
        Field::UnitKind,
        Field::Parent,
        Field::District,
        Field::Commune,
        Field::From,
        Field::To,
        Field::Successor,
        Field::Tags,
    ];
    fields.to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [TableKind; 6] = [
        TableKind::Activities,
        TableKind::Media,
        TableKind::Conventions,
        TableKind::Submissions,
        TableKind::Surveys,
        TableKind::Units,
    ];

    #[test]
    fn every_column_can_be_ignored_and_keeps_the_meaning_in_force() {
        let rare =
            Field::Count(CountColumn { kind: None, part: Some(YearPart::Month(7)), planned: true, total: false });
        for kind in KINDS {
            let fields = offered(kind, rare);
            assert!(fields.contains(&Field::Ignored) && fields.contains(&rare));
        }
    }

    #[test]
    fn no_meaning_is_offered_twice() {
        for kind in KINDS {
            let mut fields = offered(kind, Field::Ignored);
            let all = fields.len();
            fields.sort();
            fields.dedup();
            assert_eq!(fields.len(), all);
        }
    }
}
