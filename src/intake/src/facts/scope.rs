//! Which unit a row speaks of: its own columns first, then section, sheet, file and title.
//!
//! It decides where to look and in which order; what a text means is the matcher's. A table that names nobody is one
//! question, never a guess.

use super::cells::Cells;
use super::labels::{calm, label, names_the_actor};
use super::once::Once;
use super::question::{Care, Question, When};
use super::terms::words;
use super::units::{Asked, Units};
use crate::fold::fold;
use crate::grid::Row;
use domain::{Field, Finding, FindingKind, Gather, Place, Span, Text, UnitIndex, UnitKind};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that name a unit, the most specific first.
const NAMING: [Field; 4] = [Field::Hamlet, Field::UnitName, Field::Commune, Field::District];
/// Columns on which it rests which unit a row speaks of.
const SAYING: [Field; 7] =
    [Field::Hamlet, Field::UnitName, Field::Commune, Field::District, Field::UnitId, Field::UnitKind, Field::Parent];
/// Lines at the top that may name the body whose table it is.
const LETTERHEAD: usize = 4;
/// Kinds of such bodies.
const KEEPERS: [UnitKind; 3] = [UnitKind::School, UnitKind::Health, UnitKind::Enterprise];
/// How many rows tell which kind of unit a column usually names.
const VOTERS: usize = 200;

/// How the rows of one table find their unit.
#[derive(Debug)]
pub(crate) struct Scope<'t> {
    cells: &'t Cells<'t>,
    fingerprint: &'t str,
    /// The days of rows without a date.
    days: Span,
    usual: Option<UnitKind>,
    known: Once<UnitIndex>,
    nobody_told: bool,
}

impl<'t> Scope<'t> {
    /// Looks at the table as a whole.
    pub(crate) fn new(cells: &'t Cells<'t>, fingerprint: &'t str, days: Span, units: &mut Units<'_>) -> Self {
        let known = Once::new(cells.places(&SAYING));
        let mut scope = Self { cells, fingerprint, days, usual: None, known, nobody_told: false };
        scope.usual = scope.usual_kind(units);
        scope
    }

    /// Has the table a column that names units?
    pub(crate) fn has_column(&self) -> bool {
        self.cells.has(Field::UnitId) || NAMING.iter().any(|field| self.cells.has(*field))
    }

    /// The unit of a row at a time, with findings where it takes a guess or fails.
    pub(crate) fn unit(
        &mut self,
        row: &Row,
        when: Option<Span>,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let when = when.map_or(When::Around(self.days), When::On);
        let (is_day, first, last) = units.stretch(when);
        let beside = [row.sections_number(), usize::from(is_day), first, last];
        if let Some(unit) = self.known.get(row, beside) {
            return Some(*unit);
        }
        let before = findings.len();
        let found = self.find(row, when, units, findings);
        // What earned a finding is looked up again, so that every row earns its own.
        if let (Some(unit), true) = (found, before == findings.len()) {
            self.known.keep(row, beside, unit);
        }
        found
    }

    fn find(&mut self, row: &Row, when: When, units: &mut Units<'_>, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
        if let Some(cell) = self.cells.cell(row, Field::UnitId) {
            let at = self.cells.place(row, cell.column);
            return units.by_id(&cell.text(), when, (self.fingerprint, &at), findings);
        }
        match NAMING.into_iter().find(|field| self.cells.cell(row, *field).is_some()) {
            Some(field) => self.named(row, field, when, units, findings),
            None => self.unnamed(row, when, units, findings),
        }
    }

    fn named(
        &self,
        row: &Row,
        field: Field,
        when: When,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let cell = self.cells.cell(row, field)?;
        let text = cell.text();
        let title = self.title_unit(when, units);
        let around = self.around(row, field, when, units);
        let at = self.cells.place(row, cell.column);
        let kind = self.kind(row, field, units);
        let question = Question {
            text: &text,
            kind,
            around: &around,
            scope: title.as_slice(),
            usual: self.usual,
            when,
            care: Care::FewTypos,
        };
        units.identify(&Asked { question, table: self.fingerprint, at: &at }, findings)
    }

    /// Units named around a cell, nearest first: the row's wider columns, sections, sheet, file.
    fn around(&self, row: &Row, field: Field, when: When, units: &mut Units<'_>) -> Vec<UnitIndex> {
        let mut around = self.outer(row, when, units);
        let own = NAMING.iter().position(|naming| *naming == field).unwrap_or(NAMING.len());
        let wider = NAMING.get(own + 1..).unwrap_or_default();
        for other in wider.iter().chain(&[Field::Parent]).rev().copied() {
            let kind = self.kind(row, other, units);
            // "Thuộc xã | Thuộc huyện": the wider one stands to the right.
            for text in self.cells.each(row, other).iter().rev() {
                if let Some(unit) = self.look_up((text, kind), &around, when, units) {
                    around.insert(0, unit);
                }
            }
        }
        around
    }

