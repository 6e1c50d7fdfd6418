//! Tables for the clipboard: what chats and text fields take, and what word processors and spreadsheets keep as a table.
//!
//! INVARIANT: no cell is a formula where it is pasted, and nothing of a cell is markup.

use crate::markup::escaped;
use domain::guarded;

/// A table in both forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clip {
    /// Cells with tabs between, a row a line.
    pub(crate) text: String,
    /// An HTML table.
    pub(crate) html: String,
}

/// Is the first row the header?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// Yes.
    First,
    /// There is none.
    None,
}

/// How a spreadsheet takes the cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cells {
    /// As it likes: numbers are numbers.
    Values,
    /// As texts: it would make a day of "3/4" otherwise.
    Texts,
}

/// Both forms of these rows.
pub(crate) fn of_rows(rows: &[Vec<String>], head: Head, cells: Cells) -> Clip {
    let text = rows.iter().map(|row| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join("\t"));
    let format = match cells {
        Cells::Values => "",
        Cells::Texts => " style='mso-number-format:\"\\@\"'",
    };
    let html = rows.iter().enumerate().map(|(at, row)| {
        let tag = if at == 0 && head == Head::First { "th" } else { "td" };
        let cells: String = row.iter().map(|cell| format!("<{tag}{format}>{}</{tag}>", markup(cell))).collect();
        format!("<tr>{cells}</tr>")
    });
    let html = html.collect::<String>();
    Clip {
        text: text.collect::<Vec<_>>().join("\r\n"),
        html: format!("<table border=\"1\"><tbody>{html}</tbody></table>"),
    }
}

fn plain(cell: &str) -> String {
    let line: String = cell.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    guarded(&line).into_owned()
}

fn markup(cell: &str) -> String {
    escaped(&guarded(cell)).replace('\n', "<br>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_table_stays_one_in_both_forms() {
        let clip = of_rows(&rows(&[&["TT", "Mục tiêu"], &["1", "Tin, bài"]]), Head::First, Cells::Values);
        assert_eq!(clip.text, "TT\tMục tiêu\r\n1\tTin, bài");
        let cells = "<tr><th>TT</th><th>Mục tiêu</th></tr><tr><td>1</td><td>Tin, bài</td></tr>";
        assert_eq!(clip.html, format!("<table border=\"1\"><tbody>{cells}</tbody></table>"));
    }

    #[test]
    fn a_row_alone_has_no_header() {
        assert!(!of_rows(&rows(&[&["1"]]), Head::None, Cells::Values).html.contains("th>"));
    }

    #[test]
    fn no_cell_is_a_formula_markup_or_another_cell() {
        let clip = of_rows(
            &rows(&[&["=HYPERLINK(\"x\")", "<img src=x onerror=alert(1)>", "a\tb\nc", "+84", "-1", "@a"]]),
            Head::None,
            Cells::Values,
        );
        assert_eq!(
            clip.text.split('\t').collect::<Vec<_>>(),
            ["'=HYPERLINK(\"x\")", "<img src=x onerror=alert(1)>", "a b c", "'+84", "'-1", "'@a"]
        );
        assert!(!clip.html.contains("<img") && clip.html.contains("&lt;img"), "{}", clip.html);
        assert!(clip.html.contains("<td>'=HYPERLINK(&quot;x&quot;)</td>"), "{}", clip.html);
    }

    #[test]
    fn figures_with_a_stroke_stay_texts_where_they_are_to() {
        let clip = of_rows(&rows(&[&["3/4"]]), Head::None, Cells::Texts);
        assert!(clip.html.contains("<td style='mso-number-format:\"\\@\"'>3/4</td>"), "{}", clip.html);
    }
}
