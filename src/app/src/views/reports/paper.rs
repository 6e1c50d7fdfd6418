//! The report as it will lie on paper, always in Vietnamese. Its blanks are fields.
//!
//! INVARIANT: blanks are met in the order of [`ReportSlice::lines`].

use crate::effects::{end_on_enter, show_focused, use_writable, written};
use crate::state::{BlankKey, Filled};
use domain::{
    Language, ReportAlign, ReportAnnex, ReportBlock, ReportFoot, ReportHead, ReportLine, ReportRun, ReportSlice,
    ReportTable,
};
use std::collections::BTreeSet;
use std::rc::Rc;
use wording::Say;
use wording::reports::ReportsText;
use yew::prelude::*;

/// What the paper needs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PapersProps {
    /// The language around the report.
    pub(super) language: Language,
    /// The report.
    pub(super) report: Rc<ReportSlice>,
    /// What was written into blanks.
    pub(super) filled: Rc<Filled>,
    /// Writes into a blank.
    pub(super) on_write: Callback<(BlankKey, String)>,
}

/// The sheets.
#[component]
pub(super) fn Papers(props: &PapersProps) -> Html {
    let report = &props.report;
    let blanks = props.filled.of(report);
    let (of, _) = props.filled.count(report);
    let mut pen = Pen { props, of, met: BTreeSet::new(), blanks: blanks.into_iter() };
    let head = pen.head(&report.head);
    let body = pen.blocks(&report.body);
    let foot = pen.foot(&report.foot);
    let annexes: Vec<Html> = report.annexes.iter().map(|annex| pen.annex(annex)).collect();
    html! {
        <section class="papers" aria-label={ReportsText::Paper.say(props.language).into_owned()}>
            <article class="paper" lang="vi">{ head }{ body }{ foot }</article>
            { for annexes }
            <p class="quiet report-kept">{ ReportsText::KeptForTheSitting.say(props.language) }</p>
        </section>
    }
}

/// Writes the parts one after another, and so knows which blank comes next.
struct Pen<'a> {
    props: &'a PapersProps,
    blanks: std::vec::IntoIter<(BlankKey, String)>,
    /// Those met so far: one that stands in several places has one number.
    met: BTreeSet<BlankKey>,
    of: u32,
}

