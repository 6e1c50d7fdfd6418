//! The check-data screen: what was read, what is worth a look with one-tap answers, what each column is taken for, who
//! has sent nothing, and everything that was decided.

mod choices;
pub(crate) mod columns;
mod encoding;
mod files;
mod fix;
mod issues;
pub(crate) mod look;
mod places;
mod silent;
mod unit_picker;

use crate::choice::Choice;
use crate::route::Route;
use crate::state::{FileLine, MemoryEvent, Step, Steps, StoreFault};
use crate::views::context::open_questions;
use crate::views::icons::{Icon, IconView};
use crate::views::later::Later;
use crate::views::link::Link;
use crate::views::memory::MemoryCard;
use choices::ChoicesCard;
use columns::TableCard;
use domain::{CheckSlice, Language, Options, Place, PlanSlice, ReadError, Remembered, RowsSlice, Summary, TableInfo};
use files::FilesCard;
use issues::IssuesCard;
use look::{LookDialog, Looked};
use protocol::ExportFormat;
use silent::SilentCard;
use std::rc::Rc;
use wording::Say;
use wording::check::{Check, KeepText};
use wording::dates::{number, span};
use wording::shell::Shell;
use yew::prelude::*;

/// What the check-data screen needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CheckPageProps {
    /// The language.
    pub(crate) language: Language,
    /// The summary.
    pub(crate) summary: Rc<Summary>,
    /// Tables and findings, once they have come.
    pub(crate) check: Option<Rc<CheckSlice>>,
    /// The plan, once it has come: it knows the words of readings.
    pub(crate) plan: Option<Rc<PlanSlice>>,
    /// The files of this sitting.
    pub(crate) given: Vec<FileLine>,
    /// Files that could not be read.
    pub(crate) failed: Rc<Vec<ReadError>>,
    /// What the user chose.
    pub(crate) options: Options,
    /// Steps over what was chosen.
    pub(crate) steps: Steps,
    /// What this machine remembers …
    pub(crate) remembered: Remembered,
    /// … why the store takes nothing …
    pub(crate) fault: Option<StoreFault>,
    /// … and remembered when the page was opened.
    pub(crate) recalled: Options,
    /// The place that is looked at.
    pub(crate) look: Option<Place>,
    /// The rows around it, once they have come; the inner `None` = there is no such row.
    pub(crate) rows: Option<Option<Rc<RowsSlice>>>,
    /// What can be done here.
    pub(crate) acts: CheckActs,
}

