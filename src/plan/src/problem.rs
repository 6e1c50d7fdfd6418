//! What is wrong with a rule file, where, and what would help. Text for those who write rules, not for users.

use std::fmt;
use std::ops::Range;

/// No more characters of a line are shown.
const LONGEST: usize = 400;

/// How much a problem weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file is wrong.
    #[default]
    Error,
    /// The file can be applied as it is, and should not be kept as it is: nothing guards one of its numbers.
    Warning,
    /// Worth knowing; the file may be as it should be.
    Note,
}

/// One thing to say about a rule file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Name of the file as it was given.
    pub file: String,
    /// 1-based line.
    pub line: u32,
    /// 1-based column, in characters.
    pub column: u32,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong: lower-case, without a final stop.
    pub message: String,
    /// What would help.
    pub help: Option<String>,
    /// The line as it stands in the file.
    pub line_text: String,
    /// How many characters of the line are meant, at least 1.
    pub width: u32,
}

impl Problem {
    /// Is the file wrong?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// `file:line:column: message`, the line, carets, the help.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let note = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
            Severity::Note => "note: ",
        };
        write!(f, "{}:{}:{}: {note}{}", self.file, self.line, self.column, self.message)?;
        let gutter = self.line.to_string();
        let blank = " ".repeat(gutter.len());
        write!(f, "\n {gutter} | {}", self.line_text)?;
        let indent = " ".repeat((self.column.saturating_sub(1) as usize).min(LONGEST));
        write!(f, "\n {blank} | {indent}{}", "^".repeat(self.width as usize))?;
        match &self.help {
            Some(help) => write!(f, "\n {blank} = help: {help}"),
            None => Ok(()),
        }
    }
}

/// A text with a name, which turns byte ranges into lines and columns.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Source<'t> {
    pub(crate) file: &'t str,
    pub(crate) text: &'t str,
}

impl Source<'_> {
    /// A problem with the bytes of `span`.
    pub(crate) fn problem(self, span: Range<usize>, message: String, help: Option<String>) -> Problem {
        let start = self.boundary(span.start);
        let before = self.text.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = self.text.get(line_start..).unwrap_or_default();
        let line_text = rest.lines().next().unwrap_or_default();
        let line_end = line_start + line_text.len();
        let end = self.boundary(span.end).clamp(start, line_end.max(start));
        Problem {
            file: self.file.to_owned(),
            line: count(before.matches('\n')) + 1,
            column: self.characters(line_start..start) + 1,
            severity: Severity::Error,
            message,
            help,
            line_text: line_text.chars().take(LONGEST).collect(),
            width: self.characters(start..end).clamp(1, count(0..LONGEST)),
        }
    }

    /// The nearest character boundary at or before `byte`.
    fn boundary(self, byte: usize) -> usize {
        (0..=byte.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0)
    }

    fn characters(self, range: Range<usize>) -> u32 {
        self.text.get(range).map_or(0, |part| count(part.chars()))
    }
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_carets_cover_the_words() {
        let source = Source { file: "a.toml", text: "một = 1\nđịa = \"xã\"\n" };
        let start = source.text.find("\"xã\"").unwrap();
        let problem = source.problem(start..start + "\"xã\"".len(), "no".into(), Some("yes".into()));
        let shown = "a.toml:2:7: no\n 2 | địa = \"xã\"\n   |       ^^^^\n   = help: yes";
        assert_eq!(problem.to_string(), shown);
    }

    #[test]
    fn a_span_over_several_lines_marks_only_the_first() {
        let source = Source { file: "a", text: "ab\ncd" };
        assert_eq!(source.problem(1..5, String::new(), None).width, 1);
        assert_eq!(source.problem(0..5, String::new(), None).width, 2);
        let second_of_three = Source { file: "a", text: "ab\ncd\nef" }.problem(3..8, String::new(), None);
        assert_eq!((second_of_three.line, second_of_three.width), (2, 2));
        let at_end = source.problem(99..120, String::new(), None);
        assert_eq!((at_end.line, at_end.column, at_end.width), (2, 3, 1));
    }
}
