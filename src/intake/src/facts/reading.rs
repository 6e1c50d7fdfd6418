//! Files → facts and findings: the one door of intake.
//!
//! It decides the order of work: rosters before everything, tables in the order of files, totals and copies at the end.
//! It judges nothing.

use super::activities::{Desk, Hand, read_activities};
use super::cells::Cells;
use super::copied::copied_reports;
use super::duplicates::{duplicate_rows, same_content};
use super::matcher::Matcher;
use super::origins::{Source, by_source};
use super::registers::Register;
use super::repeated;
use super::roster::extend;
use super::roster_table::unit_rows;
use super::stated::Stated;
use super::terms::Terms;
use super::totals::reconcile;
use super::units::Units;
use super::watch::{FileWatch, Named, RowWatch};
use crate::grid::Table;
use crate::meaning::columns::{TableMeaning, fingerprint, is_canonical, understand};
use crate::meaning::kinds::KindWords;
use crate::read::{Formats, ReadFile, Reader};
use domain::{
    Arrange, Facts, FileInfo, Finding, FindingKind, Gather, NaiveDate, Options, Place, ReadError, Relevance, Roster,
    TableInfo, TableKind, TextEncoding, UnitSource, Vocabulary,
};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Seek};

/// Bytes that can be read from any position.
pub trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// A file of the user.
pub struct Input<'a> {
    /// Its name.
    pub name: String,
    /// Its length in bytes: for progress only.
    pub size: u64,
    /// Its bytes.
    pub bytes: Box<dyn ReadSeek + 'a>,
}

/// Everything that reading made of the files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What the tables say.
    pub facts: Facts,
    /// The tables as they stand in the files: one for each of the facts' tables. They share the cells of their sheets.
    pub tables: Vec<Table>,
    /// What could not be taken as it stands, by file, sheet, row and column.
    pub findings: Vec<Finding>,
    /// Files that hold no table.
    pub failed: Vec<ReadError>,
    /// Files that were read.
    pub files: Vec<FileInfo>,
}

/// Reads all files and understands them: [`open`] and [`Opened::understand`] in one.
pub fn read(
    inputs: Vec<Input<'_>>,
    roster: Roster,
    vocabulary: &Vocabulary,
    options: &Options,
    as_of: NaiveDate,
    watch: &mut dyn FileWatch,
) -> Reading {
    open(inputs, Formats::ALL, &options.encodings, watch).understand(roster, vocabulary, options, as_of, watch)
}

/// The tables of all files, before anything is known about their columns. They stay when a choice changes what they
/// mean, so that no file is read again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Names of the files, as given.
    names: Vec<String>,
    tables: Vec<Table>,
    findings: Vec<Finding>,
    failed: Vec<ReadError>,
    files: Vec<FileInfo>,
}

/// What is given besides the files.
#[derive(Clone, Copy)]
struct Rules<'a> {
    vocabulary: &'a Vocabulary,
    options: &'a Options,
    as_of: NaiveDate,
}

/// Finds the tables of all files. Nothing here fails as a whole: what could not be read is in [`Reading::failed`].
/// `formats` are those that can be read, `encodings` those that the user chose for text, by the file's name.
pub fn open(
    inputs: Vec<Input<'_>>,
    formats: Formats,
    encodings: &BTreeMap<String, TextEncoding>,
    watch: &mut dyn FileWatch,
) -> Opened {
    let reader = Reader { formats, chosen: encodings };
    let mut opened = Opened::default();
    let mut files: Vec<(String, std::ops::Range<usize>)> = Vec::new();
    for input in inputs {
        opened.names.push(input.name.clone());
        let mut named = Named::new(&input.name, input.size, watch);
        for read in reader.read(&input.name, input.bytes, input.size, &mut named) {
            match read {
                Ok(read) => opened.take(read, &mut files),
                Err(error) => opened.failed.push(error),
            }
        }
    }
    opened
}

impl Opened {
    /// What the tables say, with this roster, these words and these choices.
    pub fn understand(
        &self,
        roster: Roster,
        vocabulary: &Vocabulary,
        options: &Options,
        as_of: NaiveDate,
        watch: &mut dyn FileWatch,
    ) -> Reading {
        let mut findings = self.findings.clone();
        let rules = Rules { vocabulary, options, as_of };
        let mut rows = RowWatch::new(self.tables.iter().map(|table| table.rows.len()).sum(), watch);
        let tables: Vec<(Table, Source)> = self.tables.iter().cloned().flat_map(by_source).collect();
        let facts = facts_of(&tables, roster, rules, &mut rows, &mut findings);
        sort(&mut findings, &self.names, &facts.tables);
        let tables = tables.into_iter().map(|(table, _)| table).collect();
        Reading { facts, tables, findings, failed: self.failed.clone(), files: self.files.clone() }
    }