/// What can be done on the check-data screen.
#[derive(Clone, PartialEq)]
pub(crate) struct CheckActs {
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Makes several choices with one tap.
    pub(crate) on_choose_all: Callback<Vec<Choice>>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Steps back or forward.
    pub(crate) on_step: Callback<Step>,
    /// Takes every decision back.
    pub(crate) on_drop: Callback<()>,
    /// Does something to what is remembered.
    pub(crate) on_memory: Callback<MemoryEvent>,
    /// Looks at a place, or no longer.
    pub(crate) on_look: Callback<Option<Place>>,
    /// Takes a file away.
    pub(crate) on_remove: Callback<u32>,
    /// Asks for a file to download.
    pub(crate) on_export: Callback<ExportFormat>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The check-data screen.
#[component]
pub(crate) fn CheckPage(props: &CheckPageProps) -> Html {
    let CheckPageProps { language, summary, check, .. } = props;
    html! {
        <>
            <PageHead ..props.clone() />
            <Stats language={*language} {summary} />
            if let Some(check) = check {
                <Columns page={props.clone()} check={Rc::clone(check)} />
                { dialog(props, check) }
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </>
    }
}

fn dialog(props: &CheckPageProps, check: &Rc<CheckSlice>) -> Html {
    let Some(at) = props.look.clone() else { return Html::default() };
    let looked = match &props.rows {
        None => Looked::Coming,
        Some(None) => Looked::Gone,
        Some(Some(rows)) => Looked::Rows(Rc::clone(rows)),
    };
    html! {
        <LookDialog
            language={props.language} check={Rc::clone(check)} {at} {looked} on_look={props.acts.on_look.clone()}
        />
    }
}

#[component]
fn PageHead(props: &CheckPageProps) -> Html {
    let CheckPageProps { language, summary, acts, .. } = props;
    let title = Check::Title { rows: summary.rows, open: open_questions(summary) };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(*language) }</h1>
                <p class="lead">{ Check::Lead.say(*language) }</p>
            </div>
            <div class="button-row">
                <Link class="button" to={Route::Data} on_open={&acts.on_open}>{ Check::ChangeFiles.say(*language) }</Link>
                <Link class="button primary" to={Route::Overview} on_open={&acts.on_open}>
                    { Check::SeeResults.say(*language) }
                </Link>
            </div>
        </header>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StatsProps {
    language: Language,
    summary: Rc<Summary>,
}

#[component]
fn Stats(props: &StatsProps) -> Html {
    let StatsProps { language, summary } = props;
    let unused = summary.rows.saturating_sub(summary.used_rows);
    let dates = summary.dates.map_or_else(|| Check::NoDates.say(*language).into_owned(), span);
    let stats = [
        (number(*language, summary.used_rows), Check::UsedRows),
        (number(*language, unused), Check::UnusedRows),
        (number(*language, summary.units_seen), Check::UnitsSeen),
        (dates, Check::Dates),
    ];
    html! {
        <dl class="card stats">
            for (index, (figure, name)) in stats.into_iter().enumerate() {
                <div key={index}><dt>{ name.say(*language) }</dt><dd>{ figure }</dd></div>
            }
        </dl>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ColumnsProps {
    page: CheckPageProps,
    check: Rc<CheckSlice>,
}

#[component]
fn Columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { page, check } = props;
    let CheckPageProps { language, summary, acts, .. } = page;
    html! {
        <div class="check-columns">
            <div class="stack">
                <IssuesCard language={*language} {summary} check={Rc::clone(check)} acts={acts.clone()} />
                <Later>
                    <SilentCard language={*language} year={summary.year} check={Rc::clone(check)} on_export={&acts.on_export} />
                </Later>
                <Later><ChoicesCard page={page.clone()} check={Rc::clone(check)} /></Later>
            </div>
            <div class="stack">
                <Later>{ files(page, check) }</Later>
                <section class="tables">
                    <h2>{ Check::Tables.say(*language) }</h2>
                    <Later>{ for (0..).zip(&check.tables).map(|table| table_card(page, table, check.tables.len() == 1)) }</Later>
                </section>
                <TakeAlong language={*language} on_export={&acts.on_export} />
                <Later>
                    <MemoryCard
                        language={*language} remembered={page.remembered.clone()} fault={page.fault} on_memory={acts.on_memory.clone()}
                    />
                </Later>
            </div>
        </div>
    }
}

fn files(page: &CheckPageProps, check: &Rc<CheckSlice>) -> Html {
    html! {
        <FilesCard
            language={page.language}
            given={page.given.clone()}
            failed={Rc::clone(&page.failed)}
            check={Rc::clone(check)}
            acts={page.acts.clone()}
        />
    }
}

fn table_card(page: &CheckPageProps, (number, table): (u32, &TableInfo), opened: bool) -> Html {
    let CheckPageProps { language, recalled, options, acts, .. } = page;
    let of_headers = table.header_key();
    let own = |column: u32| options.columns.iter().any(|it| it.table == table.fingerprint && it.column == column);
    let recalled =
        recalled.columns.iter().filter(|it| Some(&it.table) == of_headers.as_ref() || it.table == table.fingerprint);
    let recalled: Vec<u32> = recalled.map(|it| it.column).filter(|column| !own(*column)).collect();
    html! {
        <TableCard
            key={table.fingerprint.clone()} language={*language} table={table.clone()} {recalled} {opened} {number}
            on_choose={&acts.on_choose} on_open={&acts.on_open}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TakeAlongProps {
    language: Language,
    on_export: Callback<ExportFormat>,
}

/// What can be taken along from this screen.
#[component]
fn TakeAlong(props: &TakeAlongProps) -> Html {
    let TakeAlongProps { language, on_export } = props;
    let button = |format: ExportFormat, text: KeepText| {
        let onclick = on_export.reform(move |_: MouseEvent| format);
        html! {
            <button type="button" class="button" {onclick}><IconView icon={Icon::File} />{ text.say(*language) }</button>
        }
    };
    html! {
        <section class="card">
            <h2>{ KeepText::TakeAlong.say(*language) }</h2>
            <div class="button-row">
                { button(ExportFormat::CleanXlsx, KeepText::CleanWorkbook) }
                { button(ExportFormat::FindingsCsv, KeepText::FindingsList) }
            </div>
        </section>
    }
}
