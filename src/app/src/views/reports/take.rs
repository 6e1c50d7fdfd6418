//! Everything a report can be taken along as: files, paper, and what is pasted or sent elsewhere.

use super::form::FormDoor;
use super::row::RowToPaste;
use super::{FormActs, decide, told};
use crate::clip::{self, Cells, Head};
use crate::effects::{self, Copied, Drawn, use_picture};
use crate::picture::Told;
use crate::route::{ReportView, Route};
use crate::state::OrderFile;
use crate::views::icons::{Icon, IconView};
use domain::{FormsSlice, Language, PlanSlice, ReportKind, ReportSlice, Summary, UnitSlice};
use protocol::ExportFormat;
use std::rc::Rc;
use wording::Say;
use wording::reports::{Copying, TakeText};
use yew::prelude::*;

/// What the card needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TakeProps {
    /// The language.
    pub(super) language: Language,
    /// The summary.
    pub(super) summary: Rc<Summary>,
    /// The plan, once it has come.
    pub(super) plan: Option<Rc<PlanSlice>>,
    /// The report.
    pub(super) report: Rc<ReportSlice>,
    /// Its unit, once it has come.
    pub(super) unit: Option<Rc<UnitSlice>>,
    /// The texts of its blanks.
    pub(super) texts: Vec<String>,
    /// The data are samples.
    pub(super) is_sample: bool,
    /// What the address asks for.
    pub(super) view: ReportView,
    /// The orders of columns at hand, once they have come.
    pub(super) forms: Option<Rc<FormsSlice>>,
    /// A template of columns that is not in force.
    pub(super) order_file: Option<OrderFile>,
    /// What can be done with forms.
    pub(super) form_acts: FormActs,
    /// Asks for a file.
    pub(super) on_take: Callback<(ExportFormat, Vec<String>)>,
    /// Leads to another order of columns.
    pub(super) on_open: Callback<Route>,
}

/// Told how a copy went.
pub(super) type CopyTold = Callback<Copied>;

/// The card.
#[component]
pub(super) fn TakeCard(props: &TakeProps) -> Html {
    let copied = use_state(|| None::<Copied>);
    let setter = copied.setter();
    let on_copied = Callback::from(move |copied| setter.set(Some(copied)));
    let picture = use_picture(format!("{}.png", props.report.file_name), picture_of(props));
    let status = copied.map(|copied| match copied {
        Copied::Yes => Copying::Done,
        Copied::No => Copying::Refused,
    });
    html! {
        <section class="card report-take" aria-labelledby="report-take">
            <h2 id="report-take">{ TakeText::Title.say(props.language) }</h2>
            { files(props) }
            <h3>{ TakeText::Pasting.say(props.language) }</h3>
            { pasting(props, &on_copied) }
            if let Some(forms) = &props.forms {
                <RowToPaste
                    language={props.language} report={Rc::clone(&props.report)} view={props.view.clone()} forms={Rc::clone(forms)}
                    order_file={props.order_file.clone()} on_copied={on_copied.clone()} acts={props.form_acts.clone()}
                    on_open={&props.on_open}
                />
            }
            <FormDoor language={props.language} on_form_file={&props.form_acts.on_form_file} />
            { picture_acts(props.language, picture) }
            <p class="small" role="status">{ status.map(|status| status.say(props.language)) }</p>
        </section>
    }
}

/// A report of a unit waits for the unit; one of the province tells of all.
fn picture_of(props: &TakeProps) -> Option<Told> {
    let TakeProps { summary, plan, report, unit, is_sample, .. } = props;
    let unit = unit.as_deref().filter(|_| !report.kind.is_of_province());
    let is_there = unit.is_some() || report.kind.is_of_province();
    is_there.then(|| told::told(summary, unit, plan.as_deref(), *is_sample))
}

fn files(props: &TakeProps) -> Html {
    let take = |format: ExportFormat| {
        let texts = props.texts.clone();
        props.on_take.reform(move |_: MouseEvent| (format, texts.clone()))
    };
    let word = take(ExportFormat::ReportDocx(props.report.kind));
    let line = |icon, words: Words<'_>, onclick| button(props.language, (icon, ""), words, onclick);
    let print = Callback::from(|_| effects::print());
    html! {
        <ul>
            { button(props.language, (Icon::File, "primary"), (&TakeText::Word, &TakeText::WordHint), word) }
            { line(Icon::Download, (&TakeText::Results, &TakeText::ResultsHint), take(ExportFormat::ResultsXlsx)) }
            if props.report.kind == ReportKind::Province && decide::is_of_province(&props.summary) {
                { line(Icon::Download, (&TakeText::Package, &TakeText::PackageHint), take(ExportFormat::Package)) }
            }
            { line(Icon::Download, (&TakeText::Workbook, &TakeText::WorkbookHint), take(ExportFormat::CleanXlsx)) }
            { line(Icon::Download, (&TakeText::Csv, &TakeText::CsvHint), take(ExportFormat::VerdictsCsv)) }
            { line(Icon::Calendar, (&TakeText::Calendar, &TakeText::CalendarHint), take(ExportFormat::AgendaIcs)) }
            { line(Icon::File, (&TakeText::Print, &TakeText::PrintHint), print) }
        </ul>
    }
}

fn pasting(props: &TakeProps, on_copied: &CopyTold) -> Html {
    let report = Rc::new((*props.report).clone().filled(&props.texts));
    let (of_paragraph, told) = (Rc::clone(&report), on_copied.clone());
    let paragraph = Callback::from(move |_| effects::copy(&decide::paragraph(&of_paragraph), told.clone()));
    let told = on_copied.clone();
    let table = Callback::from(move |_| {
        let rows = decide::table(&report).map(decide::cells).unwrap_or_default();
        let clip = clip::of_rows(&rows, Head::First, Cells::Values);
        effects::copy_table(&clip.text, &clip.html, told.clone());
    });
    html! {
        <ul>
            { button(props.language, (Icon::Copy, ""), (&TakeText::Paragraph, &TakeText::ParagraphHint), paragraph) }
            { button(props.language, (Icon::Copy, ""), (&TakeText::Table, &TakeText::TableHint), table) }
        </ul>
    }
}

/// The picture, once it is drawn; sharing it only where the device takes this very file.
fn picture_acts(language: Language, picture: Option<Drawn>) -> Html {
    let Some(picture) = picture else { return Html::default() };
    let (saved, shared) = (picture.clone(), picture.clone());
    let save = Callback::from(move |_| saved.save());
    let share = Callback::from(move |_: MouseEvent| shared.share());
    html! {
        <>
            <ul>
                { button(language, (Icon::Download, ""), (&TakeText::Picture, &TakeText::PictureHint), save) }
            </ul>
            if picture.can_share {
                <button type="button" class="button" onclick={share}>{ TakeText::Share.say(language) }</button>
            }
            <details class="report-picture">
                <summary>{ TakeText::ShowPicture.say(language) }</summary>
                <img src={picture.address()} alt={picture.alt()} lang="vi" />
            </details>
        </>
    }
}

/// What a button is called, and what it is good for.
type Words<'a> = (&'a dyn Say, &'a dyn Say);

/// A way to take the report along.
pub(super) fn button(
    language: Language,
    (icon, class): (Icon, &'static str),
    (name, hint): Words<'_>,
    onclick: Callback<MouseEvent>,
) -> Html {
    html! {
        <li>
            <button type="button" class={classes!("button", class)} {onclick}>
                <IconView {icon} />
                <span>{ name.say(language) }</span>
                <small>{ hint.say(language) }</small>
            </button>
        </li>
    }
}