    /// The tables as they stand in the files, in the order of files and sheets.
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    fn take(&mut self, read: ReadFile, files: &mut Vec<(String, std::ops::Range<usize>)>) {
        let name = read.info.name.clone();
        // Files of an archive have names of their own.
        self.names.push(name.clone());
        self.files.push(read.info);
        if let Some(first) = copy_of(&self.tables, files, &read.tables) {
            self.findings.push(of_file(&name, FindingKind::DuplicateFile { first }));
            return;
        }
        let start = self.tables.len();
        self.tables.extend(read.tables);
        self.findings.extend(read.findings);
        files.push((name, start..self.tables.len()));
    }
}

/// The file that already brought the same tables.
fn copy_of(known: &[Table], files: &[(String, std::ops::Range<usize>)], tables: &[Table]) -> Option<String> {
    let same =
        |range: &std::ops::Range<usize>| known.get(range.clone()).is_some_and(|known| same_content(known, tables));
    files.iter().find(|(_, range)| same(range)).map(|(name, _)| name.clone())
}

fn of_file(file: &str, kind: FindingKind) -> Finding {
    Finding { at: Place { file: file.to_owned(), ..Place::default() }, kind }
}

fn facts_of(
    tables: &[(Table, Source)],
    roster: Roster,
    rules: Rules<'_>,
    rows: &mut RowWatch<'_>,
    findings: &mut Vec<Finding>,
) -> Facts {
    let tables = tables.iter().cloned();
    let understood: Vec<Understood> =
        tables.map(|(table, source)| Understood::new(table, &source, rules, findings)).collect();
    let roster = with_own_units(&understood, roster, rules, findings);
    let matcher = Matcher::new(&roster, rules.vocabulary);
    let mut units = Units::new(roster, matcher, &rules.options.units);
    let mut facts = Facts { tables: understood.iter().map(Understood::info).collect(), ..Facts::default() };
    let kinds = KindWords::new(rules.vocabulary, &rules.options.kinds);
    let mut stated = Vec::new();
    for (number, table) in (0..).zip(&understood) {
        let mut desk =
            Desk { units: &mut units, vocabulary: rules.vocabulary, kinds: &kinds, as_of: rules.as_of, rows, findings };
        table.read(number, &mut desk, &mut facts, &mut stated);
    }
    facts.roster = units.into_roster();
    let all = stated.len();
    let each = &mut |done| rows.compared(done, all * 2);
    facts.activities = reconcile(stated, &facts.roster, &facts.tables, findings, each);
    let each = &mut |done| rows.compared(all + done, all * 2);
    findings.extend(duplicate_rows(&facts.activities, &facts.tables, each));
    findings.extend(copied_reports(&facts.activities, &facts.tables));
    findings.extend(general_tables(&facts));
    facts
}

/// A table with its meaning.
struct Understood {
    table: Table,
    /// What stands above it, or what it was written from.
    title: String,
    meaning: TableMeaning,
    fingerprint: String,
}

impl Understood {
    fn new(mut table: Table, source: &Source, rules: Rules<'_>, findings: &mut Vec<Finding>) -> Self {
        let mut meaning = understand(&table, rules.vocabulary, rules.options);
        findings.append(&mut meaning.notes);
        // A canonical table was written row by row: a blank in it is a blank.
        if meaning.kind != TableKind::Units && !is_canonical(&table) {
            repeated::fill_down(&mut table, &meaning.columns);
        }
        let title = if table.title_lines.is_empty() { source.title() } else { table.title_lines.join(" ") };
        Self { title, meaning, fingerprint: fingerprint(&table), table }
    }

    fn info(&self) -> TableInfo {
        TableInfo {
            file: self.table.file.clone(),
            sheet: self.table.sheet.clone(),
            header_row: self.table.header_row,
            title: self.title.clone(),
            kind: self.meaning.kind,
            shape: self.meaning.shape,
            columns: self.meaning.columns.clone(),
            rows: count(self.table.rows.iter().filter(|row| !row.is_total).count()),
            used_rows: 0,
            relevance: self.meaning.relevance,
            cut_off: self.meaning.cut_off,
            period: self.meaning.period,
            fingerprint: self.fingerprint.clone(),
        }
    }

