//! The order of columns of a superior's table, as data: a template file that ships, or one of the user's own.

use crate::{Bilingual, RowColumn};
use serde::{Deserialize, Serialize};

/// What the first line of every template file says.
pub const FORM_ORDER_FORMAT: &str = "form-columns/1";

/// An order of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormOrder {
    /// Its id.
    pub id: String,
    /// What the form is called.
    pub title: Bilingual,
    /// Where it comes from.
    pub source: String,
    /// The columns, left to right.
    pub columns: Vec<FormColumn>,
}

/// A column of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormColumn {
    /// What it holds.
    pub holds: RowColumn,
    /// Words of its header: where any of them stands, it is this column.
    pub words: Vec<String>,
}

/// Which order of columns is in force.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormChoice {
    /// Those that ship.
    #[default]
    Shipped,
    /// The user's own template file.
    Own {
        /// Its name.
        name: String,
        /// Its text (TOML).
        text: String,
    },
}

/// The orders at hand, as the page shows them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormsSlice {
    /// The user's own: the file's name and what it says.
    pub own: Option<(String, FormOrder)>,
    /// Those that ship; the first is in force where there is no other.
    pub shipped: Vec<FormOrder>,
}

impl FormsSlice {
    /// The order in force.
    pub fn in_force(&self) -> Option<&FormOrder> {
        self.own.as_ref().map(|(_, order)| order).or(self.shipped.first())
    }

    /// These columns as an order: a header's words are those of the order in force, else of one that ships.
    pub fn ordered(&self, title: Bilingual, columns: &[RowColumn]) -> FormOrder {
        let known = self.in_force().into_iter().chain(&self.shipped).flat_map(|order| &order.columns);
        let words = |holds: RowColumn| {
            let found = known.clone().find(|column| column.holds == holds && holds != RowColumn::Blank);
            found.map(|column| column.words.clone()).unwrap_or_default()
        };
        let columns = columns.iter().map(|holds| FormColumn { holds: *holds, words: words(*holds) });
        FormOrder { id: "bang-cua-toi".to_owned(), title, source: String::new(), columns: columns.collect() }
    }
}

impl FormOrder {
    /// Does a TOML file say that it is such an order?
    pub fn is_told_by(text: &str) -> bool {
        text.lines().any(|line| line.trim_start().starts_with("format") && line.contains("form-columns/"))
    }

    /// The order as a template file.
    pub fn text(&self) -> String {
        let mut text = format!("format = {}\nid = {}\n", quoted(FORM_ORDER_FORMAT), quoted(&self.id));
        let title = format!("title = {{ vi = {}, en = {} }}\n", quoted(&self.title.vi), quoted(&self.title.en));
        text.push_str(&title);
        text.push_str(&format!("source = {}\n", quoted(&self.source)));
        for FormColumn { holds, words } in &self.columns {
            let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
            text.push_str(&format!("\n[[column]]\nholds = \"{}\"\nwords = [{}]\n", holds.code(), words.join(", ")));
        }
        text
    }
}

// SOURCE: TOML 1.0, basic strings.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
