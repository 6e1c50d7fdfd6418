//! Cells that a spreadsheet puts on the clipboard: tabs between cells, a cell with line breaks in quotes.

/// The cells, row by row. Line breaks within a cell become spaces; blank rows at the end are dropped.
pub(super) fn cells(text: &str) -> Vec<Vec<String>> {
    let mut cells = Cells::default();
    let mut letters = text.chars().filter(|letter| *letter != '\r').peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cells.cell.push('"'),
            '"' if quoted => quoted = false,
            '"' if cells.cell.is_empty() => quoted = true,
            '\n' | '\t' if quoted => cells.cell.push(' '),
            '\t' => cells.end_cell(),
            '\n' => cells.end_row(),
            letter => cells.cell.push(letter),
        }
    }
    cells.end_row();
    cells.rows()
}

/// Does a text of the clipboard hold more than one cell?
pub(crate) fn has_cells(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n'])
}

#[derive(Default)]
struct Cells {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    cell: String,
}

impl Cells {
    fn end_cell(&mut self) {
        self.row.push(std::mem::take(&mut self.cell).trim().to_owned());
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.rows.push(std::mem::take(&mut self.row));
    }

    fn rows(mut self) -> Vec<Vec<String>> {
        while self.rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            self.rows.pop();
        }
        self.rows
    }
}
