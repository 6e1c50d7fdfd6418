//! Unit cells that once were merged down: exported without their regions, only the first row of each keeps its text.
//!
//! It decides, one unit column at a time, whether blanks mean "the same as above", and writes the text into them. It
//! does so only where nothing else can be meant; everywhere else a blank stays blank, and the row says no unit.
//!
//! In a stretch of rows (one table between two totals, under the same sections) a filled cell and the blanks below it
//! are a group. Blanks mean "the same as above" if, over the whole table:
//!
//! 1. no stretch begins with a blank, and no total says that blank rows are sums;
//! 2. at least half of the groups have two rows or more;
//! 3. no group repeats the text of the one before it: who fills in every row has only forgotten the blank ones;
//! 4. every blank row is as full as a row of data, at least half of what the first row of its group says;
//! 5. the column names who acts: it is the only one that names units, or says "Đơn vị". A blank "Ấp" beside "Xã A" may
//!    be the commune itself, so the finest of several places is never filled, and a wider one only where a finer one
//!    stands beside it.

use crate::fold::fold;
use crate::grid::{Rows, Symbol, Table};
use domain::{ColumnGuess, Field};

/// Columns that name a unit, with how wide a unit each names.
const NAMING: [(Field, u8); 6] = [
    (Field::Hamlet, 0),
    (Field::UnitName, 1),
    (Field::UnitId, 1),
    (Field::Commune, 2),
    (Field::District, 3),
    (Field::Parent, 4),
];

/// A column that names units.
#[derive(Clone, Copy)]
struct Naming {
    field: Field,
    width: u8,
    at: usize,
}

/// Writes the unit into the rows that a lost merged region stood for.
pub(crate) fn fill_down(table: &mut Table, columns: &[ColumnGuess]) {
    let naming = naming(table, columns);
    let told: Vec<usize> = told(table, columns);
    for column in &naming {
        let mut values = lost(table, column.at, &told);
        values.retain(|(row, _)| may_fill(table, *row, *column, &naming));
        if !values.is_empty() {
            table.rows.fill(column.at, &values);
        }
    }
}

/// Rule 5. Columns come finest first, so what stands beside a wider one is already filled.
fn may_fill(table: &Table, row: usize, column: Naming, naming: &[Naming]) -> bool {
    let mut finer = naming.iter().filter(|other| other.width < column.width).peekable();
    if finer.peek().is_some() {
        return finer.any(|other| cell(table, row, other.at).is_some());
    }
    matches!(column.field, Field::UnitName | Field::UnitId) || naming.iter().all(|other| other.width == column.width)
}

/// The columns that name units, finest first.
fn naming(table: &Table, columns: &[ColumnGuess]) -> Vec<Naming> {
    let of = |(field, width): (Field, u8)| {
        positions(table, columns, move |own| own == field).map(move |at| Naming { field, width, at })
    };
    NAMING.into_iter().flat_map(of).collect()
}

/// Positions of the columns that say what a row is about.
fn told(table: &Table, columns: &[ColumnGuess]) -> Vec<usize> {
    let aside = [Field::RowNumber, Field::Note, Field::Evidence, Field::Personal, Field::Ignored, Field::UnitKind];
    positions(table, columns, |own| !names_a_unit(own) && !aside.contains(&own)).collect()
}

fn names_a_unit(field: Field) -> bool {
    NAMING.iter().any(|(naming, _)| *naming == field)
}

fn positions<'t>(
    table: &'t Table,
    columns: &'t [ColumnGuess],
    fits: impl Fn(Field) -> bool + 't,
) -> impl Iterator<Item = usize> + 't {
    let field = |index: u32| columns.iter().find(|guess| guess.column == index).map(|guess| guess.field);
    let columns = table.columns.iter().enumerate();
    columns.filter(move |(_, column)| field(column.index).is_some_and(&fits)).map(|(at, _)| at)
}

/// A filled cell and the number of blanks below it.
struct Group {
    first: usize,
    blanks: usize,
}

/// The values to be written into blank cells of a column, by row; none if blanks may mean anything else.
fn lost(table: &Table, column: usize, told: &[usize]) -> Vec<(usize, Symbol)> {
    let Some(stretches) = stretches(&table.rows).into_iter().map(|rows| groups(table, rows, column)).collect() else {
        return Vec::new();
    };
    let stretches: Vec<Vec<Group>> = stretches;
    let groups = || stretches.iter().flatten();
    let long = groups().filter(|group| group.blanks > 0).count();
    let changes = |groups: &Vec<Group>| {
        groups
            .windows(2)
            .all(|pair| matches!(pair, [one, other] if name(table, one, column) != name(table, other, column)))
    };
    if long == 0 || long * 2 < groups().count() || !stretches.iter().all(changes) {
        return Vec::new();
    }
    if !groups().all(|group| is_as_full(table, group, told)) {
        return Vec::new();
    }
    groups().flat_map(|group| values(table, group, column)).collect()
}

/// Runs of data rows under the same sections, as ranges of positions.
fn stretches(rows: &Rows) -> Vec<std::ops::Range<usize>> {
    let mut stretches: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_total) {
        let above = at.checked_sub(1).and_then(|above| rows.get(above));
        let goes_on = above.is_some_and(|above| !above.is_total && above.sections == row.sections);
        match stretches.last_mut().filter(|_| goes_on) {
            Some(stretch) => stretch.end = at + 1,
            None => stretches.push(at..at + 1),
        }
    }
    stretches
}

