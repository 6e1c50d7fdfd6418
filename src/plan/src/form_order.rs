//! The order of columns of a superior's form (TOML) → checked [`FormOrder`]. Everything wrong with it is told with file,
//! line and column.
//!
//! Decides what a template file may say. It knows no workbook.

use crate::document;
use crate::outline::Reader;
use crate::problem::{Problem, Source};
use domain::{Bilingual, FORM_ORDER_FORMAT, FormColumn, FormOrder, RowColumn};
use serde::Deserialize;
use std::collections::BTreeSet;
use toml::Spanned;

type Words = Spanned<String>;

/// More columns than this are no row of a form.
const MOST: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOrder {
    format: Words,
    id: Words,
    title: Spanned<Bilingual>,
    #[serde(default)]
    source: String,
    #[serde(default)]
    column: Vec<RawColumn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawColumn {
    holds: Words,
    #[serde(default)]
    words: Vec<Words>,
}

/// Reads an order of columns.
///
/// # Errors
/// Everything wrong with it.
pub fn form_order(file: &str, text: &str) -> Result<FormOrder, Vec<Problem>> {
    let source = Source { file, text };
    let raw: RawOrder = document::whole(source)?;
    let mut reader = Reader::new(source);
    let order = raw.read(&mut reader);
    let mut problems = reader.problems;
    problems.sort();
    if problems.is_empty() { Ok(order) } else { Err(problems) }
}

impl RawOrder {
    fn read(self, reader: &mut Reader<'_>) -> FormOrder {
        if self.format.get_ref() != FORM_ORDER_FORMAT {
            let message = format!("unknown format `{}`", self.format.get_ref());
            reader.complain(&self.format, message, Some(format!("this program reads `{FORM_ORDER_FORMAT}`")));
        }
        if self.id.get_ref().trim().is_empty() {
            reader.complain(&self.id, "a blank id names nothing".to_owned(), None);
        }
        let title = self.title.get_ref();
        if title.vi.trim().is_empty() || title.en.trim().is_empty() {
            reader.complain(&self.title, "the form has no title in one of the languages".to_owned(), None);
        }
        self.count(reader);
        self.ambiguous_words(reader);
        let columns = self.column.iter().filter_map(|column| column.read(reader)).collect();
        FormOrder { id: self.id.into_inner(), title: self.title.into_inner(), source: self.source, columns }
    }

    fn count(&self, reader: &mut Reader<'_>) {
        let held = self.column.iter().filter(|column| column.holds.get_ref() != RowColumn::Blank.code());
        if held.count() == 0 {
            let help = "give each column a `[[column]]` with `holds` and `words`".to_owned();
            reader.complain(&self.format, "no column holds anything".to_owned(), Some(help));
        }
        if let Some(column) = self.column.get(MOST) {
            reader.complain(&column.holds, format!("{} columns, {MOST} at most", self.column.len()), None);
        }
    }

    /// The same words twice would name two columns at once.
    fn ambiguous_words(&self, reader: &mut Reader<'_>) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for word in self.column.iter().flat_map(|column| &column.words) {
            let plain = word.get_ref().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            if plain.is_empty() {
                reader.complain(word, "blank words recognise nothing".to_owned(), None);
            } else if !seen.insert(plain) {
                let help = "write more of each header, so that the words differ".to_owned();
                reader.complain(word, format!("`{}` stands for two columns", word.get_ref()), Some(help));
            }
        }
    }
}

impl RawColumn {
    fn read(&self, reader: &mut Reader<'_>) -> Option<FormColumn> {
        let known = RowColumn::ALL.into_iter().map(|column| (column.code(), column));
        let holds = reader.word("content of a column", &self.holds, known)?;
        let words = self.words.iter().map(|word| word.get_ref().trim().to_owned()).collect();
        Some(FormColumn { holds, words })
    }
}
