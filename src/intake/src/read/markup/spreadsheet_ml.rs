//! The XML of Excel 2003: `Worksheet`, `Row`, `Cell`, `Data`. Its tags are few and flat, so the tokens of markup do.

use super::placing::Placing;
use super::{attribute, check_cells, number, push};
use crate::grid::Value;
use crate::sheet::{Sheet, text_value};
use domain::{NaiveDate, ReadErrorKind};
use html5gum::{StartTag, Token, Tokenizer};

/// The work sheets of a workbook.
pub(crate) fn sheets(text: &str) -> Result<Vec<Sheet>, ReadErrorKind> {
    let mut walk = Walk::default();
    for token in Tokenizer::new(text) {
        match token {
            Ok(Token::StartTag(tag)) => walk.open(&tag)?,
            Ok(Token::EndTag(tag)) => walk.close(local(&tag.name))?,
            Ok(Token::String(text)) => walk.text(&text)?,
            _ => {}
        }
    }
    walk.end_sheet()?;
    Ok(walk.sheets)
}

#[derive(Default)]
struct Walk {
    sheets: Vec<Sheet>,
    sheet: Option<Placing>,
    cell: Option<Cell>,
    is_data: bool,
    cells: u64,
}

#[derive(Default)]
struct Cell {
    kind: String,
    text: String,
    rows: u32,
    columns: u32,
}

impl Walk {
    fn open(&mut self, tag: &StartTag<()>) -> Result<(), ReadErrorKind> {
        match (local(&tag.name), &mut self.sheet) {
            (b"worksheet", _) => {
                self.end_sheet()?;
                self.sheet = Some(Placing::new(attribute(tag, "ss:name").unwrap_or_default().to_owned()));
            }
            (b"row", Some(sheet)) => sheet.begin_row(number(tag, "ss:index")),
            (b"cell", Some(sheet)) => {
                if let Some(column) = number(tag, "ss:index") {
                    sheet.go_to(column.saturating_sub(1));
                }
                let over = |name| number(tag, name).unwrap_or(0).saturating_add(1);
                let cell = Cell { rows: over("ss:mergedown"), columns: over("ss:mergeacross"), ..Cell::default() };
                self.cell = Some(cell);
                if tag.self_closing {
                    self.end_cell()?;
                }
            }
            (b"data", _) => {
                self.is_data = !tag.self_closing;
                let kind = attribute(tag, "ss:type").unwrap_or_default();
                self.cell.iter_mut().for_each(|cell| kind.clone_into(&mut cell.kind));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &[u8]) -> Result<(), ReadErrorKind> {
        match name {
            b"data" => self.is_data = false,
            b"cell" => self.end_cell()?,
            b"worksheet" => self.end_sheet()?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &[u8]) -> Result<(), ReadErrorKind> {
        match self.cell.as_mut().filter(|_| self.is_data) {
            Some(cell) => push(&mut cell.text, text),
            None => Ok(()),
        }
    }

    fn end_cell(&mut self) -> Result<(), ReadErrorKind> {
        let (Some(sheet), Some(cell)) = (&mut self.sheet, self.cell.take()) else { return Ok(()) };
        self.cells += 1;
        check_cells(self.cells)?;
        sheet.put(value(&cell), cell.rows, cell.columns)
    }

    fn end_sheet(&mut self) -> Result<(), ReadErrorKind> {
        self.end_cell()?;
        self.is_data = false;
        self.sheets.extend(self.sheet.take().map(Placing::finished));
        Ok(())
    }
}

fn value(cell: &Cell) -> Value {
    let text = cell.text.trim();
    let plain = || text_value(&cell.text);
    match cell.kind.as_str() {
        "Number" => text.parse().map_or_else(|_| plain(), Value::Number),
        "Boolean" => Value::Bool(text == "1"),
        "DateTime" => {
            let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok());
            day.map_or_else(plain, Value::Date)
        }
        _ => plain(),
    }
}

/// The name without its prefix.
fn local(name: &[u8]) -> &[u8] {
    name.rsplit(|byte| *byte == b':').next().unwrap_or_default()
}
