//! The files: what each of them is, what it brought, which could not be read, and which is a copy.

use super::CheckActs;
use super::encoding::{Previews, choosable};
use crate::choice::Choice;
use crate::state::FileLine;
use crate::views::icons::{Icon, IconView};
use crate::views::words::{own, quoting};
use domain::{CheckSlice, FileInfo, FindingKind, Language, ReadError};
use std::rc::Rc;
use wording::Say;
use wording::check::FilesText;
use wording::start::read_error;
use yew::prelude::*;

/// More files than this are folded away under one line.
const OPEN: usize = 6;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FilesProps {
    /// The language.
    pub(crate) language: Language,
    /// The files of this sitting.
    pub(crate) given: Vec<FileLine>,
    /// Files that could not be read.
    pub(crate) failed: Rc<Vec<ReadError>>,
    /// What was read.
    pub(crate) check: Rc<CheckSlice>,
    /// What can be done.
    pub(crate) acts: CheckActs,
}

/// A file as a line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    name: String,
    /// The number under which it, or the archive around it, was given.
    given: Option<u32>,
    fate: Fate,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    Read { tables: u32, rows: u32 },
    Copy { first: String },
    Failed(ReadError),
}

/// The list.
#[component]
pub(crate) fn FilesCard(props: &FilesProps) -> Html {
    let FilesProps { language, given, failed, check, .. } = props;
    let lines = lines(given, failed, check);
    let count = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let list = html! { <ul>{ for lines.iter().map(|line| line_view(props, line)) }</ul> };
    html! {
        <section class="card files">
            <h2>{ FilesText::Files.say(*language) }</h2>
            <p>{ merged(&lines).say(*language) }</p>
            if lines.len() > OPEN {
                <details>
                    <summary>{ FilesText::ShowAll(count).say(*language) }</summary>
                    { list }
                </details>
            } else {
                { list }
            }
        </section>
    }
}

/// Files that failed come first: they are what has to be done.
fn lines(given: &[FileLine], failed: &[ReadError], check: &CheckSlice) -> Vec<Line> {
    let number = |name: &str| given.iter().find(|file| holds(&file.name, name)).map(|file| file.number);
    let line = |name: &str, fate| Line { name: name.to_owned(), given: number(name), fate };
    let failures = failed.iter().map(|error| line(&error.file, Fate::Failed(error.clone())));
    let read = names(check).into_iter().map(|name| {
        let tables = check.tables.iter().filter(|table| table.file == name);
        let rows = tables.clone().map(|table| table.rows).sum();
        line(&name, Fate::Read { tables: u32::try_from(tables.count()).unwrap_or(u32::MAX), rows })
    });
    let copies = copies(check);
    let is_copy = |line: &Line| copies.iter().any(|(name, _)| *name == line.name);
    let read: Vec<Line> = read.filter(|line| !is_copy(line)).collect();
    let copied = copies.iter().map(|(name, first)| line(name, Fate::Copy { first: first.clone() }));
    failures.chain(copied).chain(read).collect()
}

/// A file inside an archive goes by the archive's name and its own.
fn holds(given: &str, name: &str) -> bool {
    name == given || name.strip_prefix(given).is_some_and(|inner| inner.starts_with('/'))
}

/// Every file that was read, once, in the order of reading.
fn names(check: &CheckSlice) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let files = check.files.iter().map(|file| &file.name);
    for name in files.chain(check.tables.iter().map(|table| &table.file)) {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// Copies with the file they are the same as.
fn copies(check: &CheckSlice) -> Vec<(String, String)> {
    let found = check.findings.iter().flat_map(|group| &group.first);
    let copy = found.filter_map(|finding| match &finding.kind {
        FindingKind::DuplicateFile { first } => Some((finding.at.file.clone(), first.clone())),
        _ => None,
    });
    copy.collect()
}

fn merged(lines: &[Line]) -> FilesText {
    let count = |fits: fn(&Fate) -> bool| {
        u32::try_from(lines.iter().filter(|line| fits(&line.fate)).count()).unwrap_or(u32::MAX)
    };
    let rows = lines.iter().map(|line| if let Fate::Read { rows, .. } = line.fate { rows } else { 0 });
    FilesText::Merged {
        read: count(|fate| !matches!(fate, Fate::Failed(_))),
        copies: count(|fate| matches!(fate, Fate::Copy { .. })),
        failed: count(|fate| matches!(fate, Fate::Failed(_))),
        rows: rows.sum(),
    }
}

fn line_view(props: &FilesProps, line: &Line) -> Html {
    let info = props.check.files.iter().find(|file| file.name == line.name);
    html! {
        <li key={line.name.clone()} data-fate={fate_code(&line.fate)}>
            <div>
                <b class="with-icon"><IconView icon={icon(&line.fate)} />{ own(&line.name) }</b>
                <p class="small quiet">{ facts(props.language, info, &line.fate) }</p>
                { trouble(props.language, &line.fate) }
                { override_encoding(props, &line.name) }
            </div>
            { remove(props, line) }
        </li>
    }
}

fn fate_code(fate: &Fate) -> &'static str {
    match fate {
        Fate::Read { .. } => "read",
        Fate::Copy { .. } => "copy",
        Fate::Failed(_) => "failed",
    }
}

