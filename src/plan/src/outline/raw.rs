//! The outline as it stands in TOML.

use super::FORMAT;
use super::sentence::Reader;
use domain::{
    NaiveDate, Outline, OutlineBlock, OutlineColumn, OutlineForm, OutlineIssuer, OutlinePart, OutlineRecipient,
    OutlineSection, OutlineWhen, ReportAlign, ReportCondition, ReportKind, ReportRows, Sentence, UnitKind,
};
use serde::Deserialize;
use toml::Spanned;

pub(crate) type Words = Spanned<String>;
type Day = Spanned<toml::value::Datetime>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawOutline {
    pub(crate) format: Words,
    pub(crate) kind: Words,
    pub(crate) title: String,
    pub(crate) subject: Vec<Words>,
    #[serde(default)]
    pub(crate) without: Vec<Words>,
    #[serde(default)]
    pub(crate) issuer: Vec<Spanned<RawIssuer>>,
    #[serde(default)]
    pub(crate) recipient: Vec<RawRecipient>,
    #[serde(default)]
    pub(crate) opening: Vec<Spanned<RawBlock>>,
    #[serde(default)]
    pub(crate) section: Vec<Spanned<RawSection>>,
    #[serde(default)]
    pub(crate) closing: Vec<Spanned<RawBlock>>,
    #[serde(default)]
    pub(crate) annex: Vec<Spanned<RawSection>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawIssuer {
    #[serde(default, rename = "for")]
    pub(crate) kinds: Vec<Words>,
    from: Option<Day>,
    to: Option<Day>,
    #[serde(default)]
    when: Vec<Words>,
    #[serde(default)]
    unless: Vec<Words>,
    superior: Option<Words>,
    lines: Vec<Words>,
    name: Words,
    #[serde(default)]
    code: String,
    capacity: Vec<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawRecipient {
    #[serde(default, rename = "for")]
    kinds: Vec<Words>,
    from: Option<Day>,
    to: Option<Day>,
    #[serde(default)]
    when: Vec<Words>,
    #[serde(default)]
    unless: Vec<Words>,
    text: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawSection {
    #[serde(default, rename = "for")]
    kinds: Vec<Words>,
    from: Option<Day>,
    to: Option<Day>,
    #[serde(default)]
    when: Vec<Words>,
    #[serde(default)]
    unless: Vec<Words>,
    pub(crate) part: Option<Words>,
    heading: Words,
    #[serde(default)]
    block: Vec<Spanned<RawBlock>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawBlock {
    #[serde(default, rename = "for")]
    kinds: Vec<Words>,
    from: Option<Day>,
    to: Option<Day>,
    #[serde(default)]
    when: Vec<Words>,
    #[serde(default)]
    unless: Vec<Words>,
    each: Option<Words>,
    heading: Option<Words>,
    text: Option<Words>,
    item: Option<Words>,
    table: Option<RawTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTable {
    caption: Option<Words>,
    columns: Spanned<Vec<RawColumn>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawColumn {
    head: String,
    width: u8,
    #[serde(default)]
    align: ReportAlign,
    cell: Words,
}

/// The five keys that say for whom and when.
struct RawWhen<'a> {
    kinds: &'a [Words],
    from: Option<&'a Day>,
    to: Option<&'a Day>,
    when: &'a [Words],
    unless: &'a [Words],
}

macro_rules! when_of {
    ($raw:expr) => {
        RawWhen {
            kinds: &$raw.kinds,
            from: $raw.from.as_ref(),
            to: $raw.to.as_ref(),
            when: &$raw.when,
            unless: &$raw.unless,
        }
    };
}

impl RawOutline {
    /// The outline, as far as it can be told; what is wrong stays with the reader. `None` = not even its kind is known.
    pub(crate) fn read(&self, reader: &mut Reader<'_>) -> Option<Outline> {
        if self.format.get_ref() != FORMAT {
            let message = format!("unknown format `{}`", self.format.get_ref());
            reader.complain(&self.format, message, Some(format!("this program reads `{FORMAT}`")));
        }
        let kinds = ReportKind::ALL.into_iter().map(|kind| (kind.code(), kind));
        let kind = reader.word("kind of report", &self.kind, kinds);
        let subject = sentences(reader, &self.subject);
        let issuers = self.issuer.iter().map(|issuer| issuer.get_ref().read(reader)).collect();
        let recipients = self.recipient.iter().map(|recipient| recipient.read(reader)).collect();
        let opening = blocks(reader, &self.opening);
        let sections = self.section.iter().map(|section| section.get_ref().read(reader)).collect();
        let closing = blocks(reader, &self.closing);
        let annexes = self.annex.iter().map(|annex| annex.get_ref().read(reader)).collect();
        let title = self.title.clone();
        Some(Outline { kind: kind?, title, subject, issuers, opening, sections, closing, recipients, annexes })
    }
}

impl RawIssuer {
    fn read(&self, reader: &mut Reader<'_>) -> OutlineIssuer {
        OutlineIssuer {
            when: when_of!(self).read(reader),
            superior: self.superior.as_ref().map(|words| reader.sentence(words, None)).unwrap_or_default(),
            lines: sentences(reader, &self.lines),
            name: reader.sentence(&self.name, None),
            code: self.code.clone(),
            capacity: sentences(reader, &self.capacity),
        }
    }
}

impl RawRecipient {
    fn read(&self, reader: &mut Reader<'_>) -> OutlineRecipient {
        OutlineRecipient { when: when_of!(self).read(reader), text: reader.sentence(&self.text, None) }
    }
}

impl RawSection {
    fn read(&self, reader: &mut Reader<'_>) -> OutlineSection {
        OutlineSection {
            when: when_of!(self).read(reader),
            heading: reader.sentence(&self.heading, None),
            blocks: blocks(reader, &self.block),
        }
    }

    /// Which part of a report it is.
    pub(crate) fn part(&self) -> Option<&Words> {
        self.part.as_ref()
    }
}

/// The codes of the parts.
pub(crate) fn parts() -> impl Iterator<Item = (&'static str, OutlinePart)> {
    OutlinePart::ALL.into_iter().map(|part| (part.code(), part))
}

fn sentences(reader: &mut Reader<'_>, words: &[Words]) -> Vec<Sentence> {
    words.iter().map(|words| reader.sentence(words, None)).collect()
}

fn blocks(reader: &mut Reader<'_>, raw: &[Spanned<RawBlock>]) -> Vec<OutlineBlock> {
    raw.iter().filter_map(|block| read_block(reader, block)).collect()
}

fn read_block(reader: &mut Reader<'_>, at: &Spanned<RawBlock>) -> Option<OutlineBlock> {
    let raw = at.get_ref();
    let when = when_of!(raw).read(reader);
    let each = raw
        .each
        .as_ref()
        .and_then(|each| reader.word("set of rows", each, ReportRows::ALL.into_iter().map(|rows| (rows.code(), rows))));
    let form = match (&raw.heading, &raw.text, &raw.item, &raw.table) {
        (Some(words), None, None, None) => OutlineForm::Heading(reader.sentence(words, each)),
        (None, Some(words), None, None) => OutlineForm::Text(reader.sentence(words, each)),
        (None, None, Some(words), None) => OutlineForm::Item(reader.sentence(words, each)),
        (None, None, None, Some(table)) => table.read(reader, at, each),
        _ => {
            let message = "a block is one of `heading`, `text`, `item` and `table`".to_owned();
            reader.complain(at, message, None);
            return None;
        }
    };
    Some(OutlineBlock { when, each, form })
}

impl RawTable {
    fn read(&self, reader: &mut Reader<'_>, block: &Spanned<RawBlock>, each: Option<ReportRows>) -> OutlineForm {
        if block.get_ref().each.is_none() {
            reader.complain(block, "a table needs `each`: the rows it shows".to_owned(), None);
        }
        let width: u32 = self.columns.get_ref().iter().map(|column| u32::from(column.width)).sum();
        if width != 100 {
            reader.complain(&self.columns, format!("the columns are {width}% wide together, not 100%"), None);
        }
        let column = |column: &RawColumn, reader: &mut Reader<'_>| OutlineColumn {
            head: column.head.clone(),
            width: column.width,
            align: column.align,
            cell: reader.sentence(&column.cell, each),
        };
        OutlineForm::Table {
            caption: self.caption.as_ref().map(|words| reader.sentence(words, None)).unwrap_or_default(),
            columns: self.columns.get_ref().iter().map(|raw| column(raw, reader)).collect(),
        }
    }
}

impl RawWhen<'_> {
    fn read(&self, reader: &mut Reader<'_>) -> OutlineWhen {
        let kind = |reader: &mut Reader<'_>, word: &Words| {
            reader.word("kind of unit", word, UnitKind::ALL.into_iter().map(|kind| (kind.code(), kind)))
        };
        OutlineWhen {
            kinds: self.kinds.iter().filter_map(|word| kind(reader, word)).collect(),
            from: self.from.and_then(|day| read_day(reader, day)),
            to: self.to.and_then(|day| read_day(reader, day)),
            when: conditions(reader, self.when),
            unless: conditions(reader, self.unless),
        }
    }
}

fn conditions(reader: &mut Reader<'_>, words: &[Words]) -> Vec<ReportCondition> {
    let known = || ReportCondition::all().map(|condition| (condition.code(), condition));
    words.iter().filter_map(|word| reader.word("condition", word, known())).collect()
}

fn read_day(reader: &mut Reader<'_>, at: &Day) -> Option<NaiveDate> {
    let date = at.get_ref().date.filter(|_| at.get_ref().time.is_none());
    let day = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
    if day.is_none() {
        reader.complain(at, format!("`{}` is not a day: write 2025-07-01", at.get_ref()), None);
    }
    day
}
