//! Rows of cells to bytes: quoting, line ends, the byte order mark and the guard against formulas.

use super::Flavour;
use domain::guarded;
use std::borrow::Cow;

/// A table being written.
pub(super) struct Sheet {
    text: String,
    flavour: Flavour,
}

impl Sheet {
    pub(super) fn new<'a>(flavour: Flavour, header: impl IntoIterator<Item = &'a str>) -> Self {
        let mut sheet = Self { text: String::new(), flavour };
        if flavour == Flavour::People {
            // Without it Excel takes UTF-8 for the system's old code page.
            sheet.text.push('\u{feff}');
        }
        sheet.row(header);
        sheet
    }

    pub(super) fn row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) {
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.text.push(',');
            }
            self.cell(cell.as_ref());
        }
        // SOURCE: RFC 4180 §2.1.
        self.text.push_str("\r\n");
    }

    fn cell(&mut self, cell: &str) {
        let cell = match self.flavour {
            Flavour::Machine => Cow::Borrowed(cell),
            Flavour::People => guarded(cell),
        };
        if cell.contains(['"', ',', '\n', '\r']) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(&cell);
        }
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(flavour: Flavour, cells: &[&str]) -> String {
        let mut sheet = Sheet::new(flavour, ["a"]);
        sheet.row(cells);
        String::from_utf8(sheet.into_bytes()).unwrap()
    }

    #[test]
    fn cells_are_quoted_only_where_they_must() {
        let cells = ["plain", "a,b", "say \"hi\"", "two\nlines", "", " space "];
        assert_eq!(
            written(Flavour::Machine, &cells),
            "a\r\nplain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",, space \r\n"
        );
    }

    #[test]
    fn what_looks_like_a_formula_is_text_for_people_and_untouched_for_programs() {
        for cell in ["=1+1", "+84", "-5", "@cmd", "\tx"] {
            assert_eq!(written(Flavour::Machine, &[cell]), format!("a\r\n{cell}\r\n"));
            assert_eq!(written(Flavour::People, &[cell]), format!("\u{feff}a\r\n'{cell}\r\n"));
        }
        assert_eq!(written(Flavour::People, &["=a,\"b\""]), "\u{feff}a\r\n\"'=a,\"\"b\"\"\"\r\n");
        assert_eq!(written(Flavour::People, &["a=b"]), "\u{feff}a\r\na=b\r\n");
    }
}
