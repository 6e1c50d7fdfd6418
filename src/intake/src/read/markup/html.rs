//! HTML: every `<table>` is a sheet; a table inside a cell is one of its own.

use super::placing::Placing;
use super::{check_cells, number, push};
use crate::sheet::{Sheet, text_value};
use domain::{Arrange, ReadErrorKind};
use html5gum::{StartTag, Token, Tokenizer};

/// The tables of a document, in the order in which they begin.
pub(crate) fn sheets(text: &str) -> Result<Vec<Sheet>, ReadErrorKind> {
    let mut walk = Walk::default();
    for token in Tokenizer::new(text) {
        match token {
            Ok(Token::StartTag(tag)) => walk.open(&tag)?,
            Ok(Token::EndTag(tag)) => walk.close(&tag.name)?,
            Ok(Token::String(text)) => walk.text(&text)?,
            _ => {}
        }
    }
    walk.finished()
}

#[derive(Default)]
struct Walk {
    /// Tables that are open, outermost first, with their places among all.
    open: Vec<(usize, Table)>,
    done: Vec<(usize, Sheet)>,
    begun: usize,
    cells: u64,
    /// Inside of what is not shown.
    is_silent: bool,
}

#[derive(Default)]
struct Table {
    placing: Placing,
    cell: Option<Cell>,
}

struct Cell {
    text: String,
    rows: u32,
    columns: u32,
}

impl Walk {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), ReadErrorKind> {
        match tag.name.as_slice() {
            b"script" | b"style" | b"title" => self.is_silent = !tag.self_closing,
            b"table" => {
                self.open.push((self.begun, Table::default()));
                self.begun += 1;
            }
            b"tr" => {
                self.end_cell()?;
                if let Some((_, table)) = self.open.last_mut() {
                    table.placing.begin_row(None);
                }
            }
            b"td" | b"th" => {
                self.end_cell()?;
                let spans = |name| number(tag, name).unwrap_or(1);
                let cell = Cell { text: String::new(), rows: spans("rowspan"), columns: spans("colspan") };
                if let Some((_, table)) = self.open.last_mut() {
                    table.cell = Some(cell);
                }
            }
            b"br" | b"p" | b"div" | b"li" => self.text(b"\n")?,
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), ReadErrorKind> {
        match name {
            b"script" | b"style" | b"title" => self.is_silent = false,
            b"td" | b"th" | b"tr" => self.end_cell()?,
            b"table" => {
                self.end_cell()?;
                self.done.extend(self.open.pop().map(|(place, table)| (place, table.placing.finished())));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &[u8]) -> Result<(), ReadErrorKind> {
        match self.open.last_mut().and_then(|(_, table)| table.cell.as_mut()).filter(|_| !self.is_silent) {
            Some(cell) => push(&mut cell.text, text),
            None => Ok(()),
        }
    }

    fn end_cell(&mut self) -> Result<(), ReadErrorKind> {
        let Some((_, table)) = self.open.last_mut() else { return Ok(()) };
        let Some(cell) = table.cell.take() else { return Ok(()) };
        self.cells += 1;
        check_cells(self.cells)?;
        table.placing.put(text_value(&tidied(&cell.text)), cell.rows, cell.columns)
    }

    /// Some documents end in the middle.
    fn finished(mut self) -> Result<Vec<Sheet>, ReadErrorKind> {
        while !self.open.is_empty() {
            self.close(b"table")?;
        }
        self.done.arrange_by_key(|(place, _)| *place);
        Ok(self.done.into_iter().map(|(_, sheet)| sheet).filter(|sheet| sheet.rows.len() > 0).collect())
    }
}

/// White space as a browser shows it: runs are one, but for the lines that tags begin.
fn tidied(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
