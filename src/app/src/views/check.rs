//! The check-data screen: what was read, what is worth a look with one-tap answers, and what each column is taken for.

mod choices;
mod columns;
mod fix;
mod issues;

use crate::choice::Choice;
use crate::route::Route;
use crate::views::context::open_questions;
use crate::views::failed::ReadErrors;
use crate::views::link::Link;
use choices::ChoicesCard;
use columns::TableCard;
use domain::{CheckSlice, Language, Options, ReadError, Summary, TableInfo};
use issues::IssuesCard;
use std::rc::Rc;
use wording::Say;
use wording::check::Check;
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
    /// Files that could not be read.
    pub(crate) failed: Rc<Vec<ReadError>>,
    /// What the user chose.
    pub(crate) options: Options,
    /// Makes a choice.
    pub(crate) on_choose: Callback<Choice>,
    /// Takes a choice back.
    pub(crate) on_undo: Callback<Choice>,
    /// Leads to another screen.
    pub(crate) on_open: Callback<Route>,
}

/// The check-data screen.
#[component]
pub(crate) fn CheckPage(props: &CheckPageProps) -> Html {
    let CheckPageProps { language, summary, check, failed, .. } = props;
    html! {
        <>
            <PageHead ..props.clone() />
            <Stats language={*language} {summary} />
            if !failed.is_empty() {
                <ReadErrors language={*language} errors={Rc::clone(failed)} />
            }
            if let Some(check) = check {
                <Columns page={props.clone()} check={Rc::clone(check)} />
            } else {
                <p class="quiet">{ Shell::Loading.say(*language) }</p>
            }
        </>
    }
}

#[component]
fn PageHead(props: &CheckPageProps) -> Html {
    let CheckPageProps { language, summary, on_open, .. } = props;
    let title = Check::Title { rows: summary.rows, open: open_questions(summary) };
    html! {
        <header class="page-head">
            <div>
                <h1 tabindex="-1">{ title.say(*language) }</h1>
                <p class="lead">{ Check::Lead.say(*language) }</p>
            </div>
            <div class="button-row">
                <Link class="button" to={Route::Data} {on_open}>{ Check::ChangeFiles.say(*language) }</Link>
                <Link class="button primary" to={Route::Overview} {on_open}>{ Check::SeeResults.say(*language) }</Link>
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
    let CheckPageProps { language, summary, options, on_choose, on_undo, .. } = page;
    html! {
        <div class="check-columns">
            <div class="stack">
                <IssuesCard language={*language} {summary} check={Rc::clone(check)} {on_choose} />
                <ChoicesCard
                    language={*language} {summary} check={Rc::clone(check)} options={options.clone()} {on_choose} {on_undo}
                />
            </div>
            <section class="tables">
                <h2>{ Check::Tables.say(*language) }</h2>
                { for check.tables.iter().map(|table| table_card(page, table, check.tables.len() == 1)) }
            </section>
        </div>
    }
}

fn table_card(page: &CheckPageProps, table: &TableInfo, opened: bool) -> Html {
    let CheckPageProps { language, on_choose, .. } = page;
    html! {
        <TableCard key={table.fingerprint.clone()} language={*language} table={table.clone()} {opened} {on_choose} />
    }
}