/// The groups of a stretch; `None` if it begins with a blank.
fn groups(table: &Table, rows: std::ops::Range<usize>, column: usize) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        if cell(table, row, column).is_some() {
            groups.push(Group { first: row, blanks: 0 });
        } else {
            groups.last_mut()?.blanks += 1;
        }
    }
    Some(groups)
}

fn is_as_full(table: &Table, group: &Group, told: &[usize]) -> bool {
    let filled = |row: usize| told.iter().filter(|column| cell(table, row, **column).is_some()).count();
    let first = filled(group.first);
    (1..=group.blanks).all(|down| filled(group.first + down) * 2 >= first.max(1))
}

fn values(table: &Table, group: &Group, column: usize) -> Vec<(usize, Symbol)> {
    let Some(symbol) = cell(table, group.first, column) else { return Vec::new() };
    (1..=group.blanks).map(|down| (group.first + down, symbol)).collect()
}

fn name(table: &Table, group: &Group, column: usize) -> String {
    cell(table, group.first, column).map(|symbol| fold(&table.rows.value(symbol).text())).unwrap_or_default()
}

fn cell(table: &Table, row: usize, column: usize) -> Option<Symbol> {
    Some(table.rows.get(row)?.symbol(column)).filter(|symbol| !symbol.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Column, Row, RowDraft};

    /// Columns `fields`; rows by `/`, cells by `|`; a row that begins with `=` is a total, with `*` under its own section.
    fn filled(fields: &[Field], rows: &str) -> String {
        let guess = |(column, field): (usize, &Field)| ColumnGuess {
            column: column as u32,
            header: String::new(),
            field: *field,
            confidence: 90,
            chosen: false,
            examples: vec![],
        };
        let columns: Vec<ColumnGuess> = fields.iter().enumerate().map(guess).collect();
        let mut sections = Vec::new();
        let row = |(number, text): (usize, &str)| {
            if text.starts_with('*') {
                sections = vec![number.to_string()];
            }
            let cells = text.trim_start_matches(['=', '*']).split('|').map(crate::sheet::text_value);
            RowDraft {
                number: number as u32,
                cells: cells.collect(),
                sections: sections.clone(),
                is_total: text.starts_with('='),
            }
        };
        let mut table = Table {
            file: String::new(),
            sheet: String::new(),
            header_row: 1,
            title_lines: vec![],
            footer_lines: vec![],
            columns: (0..fields.len())
                .map(|index| Column { index: index as u32, headers: vec![], hidden: false })
                .collect(),
            rows: rows.split('/').enumerate().map(row).collect(),
        };
        fill_down(&mut table, &columns);
        let units = |row: &Row<'_>| {
            let units = row.cells().zip(fields).filter(|(_, field)| names_a_unit(**field));
            units.map(|(value, _)| value.text()).collect::<Vec<_>>().join("+")
        };
        table.rows.iter().map(|row| units(&row)).collect::<Vec<_>>().join(" ")
    }

    const LOG: [Field; 4] = [Field::RowNumber, Field::UnitName, Field::Date, Field::Title];

    #[test]
    fn blanks_below_a_unit_are_that_unit_where_every_unit_stands_once() {
        assert_eq!(filled(&LOG, "1|A|d|t/||d|t/||d|t/2|B|d|t/||d|t"), "A A A B B");
        assert_eq!(filled(&LOG, "1|A|d|t/2||d|t/3||d|t/4|B|d|t"), "A A A B", "half of the units is enough");
        assert_eq!(filled(&LOG, "*1|A|d|t/||d|t/*1|A|d|t/||d|t"), "A A A A", "each section begins anew");
        assert_eq!(filled(&LOG, "1|A|d|t/||d|t/=|Cộng||/2|B|d|t/||d|t"), "A A Cộng B B");
    }

    #[test]
    fn a_blank_that_may_mean_something_else_stays_blank() {
        for (rows, why) in [
            ("1||d|t/2|A|d|t/||d|t", "the first row names nobody"),
            ("1|A|d|t/||d|t/*1||d|t/||d|t", "nor does the first of a section"),
            ("1|A|d|t/||d|t/=|Cộng||/2||d|t", "nor the first below a total"),
            ("1|A|d|t/||d|t/2|B|d|t/3|C|d|t", "most units stand in one row"),
            ("1|A|d|t/||d|t/2|A|d|t/||d|t", "a unit is written again where it goes on"),
            ("1|A|d|t/|||/2|B|d|t/||d|t", "a row says nothing"),
            ("1|A|d|t/2|B|d|t", "there is no blank"),
        ] {
            let before: Vec<&str> = rows.split('/').map(|row| row.split('|').nth(1).unwrap_or_default()).collect();
            assert_eq!(filled(&LOG, rows), before.join(" "), "{why}");
        }
    }

    #[test]
    fn a_blank_beside_a_place_may_be_the_place_itself() {
        let fields = [Field::Commune, Field::Hamlet, Field::Date, Field::Title];
        assert_eq!(filled(&fields, "A|1|d|t/|2|d|t/||d|t/B|3|d|t/|4|d|t"), "A+1 A+2 + B+3 B+4");
    }

    #[test]
    fn who_acts_and_where_are_filled_together() {
        let fields = [Field::District, Field::UnitName, Field::Date, Field::Title];
        assert_eq!(filled(&fields, "H|1|d|t/||d|t/|2|d|t/||d|t"), "H+1 H+1 H+2 H+2");
        let fields = [Field::UnitId, Field::UnitName, Field::Date, Field::Title];
        assert_eq!(filled(&fields, "a|A|d|t/||d|t"), "a+A a+A");
    }
}
