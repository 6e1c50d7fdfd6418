//! Rows of the user's own list of units.
//!
//! It decides only what each cell says; which rows are one unit is [`super::roster`]'s.

use super::cells::Cells;
use super::name::parse;
use super::roster::UnitRow;
use super::terms::Terms;
use super::when::date_in;
use crate::grid::Row;
use crate::meaning::columns::TableMeaning;
use domain::{Field, Finding, FindingKind, Life, UnitKind};

/// The rows of one table that can be units.
pub(crate) fn unit_rows(
    cells: &Cells<'_>,
    meaning: &TableMeaning,
    terms: &Terms,
    findings: &mut Vec<Finding>,
) -> Vec<UnitRow> {
    let rows = cells.table().rows.iter().filter(|row| !row.is_total);
    rows.filter_map(|row| unit_row(cells, &row, (meaning, terms)).map_err(|finding| findings.push(*finding)).ok())
        .collect()
}

fn unit_row(cells: &Cells<'_>, row: &Row, (meaning, terms): (&TableMeaning, &Terms)) -> Result<UnitRow, Box<Finding>> {
    let bad = |text: String| Box::new(cells.finding(row, None, FindingKind::BadUnitRow { text }));
    let name = first_text(cells, row, &[Field::UnitName, Field::Hamlet, Field::Commune, Field::District]);
    if name.is_empty() {
        let texts: Vec<String> = row.cells().map(|value| value.text()).collect();
        return Err(bad(texts.join(" ").trim().to_owned()));
    }
    let word = cells.text(row, Field::UnitKind);
    let kind = kind_of(&word, terms).or_else(|| kind_of(&name, terms)).or_else(|| kind_of_column(cells, row));
    let kind = kind.ok_or_else(|| bad(if word.is_empty() { name.clone() } else { word.to_string() }))?;
    let from = date_in(cells, row, Field::From, meaning)?.map(domain::Span::from);
    let to = date_in(cells, row, Field::To, meaning)?.map(domain::Span::to);
    Ok(UnitRow {
        at: cells.place(row, None),
        id: first_text(cells, row, &[Field::UnitId, Field::RegisterId]),
        name: name.clone(),
        kind,
        parent: parent(cells, row, &name),
        life: Life { from, to },
        successors: cells.text(row, Field::Successor).into(),
        tags: cells.text(row, Field::Tags).into(),
    })
}

fn first_text(cells: &Cells<'_>, row: &Row, fields: &[Field]) -> String {
    let texts = fields.iter().map(|field| cells.text(row, *field).trim().to_owned());
    texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// The parent column, or else the narrowest wider column, or the innermost section.
fn parent(cells: &Cells<'_>, row: &Row, name: &str) -> String {
    let columns = [Field::Parent, Field::Commune, Field::District];
    let texts = columns.into_iter().map(|field| cells.text(row, field).trim().to_owned());
    texts.into_iter().find(|text| !text.is_empty() && text != name).unwrap_or_default()
}

/// The kind by its code or by the words of a name: "commune", "Xã", "Trường THCS".
pub(crate) fn kind_of(text: &str, terms: &Terms) -> Option<UnitKind> {
    let text = text.trim();
    UnitKind::from_code(&text.to_lowercase()).or_else(|| {
        let name = parse(text, terms);
        let place = name.places.first().and_then(|place| place.designation);
        name.body.map(|body| body.kind).or(place.map(|designation| designation.kind))
    })
}

fn kind_of_column(cells: &Cells<'_>, row: &Row) -> Option<UnitKind> {
    let kinds = [
        (Field::UnitName, None),
        (Field::Hamlet, Some(UnitKind::Hamlet)),
        (Field::Commune, Some(UnitKind::Commune)),
        (Field::District, Some(UnitKind::District)),
    ];
    kinds.into_iter().find(|(field, _)| cells.cell(row, *field).is_some()).and_then(|(_, kind)| kind)
}