    fn look_up(
        &self,
        (text, kind): (&str, Option<UnitKind>),
        around: &[UnitIndex],
        when: When,
        units: &mut Units<'_>,
    ) -> Option<UnitIndex> {
        let when = When::Around(when.span());
        let care = Care::FewTypos;
        let question = Question { text, kind, around, scope: &[], usual: None, when, care };
        units.surrounding(&question, self.fingerprint)
    }

    /// Sections (inner first), sheet and file that name a unit.
    fn outer(&self, row: &Row, when: When, units: &mut Units<'_>) -> Vec<UnitIndex> {
        let table = self.cells.table();
        let mut outer: Vec<UnitIndex> = Vec::new();
        let labels = [label(&table.file), label(&table.sheet)];
        for text in labels.iter().map(String::as_str).chain(row.sections.iter().map(String::as_str)) {
            let found = self.label_unit(text, &outer, when, units);
            // "Giồng Riềng" is a district and its town: around communes it can only be the district.
            let found = found.or_else(|| self.label_of((text, Some(UnitKind::District)), &outer, when, units));
            if let Some(unit) = found.filter(|unit| !outer.contains(unit)) {
                outer.insert(0, unit);
            }
        }
        outer
    }

    fn label_unit(&self, text: &str, around: &[UnitIndex], when: When, units: &mut Units<'_>) -> Option<UnitIndex> {
        self.label_of((text, None), around, when, units)
    }

    fn label_of(
        &self,
        (text, kind): (&str, Option<UnitKind>),
        around: &[UnitIndex],
        when: When,
        units: &mut Units<'_>,
    ) -> Option<UnitIndex> {
        if text.is_empty() {
            return None;
        }
        let when = When::Around(when.span());
        let care = Care::SameLetters;
        let question = Question { text, kind, around, scope: &[], usual: None, when, care };
        units.surrounding(&question, self.fingerprint).or_else(|| units.place_within(&question))
    }

    /// The unit that the title lines speak of. A line that fits several places is read once more beside what the others
    /// name ("UBND HUYỆN CHÂU THÀNH" above "ỦY BAN NHÂN DÂN XÃ BÌNH AN").
    fn title_unit(&self, when: When, units: &mut Units<'_>) -> Option<UnitIndex> {
        let lines: Vec<&String> = self.cells.table().title_lines.iter().filter(|line| names_the_actor(line)).collect();
        let alone: BTreeSet<UnitIndex> =
            lines.iter().filter_map(|line| self.label_unit(line, &[], when, units)).gathered();
        let around: Vec<UnitIndex> = units.deepest(alone.iter().copied()).into_iter().collect();
        let beside = lines.iter().filter_map(|line| self.label_unit(line, &around, when, units));
        let found: BTreeSet<UnitIndex> = beside.chain(alone).gathered();
        let deepest = units.deepest(found.iter().copied())?;
        // A commune that heads the sheet and is not found may not be taken for its district.
        let is_headed = lines.iter().any(|line| units.opens_with_a_commune(line));
        (!is_headed || units.is_below_districts(deepest)).then_some(deepest)
    }

    /// The unit of a row that names none.
    fn unnamed(
        &mut self,
        row: &Row,
        when: When,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        if let Some(unit) = units.chosen_for_table(self.fingerprint) {
            return units.within_life(unit, when, &self.cells.place(row, None), findings);
        }
        let by_section = self.acting_label(row.sections, row, when, units, findings);
        if by_section.is_some() || self.has_column() {
            return by_section.or_else(|| self.missing(row, findings));
        }
        let table = self.cells.table();
        let labels = [label(&table.file), label(&table.sheet)];
        let found = self.letterhead_body(row, when, units, findings);
        let found = found.or_else(|| self.acting_label(&labels, row, when, units, findings));
        let found = found.or_else(|| self.title_body(row, when, units, findings));
        let titled = self.title_unit(when, units);
        let found = units.better(found, titled, when);
        // A province's heading stands over everybody's rows: it names the addressee's area, not who acted.
        match found.filter(|unit| units.kind(*unit) != Some(UnitKind::Province)) {
            Some(unit) => units.within_life(unit, when, &self.cells.place(row, None), findings),
            None => self.nobody(findings),
        }
    }

    /// The last of `labels` that names a unit: a place, or a body that may be new.
    fn acting_label(
        &self,
        labels: &[String],
        row: &Row,
        when: When,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let around = self.outer(row, when, units);
        labels.iter().rev().filter(|text| !text.is_empty()).find_map(|text| {
            let known = self.label_unit(text, &around, when, units);
            known.or_else(|| self.body_label(text, &around, (row, when), units, findings))
        })
    }

    fn body_label(
        &self,
        text: &str,
        around: &[UnitIndex],
        (row, when): (&Row, When),
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        // One or two words are a heading ("Trường học"), not a body's name.
        if words(text).len() < 3 {
            return None;
        }
        let care = Care::SameLetters;
        let question = Question { text, kind: None, around, scope: &[], usual: None, when, care };
        let at = self.cells.place(row, None);
        units.surrounding_body(&Asked { question, table: self.fingerprint, at: &at }, findings)
    }

