//! Tables that our own export wrote: one table that gathers rows of many, each with the file and sheet it came from.
//!
//! It decides which rows belong together, so that reading a written folder again gives the tables that were read first:
//! what a table keeps, and what it leaves out, is evidence. It looks at the columns `file` and `sheet` of canonical
//! tables only, and opens no file they name.

use crate::grid::{Row, Table};
use crate::meaning::columns::is_canonical;

/// Where the rows of a written table came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Source {
    file: String,
    sheet: String,
}

impl Source {
    /// `bao-cao.xlsx / Tin bài`; empty if nothing is written down.
    pub(crate) fn title(&self) -> String {
        let parts = [&self.file, &self.sheet].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(" / ")
    }
}

/// The table, or one table for each source that its rows name, in the order of their first rows.
pub(crate) fn by_source(table: Table) -> Vec<(Table, Source)> {
    let Some(columns) = source_columns(&table) else { return vec![(table, Source::default())] };
    let mut tables: Vec<(Table, Source)> = Vec::new();
    let empty = Table { rows: table.rows.none(), ..table.clone() };
    for row in table.rows.iter() {
        let source = source(&row, columns);
        let place = tables.iter().rposition(|(_, own)| *own == source).unwrap_or(tables.len());
        if place == tables.len() {
            tables.push((empty.clone(), source));
        }
        if let Some((table, _)) = tables.get_mut(place) {
            table.rows.push_row(row);
        }
    }
    if tables.is_empty() { vec![(empty, Source::default())] } else { tables }
}

/// Positions of the columns `file` and `sheet`.
fn source_columns(table: &Table) -> Option<(usize, usize)> {
    let position = |name: &str| table.columns.iter().position(|column| column.headers == [name]);
    let columns = (position("file")?, position("sheet")?);
    is_canonical(table).then_some(columns)
}

fn source(row: &Row, (file, sheet): (usize, usize)) -> Source {
    let text = |at: usize| row.cell(at).text();
    Source { file: text(file), sheet: text(sheet) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::{Column, RowDraft, Value};

    fn table(headers: &[&str], rows: &[&[&str]]) -> Table {
        let column = |(index, name): (usize, &&str)| Column {
            index: index as u32,
            headers: vec![(*name).to_owned()],
            hidden: false,
        };
        let row = |(number, cells): (usize, &&[&str])| RowDraft {
            number: number as u32 + 2,
            cells: cells.iter().map(|cell| Value::Text((*cell).into())).collect(),
            sections: vec![],
            is_total: false,
        };
        Table {
            file: "media.csv".into(),
            sheet: String::new(),
            header_row: 1,
            title_lines: vec![],
            footer_lines: vec![],
            columns: headers.iter().enumerate().map(column).collect(),
            rows: rows.iter().enumerate().map(row).collect(),
        }
    }

    fn split(headers: &[&str], rows: &[&[&str]]) -> Vec<(String, Vec<u32>)> {
        let tables = by_source(table(headers, rows));
        tables
            .iter()
            .map(|(table, source)| (source.title(), table.rows.iter().map(|row| row.number).collect()))
            .collect()
    }

    #[test]
    fn a_written_table_falls_into_the_tables_it_was_made_of() {
        let headers = ["unit_id", "stage", "from", "to", "file", "sheet", "row"];
        let rows: [&[&str]; 4] = [
            &["a", "pilot", "", "", "x.xlsx", "S", "9"],
            &["b", "pilot", "", "", "y.csv", "", "2"],
            &["c", "pilot", "", "", "x.xlsx", "S", "10"],
            &["d", "pilot", "", "", "x.xlsx", "T", "2"],
        ];
        let expected = [("x.xlsx / S", vec![2, 4]), ("y.csv", vec![3]), ("x.xlsx / T", vec![5])];
        assert_eq!(split(&headers, &rows), expected.map(|(title, rows)| (title.to_owned(), rows)));
        assert_eq!(split(&headers, &[]), [(String::new(), vec![])]);
    }

    #[test]
    fn a_column_named_file_in_a_table_of_the_users_own_means_nothing() {
        let rows: [&[&str]; 2] = [&["Xã A", "x", "1"], &["Xã B", "y", "2"]];
        assert_eq!(split(&["Đơn vị", "file", "sheet"], &rows), [(String::new(), vec![2, 3])]);
    }
}