    fn read(&self, number: u32, desk: &mut Desk<'_, '_, '_>, facts: &mut Facts, stated: &mut Vec<Stated>) {
        let cells = Cells::new(&self.table, &self.meaning.columns);
        let hand = Hand { cells: &cells, meaning: &self.meaning, number, fingerprint: &self.fingerprint };
        let used: usize = match self.meaning.kind {
            TableKind::Activities => {
                let before = stated.len();
                read_activities(hand, desk, stated);
                let read = stated.get(before..).unwrap_or_default();
                different(read.iter().map(|stated| stated.activity.origin.row))
            }
            TableKind::Media => keep(&mut facts.media, Register::new(hand, desk).media(), |row| row.origin.row),
            TableKind::Conventions => {
                keep(&mut facts.conventions, Register::new(hand, desk).conventions(), |row| row.origin.row)
            }
            TableKind::Submissions => {
                keep(&mut facts.submissions, Register::new(hand, desk).submissions(), |row| row.origin.row)
            }
            TableKind::Surveys => keep(&mut facts.surveys, Register::new(hand, desk).surveys(), |row| row.origin.row),
            TableKind::Units => self.table.rows.len(),
        };
        if let Some(info) = facts.tables.get_mut(number as usize) {
            info.used_rows = count(used);
        }
    }
}

/// How many different rows; equal ones follow each other.
fn different(rows: impl Iterator<Item = u32>) -> usize {
    let mut last = None;
    rows.filter(|row| last.replace(*row) != Some(*row)).count()
}

/// Adds the rows of a register that some table brought; returns how many rows of the sheet were used.
fn keep<T>(register: &mut Option<Vec<T>>, rows: Vec<T>, row: impl Fn(&T) -> u32) -> usize {
    let used = different(rows.iter().map(row));
    register.get_or_insert_default().extend(rows);
    used
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The roster with the units of the user's own tables, whatever the order of files.
fn with_own_units(understood: &[Understood], roster: Roster, rules: Rules<'_>, findings: &mut Vec<Finding>) -> Roster {
    let terms = Terms::new(rules.vocabulary);
    let mut rows = Vec::new();
    for table in understood.iter().filter(|table| table.meaning.kind == TableKind::Units) {
        let cells = Cells::new(&table.table, &table.meaning.columns);
        rows.extend(unit_rows(&cells, &table.meaning, &terms, findings));
    }
    if rows.is_empty() { roster } else { extend(roster, &rows, UnitSource::User, rules.as_of, findings) }
}

/// One question for every general table that brought rows which only may be about gender equality.
fn general_tables(facts: &Facts) -> Vec<Finding> {
    let unknown = facts.activities.iter().filter(|activity| activity.relevant == Relevance::Unknown);
    let numbers: BTreeSet<u32> = unknown.map(|activity| activity.origin.table).gathered();
    let tables = numbers.iter().filter_map(|number| facts.tables.get(*number as usize));
    let general = tables.filter(|table| table.relevance == Relevance::Unknown);
    let question = |table: &TableInfo| Finding {
        at: Place {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            row: (table.header_row > 0).then_some(table.header_row),
            column: None,
        },
        kind: FindingKind::RelevanceUnknown { title: table.title.clone() },
    };
    general.map(question).collect()
}

/// By file as given, sheet as found, row and column; each said once.
fn sort(findings: &mut Vec<Finding>, files: &[String], tables: &[TableInfo]) {
    let files: BTreeMap<&str, usize> =
        files.iter().enumerate().rev().map(|(number, name)| (name.as_str(), number)).gathered();
    let sheets: BTreeMap<(&str, &str), usize> = tables
        .iter()
        .enumerate()
        .rev()
        .map(|(number, table)| ((table.file.as_str(), table.sheet.as_str()), number))
        .gathered();
    let place = |at: &Place| {
        let sheet = sheets.get(&(at.file.as_str(), at.sheet.as_str())).map_or(0, |number| number + 1);
        (files.get(at.file.as_str()).copied().unwrap_or(usize::MAX), sheet, at.row, at.column)
    };
    findings.arrange_by(|a, b| place(&a.at).cmp(&place(&b.at)).then_with(|| a.cmp(b)));
    findings.dedup();
}