impl Pen<'_> {
    fn head(&mut self, head: &ReportHead) -> Html {
        let number = self.line(&head.number);
        let place = self.line(&head.place_and_day);
        html! {
            <header>
                <div class="paper-top">
                    <div class="paper-issuer">
                        if !head.superior.is_empty() { <p>{ head.superior.clone() }</p> }
                        for line in head.issuer.iter() { <p><b>{ line.clone() }</b></p> }
                        <p class="paper-number">{ number }</p>
                    </div>
                    <div class="paper-nation">
                        <p><b>{ head.nation.clone() }</b></p>
                        <p><b class="paper-motto">{ head.motto.clone() }</b></p>
                        <p class="paper-place">{ place }</p>
                    </div>
                </div>
                <h2 class="paper-title">{ head.title.clone() }</h2>
                <p class="paper-subject">for line in head.subject.iter() { <span>{ line.clone() }{ " " }</span> }</p>
            </header>
        }
    }

    fn blocks(&mut self, blocks: &[ReportBlock]) -> Html {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &ReportBlock) -> Html {
        match block {
            ReportBlock::Heading { level: 1, text } => html! { <h3>{ text.clone() }</h3> },
            ReportBlock::Heading { text, .. } => html! { <h4>{ text.clone() }</h4> },
            ReportBlock::Paragraph(line) | ReportBlock::Item(line) => {
                html! { <p class="paper-text">{ self.line(line) }</p> }
            }
            ReportBlock::Table(table) => self.table(table),
        }
    }

    fn table(&mut self, table: &ReportTable) -> Html {
        let rows: Vec<Html> = table.rows.iter().map(|row| self.row(table, row)).collect();
        html! {
            <div class="paper-scroll" tabindex="0" role="group" aria-label={label_of(table)}>
                <table>
                    if !table.caption.is_empty() { <caption>{ table.caption.clone() }</caption> }
                    <colgroup>for column in table.columns.iter() { <col width={format!("{}%", column.width)} /> }</colgroup>
                    <thead><tr>for column in table.columns.iter() { <th scope="col">{ column.head.clone() }</th> }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        }
    }

    fn row(&mut self, table: &ReportTable, row: &[ReportLine]) -> Html {
        let aligns = table.columns.iter().map(|column| column.align);
        let cells: Vec<Html> = row
            .iter()
            .zip(aligns)
            .map(|(line, align)| html! { <td data-align={align_code(align)}>{ self.line(line) }</td> })
            .collect();
        html! { <tr>{ for cells }</tr> }
    }

    fn foot(&mut self, foot: &ReportFoot) -> Html {
        let recipients: Vec<Html> = foot.recipients.iter().map(|line| html! { <li>{ self.line(line) }</li> }).collect();
        let name = self.line(&foot.name);
        html! {
            <footer class="paper-foot">
                <div class="paper-recipients">
                    <p>{ foot.recipients_head.clone() }</p>
                    <ul>{ for recipients }</ul>
                </div>
                <div class="paper-signature">
                    for line in foot.capacity.iter() { <p><b>{ line.clone() }</b></p> }
                    <p class="paper-name"><b>{ name }</b></p>
                </div>
            </footer>
        }
    }

    fn annex(&mut self, annex: &ReportAnnex) -> Html {
        let belongs_to = self.line(&annex.belongs_to);
        let body = self.blocks(&annex.body);
        html! {
            <article class="paper paper-annex" lang="vi" key={annex.number.clone()}>
                <header>
                    <h2 class="paper-title">{ annex.number.clone() }</h2>
                    <p class="paper-subject"><span>{ annex.title.clone() }</span></p>
                    <p class="paper-belongs">{ belongs_to }</p>
                </header>
                { body }
            </article>
        }
    }

    fn line(&mut self, line: &ReportLine) -> Html {
        line.iter()
            .map(|run| match run {
                ReportRun::Text(text) => html! { text.clone() },
                ReportRun::Blank(hint) => self.blank(hint),
            })
            .collect()
    }

    fn blank(&mut self, hint: &str) -> Html {
        let Some((blank, text)) = self.blanks.next() else { return Html::default() };
        self.met.insert(blank.clone());
        let number = u32::try_from(self.met.len()).unwrap_or(u32::MAX);
        let label = ReportsText::Blank { number, of: self.of, hint: hint.to_owned() };
        let label = label.say(self.props.language).into_owned();
        // Another report's blanks are other elements.
        let key = format!("{blank:?} {}", self.blanks.len());
        html! {
            <BlankField {key} {blank} {text} hint={hint.to_owned()} {label} on_write={&self.props.on_write} />
        }
    }
}

/// A table of results is called by its caption, or by its first column.
fn label_of(table: &ReportTable) -> String {
    let heads = table.columns.iter().map(|column| column.head.as_str());
    if table.caption.is_empty() { heads.collect::<Vec<_>>().join(", ") } else { table.caption.clone() }
}

fn align_code(align: ReportAlign) -> &'static str {
    match align {
        ReportAlign::Left => "left",
        ReportAlign::Center => "center",
        ReportAlign::Right => "right",
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BlankProps {
    blank: BlankKey,
    text: String,
    hint: String,
    label: String,
    on_write: Callback<(BlankKey, String)>,
}

/// A place to fill in. It has no content of the page's own: the browser keeps what is written there.
#[component]
fn BlankField(props: &BlankProps) -> Html {
    let BlankProps { blank, text, hint, label, on_write } = props;
    let node = use_node_ref();
    use_writable(&node, text);
    let blank = blank.clone();
    let oninput = on_write.reform(move |event: InputEvent| (blank.clone(), written(&event)));
    html! {
        <span
            ref={node} class="blank" role="textbox" tabindex="0" aria-label={label.clone()} data-hint={hint.clone()}
            data-empty={text.is_empty().then_some("yes")} spellcheck="false" {oninput}
            onkeydown={|event: KeyboardEvent| end_on_enter(&event)} onfocus={|event: FocusEvent| show_focused(&event)}
        />
    }
}
