//! Rows that the user types in: as typed, and as the table in which they travel to be read like any other.
//!
//! It decides how such a table is written; it understands no date, number or unit. Intake reads it by its canonical
//! headers.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

/// A row of activities as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EnteredRow {
    /// The id of the unit, where one was chosen from the list.
    pub unit_id: String,
    /// The unit in words.
    pub unit: String,
    /// The date or period.
    pub date: String,
    /// The kind of activity: its code or words.
    pub kind: String,
    /// How many.
    pub count: String,
    /// Title or content.
    pub title: String,
    /// Channel.
    pub channel: String,
    /// People reached.
    pub people: String,
    /// Women among them.
    pub women: String,
}

/// Where fields are named, blank ones are left out; where only their order tells them apart, all are there.
impl Serialize for EnteredRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = [
            ("unit_id", &self.unit_id),
            ("unit", &self.unit),
            ("date", &self.date),
            ("kind", &self.kind),
            ("count", &self.count),
            ("title", &self.title),
            ("channel", &self.channel),
            ("people", &self.people),
            ("women", &self.women),
        ];
        let named = serializer.is_human_readable();
        let kept = all.into_iter().filter(|(_, text)| !named || !text.is_empty());
        let mut row = serializer.serialize_struct("EnteredRow", kept.clone().count())?;
        for (name, text) in kept {
            row.serialize_field(name, text)?;
        }
        row.end()
    }
}

impl EnteredRow {
    /// As many as a table that is typed by hand may have; longer ones are dropped or pasted as files.
    pub const MOST: usize = 1000;

    /// The headers of the table: canonical names, which intake never has to guess.
    pub const HEADERS: [&'static str; 9] =
        ["unit_id", "unit", "date", "kind", "count", "title", "channel", "people", "women"];

    /// The cells in the order of [`EnteredRow::HEADERS`]. A unit that is known by its id needs no words.
    pub fn cells(&self) -> [&str; 9] {
        let unit = if self.unit_id.is_empty() { self.unit.as_str() } else { "" };
        [
            &self.unit_id,
            unit,
            &self.date,
            &self.kind,
            &self.count,
            &self.title,
            &self.channel,
            &self.people,
            &self.women,
        ]
    }
}

/// The table of these rows: headers in row 1, the first of them in row 2, cells between tabs, every cell quoted.
pub fn entered_table<'a>(rows: impl IntoIterator<Item = &'a EnteredRow>) -> String {
    let mut table = line(EnteredRow::HEADERS);
    for row in rows {
        table.push_str(&line(row.cells()));
    }
    table
}

fn line(cells: [&str; 9]) -> String {
    let quoted = cells.map(|cell| format!("\"{}\"", one_line(cell).replace('"', "\"\"")));
    format!("{}\n", quoted.join("\t"))
}

/// A cell is one line: records then have the numbers of their lines.
fn one_line(cell: &str) -> String {
    cell.split(|letter: char| letter.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_stays_one_cell_whatever_it_holds() {
        let row = EnteredRow {
            title: "Hội \"thảo\"\tvề\r\nbình đẳng; giới,".to_owned(), ..EnteredRow::default()
        };
        let table = entered_table([&row]);
        assert_eq!(table.lines().count(), 2);
        let last = table.lines().last().unwrap();
        assert_eq!(last.split('\t').count(), 9);
        assert!(last.contains("\"Hội \"\"thảo\"\" về bình đẳng; giới,\""), "{last}");
    }

    #[test]
    fn the_words_of_a_unit_are_left_out_where_its_id_is_known() {
        let row =
            EnteredRow { unit_id: "kg".to_owned(), unit: "Tỉnh Kiên Giang".to_owned(), ..EnteredRow::default() };
        assert_eq!(row.cells()[..2], ["kg", ""]);
    }
}