fn icon(fate: &Fate) -> Icon {
    match fate {
        Fate::Read { .. } | Fate::Copy { .. } => Icon::File,
        Fate::Failed(_) => Icon::Warning,
    }
}

/// Format, encoding, tables and rows in one line.
fn facts(language: Language, info: Option<&FileInfo>, fate: &Fate) -> String {
    let format = info.map(|info| info.format.say(language).into_owned());
    let encoding = info
        .and_then(|info| info.encoding.as_ref())
        .map(|known| format!("{} ({})", FilesText::ReadAs(known.taken).say(language), known.certainty.say(language)));
    let held = match fate {
        Fate::Read { tables, rows } => FilesText::Held { tables: *tables, rows: *rows },
        Fate::Copy { first } => FilesText::CopyOf(first.clone()),
        Fate::Failed(_) => FilesText::NotRead,
    };
    let parts = format.into_iter().chain(encoding).chain([held.say(language).into_owned()]);
    parts.collect::<Vec<_>>().join(" · ")
}

/// What was seen and what helps.
fn trouble(language: Language, fate: &Fate) -> Html {
    let Fate::Failed(error) = fate else { return Html::default() };
    let words = read_error(language, &error.kind);
    html! { <p class="small"><b>{ quoting(language, &words.seen) }</b>{ " " }{ quoting(language, &words.why) }{ " " }{ quoting(language, &words.todo) }</p> }
}

/// A guess may be confident and wrong.
fn override_encoding(props: &FilesProps, name: &str) -> Html {
    let Some(file) = choosable(&props.check, name) else { return Html::default() };
    let on_choose: Callback<Choice> = props.acts.on_choose.clone();
    html! {
        <details class="override small">
            <summary>{ FilesText::OtherEncoding.say(props.language) }</summary>
            <Previews language={props.language} file={file.clone()} {on_choose} />
        </details>
    }
}

fn remove(props: &FilesProps, line: &Line) -> Html {
    let Some(number) = line.given else { return Html::default() };
    let label = FilesText::RemoveNamed(line.name.clone()).say(props.language).into_owned();
    let onclick = props.acts.on_remove.reform(move |_: MouseEvent| number);
    html! {
        <button type="button" class="button small" aria-label={label} {onclick}>{ FilesText::Remove.say(props.language) }</button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{Finding, FindingGroup, Place, ReadErrorKind, Severity};

    fn given(names: &[&str]) -> Vec<FileLine> {
        (0..).zip(names).map(|(number, name)| FileLine { number, name: (*name).to_owned() }).collect()
    }

    fn info(name: &str) -> FileInfo {
        FileInfo { name: name.to_owned(), format: domain::FileFormat::Xlsx, encoding: None }
    }

    fn copy(name: &str, first: &str) -> FindingGroup {
        let kind = FindingKind::DuplicateFile { first: first.to_owned() };
        let at = Place { file: name.to_owned(), ..Place::default() };
        FindingGroup {
            code: kind.code().to_owned(),
            severity: Severity::Warning,
            count: 1,
            sample: kind.clone(),
            first: vec![Finding { at, kind }],
            table: None,
            candidates: Vec::new(),
        }
    }

    #[test]
    fn what_failed_comes_first_and_a_copy_is_counted_once() {
        let check = CheckSlice {
            files: vec![info("a.xlsx"), info("b.xlsx")],
            findings: vec![copy("b.xlsx", "a.xlsx")],
            ..CheckSlice::default()
        };
        let failed = [ReadError { file: "c.pdf".to_owned(), kind: ReadErrorKind::Empty }];
        let lines = lines(&given(&["a.xlsx", "b.xlsx", "c.pdf"]), &failed, &check);
        let fates: Vec<(&str, &str, Option<u32>)> =
            lines.iter().map(|line| (line.name.as_str(), fate_code(&line.fate), line.given)).collect();
        assert_eq!(fates, [("c.pdf", "failed", Some(2)), ("b.xlsx", "copy", Some(1)), ("a.xlsx", "read", Some(0))]);
        assert_eq!(merged(&lines), FilesText::Merged { read: 2, copies: 1, failed: 1, rows: 0 });
    }

    #[test]
    fn a_file_in_an_archive_is_taken_away_with_its_archive() {
        let check = CheckSlice { files: vec![info("goi.zip/xa-a.xlsx")], ..CheckSlice::default() };
        let lines = lines(&given(&["goi", "goi.zip"]), &[], &check);
        assert_eq!(lines.first().and_then(|line| line.given), Some(1));
    }
}