    /// "PHÒNG GD&ĐT HUYỆN GÒ QUAO / TRƯỜNG THCS ĐỊNH HÒA" at the top: a body with targets of its own keeps the table.
    /// Agencies and unions there only say whose form it is.
    fn letterhead_body(
        &self,
        row: &Row,
        when: When,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let mut lines = self.cells.table().title_lines.iter().take(LETTERHEAD);
        // "Trường học không bạo lực" is a motto.
        let is_name = |line: &&String| units.opens_a_body(line, &KEEPERS) && !fold(line).starts_with("truong ho");
        let name = lines.find(is_name).map(|line| calm(line))?;
        let around: Vec<UnitIndex> = self.title_unit(when, units).into_iter().collect();
        self.body_label(&name, &around, (row, when), units, findings)
    }

    /// "Đơn vị báo cáo: Trường THCS Lê Lợi" above the table.
    fn title_body(
        &self,
        row: &Row,
        when: When,
        units: &mut Units<'_>,
        findings: &mut Vec<Finding>,
    ) -> Option<UnitIndex> {
        let reporter = |line: &String| {
            let (label, name) = line.split_once(':')?;
            fold(label).contains("don vi").then(|| name.trim().to_owned())
        };
        let lines = self.cells.table().title_lines.iter().filter(|line| names_the_actor(line));
        let names: Vec<String> = lines.filter_map(reporter).collect();
        names.iter().find_map(|name| self.body_label(name, &[], (row, when), units, findings))
    }

    /// The unit that a total row names.
    pub(crate) fn total_unit(&self, row: &Row, text: &str, units: &mut Units<'_>) -> Option<UnitIndex> {
        let when = When::Around(self.days);
        let around = self.outer(row, when, units);
        self.label_unit(text, &around, when, units)
    }

    fn missing(&self, row: &Row, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
        findings.push(self.cells.finding(row, None, FindingKind::MissingUnit));
        None
    }

    fn nobody(&mut self, findings: &mut Vec<Finding>) -> Option<UnitIndex> {
        if !std::mem::replace(&mut self.nobody_told, true) {
            findings.push(Finding { at: self.table_place(), kind: FindingKind::NoUnitColumn });
        }
        None
    }

    fn table_place(&self) -> Place {
        let header = self.cells.table().header_row;
        Place { row: (header > 0).then_some(header), ..self.cells.sheet() }
    }

    /// What a column holds: its meaning says so, or a column of kinds, or its header ("Trường", "Cơ sở y tế").
    fn kind(&self, row: &Row, field: Field, units: &Units<'_>) -> Option<UnitKind> {
        match field {
            Field::Hamlet => Some(UnitKind::Hamlet),
            Field::Commune => Some(UnitKind::Commune),
            Field::District => Some(UnitKind::District),
            Field::UnitName => {
                let said = units.kind_of(&self.cells.text(row, Field::UnitKind));
                said.or_else(|| kind_in_header(self.cells.header(Field::UnitName)))
            }
            _ => None,
        }
    }

    /// The kind of most names in the unit column that can mean one unit only.
    fn usual_kind(&self, units: &mut Units<'_>) -> Option<UnitKind> {
        let mut votes: BTreeMap<UnitKind, usize> = BTreeMap::new();
        let rows = self.cells.table().rows.iter().filter(|row| !row.is_total).take(VOTERS);
        let texts: BTreeSet<Text> = rows.map(|row| self.cells.text(&row, Field::UnitName)).gathered();
        for text in texts.iter().filter(|text| !text.is_empty()) {
            let unit = self.look_up((text, None), &[], When::Around(self.days), units);
            if let Some(kind) = unit.and_then(|unit| units.roster().get(unit)).map(|unit| unit.kind) {
                *votes.entry(kind).or_default() += 1;
            }
        }
        let most = votes.values().copied().max()?;
        let mut first = votes.into_iter().filter(|(_, votes)| *votes == most).map(|(kind, _)| kind);
        first.next().filter(|_| first.next().is_none())
    }
}

fn kind_in_header(header: &str) -> Option<UnitKind> {
    const WORDS: [(&str, UnitKind); 9] = [
        ("co so giao duc", UnitKind::School),
        ("ten truong", UnitKind::School),
        ("nha truong", UnitKind::School),
        ("co so y te", UnitKind::Health),
        ("tram y te", UnitKind::Health),
        ("co quan bao chi", UnitKind::Media),
        ("co quan truyen thong", UnitKind::Media),
        ("doanh nghiep", UnitKind::Enterprise),
        ("doan the", UnitKind::Union),
    ];
    let folded = fold(header);
    let whole = (folded == "truong").then_some(UnitKind::School);
    whole.or_else(|| WORDS.into_iter().find(|(word, _)| folded.contains(word)).map(|(_, kind)| kind))
}
