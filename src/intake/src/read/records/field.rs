//! One field: where it ends, and what ends it.
//!
//! It knows the dialect and the text from the start of a record on. Quoted fields are read beside it, in `quoted`.

use super::quoted::{Quoted, quoted};
use crate::read::dialect::{Delimiter, Dialect, Escape};

/// The text from the start of a record on, as far as it has come.
#[derive(Clone, Copy)]
pub(super) struct Window<'a> {
    pub(super) text: &'a str,
    /// No more text will come.
    pub(super) is_last: bool,
    /// Fields of the record before; 0 when there is none.
    pub(super) width: usize,
}

impl<'a> Window<'a> {
    pub(super) fn from(self, at: usize) -> &'a [u8] {
        self.text.as_bytes().get(at..).unwrap_or_default()
    }
}

/// Where a field's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Text,
    Scratch,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) source: Source,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Quotes stood around it.
    pub(super) is_quoted: bool,
}

/// What ends a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Delimiter,
    Line,
    Text,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) span: Span,
    pub(super) end: End,
    /// Where the next field or record begins.
    pub(super) next: usize,
}

/// What stands at a place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// A letter like any other.
    Letter,
    /// A letter that would be more, and the one it takes its meaning from.
    Escaped,
    /// The field's end; the next begins so many bytes further on.
    End(End, usize),
}

/// Splits records of a dialect.
pub(super) struct Splitter {
    pub(super) dialect: Dialect,
    /// Bytes at which a field that is not quoted may end.
    special: [bool; 256],
    /// The delimiter, if it is one byte and nothing takes its meaning from it.
    simple: Option<u8>,
}

impl Splitter {
    pub(super) fn new(dialect: Dialect) -> Self {
        let first = dialect.delimiter.first();
        let escape = (dialect.escape == Escape::Backslash).then_some(b'\\');
        let is_special = |byte: u8| matches!(byte, b'\r' | b'\n') || Some(byte) == first || Some(byte) == escape;
        let mut special = [false; 256];
        for (byte, entry) in (0..=u8::MAX).zip(&mut special) {
            *entry = is_special(byte);
        }
        let simple = match dialect.delimiter {
            Delimiter::Text(text) if text.len() == 1 && escape.is_none() => first,
            _ => None,
        };
        Self { dialect, special, simple }
    }

    /// Where the first field of a record begins: after a byte order mark, and after what indents columns of spaces.
    pub(super) fn start(&self, window: Window<'_>) -> usize {
        let mark = if window.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let indent = match self.dialect.delimiter {
            Delimiter::Gap(_) => spaces(window.from(mark)),
            _ => 0,
        };
        mark + indent
    }

    /// The field that begins at a place; `None` if it may go on beyond the text.
    pub(super) fn field(&self, window: Window<'_>, at: usize, scratch: &mut String) -> Option<Field> {
        if let Some(field) = self.simple_field(window, at) {
            return Some(field);
        }
        match quoted(self, window, at, scratch) {
            Quoted::Field(field) => Some(field),
            Quoted::Open => None,
            Quoted::No => self.plain(window, at, scratch),
        }
    }

    /// Most fields by far: no quote, no space before one, and an end that nothing can change.
    fn simple_field(&self, window: Window<'_>, at: usize) -> Option<Field> {
        let delimiter = self.simple?;
        let rest = window.from(at);
        let first = *rest.first()?;
        if first == b' ' || Some(first) == self.dialect.quote {
            return None;
        }
        let length = rest.iter().position(|byte| self.is_special(*byte))?;
        let end = if rest.get(length) == Some(&delimiter) { End::Delimiter } else { End::Line };
        let span = Span { source: Source::Text, start: at, end: at + length, is_quoted: false };
        Some(Field { span, end, next: at + length + 1 })
    }

    fn plain(&self, window: Window<'_>, at: usize, scratch: &mut String) -> Option<Field> {
        let mut place = at;
        let mut escaped = false;
        loop {
            let rest = window.from(place);
            let Some(ahead) = rest.iter().position(|byte| self.is_special(*byte)) else {
                let end = window.text.len();
                let span = self.span(window, (at, end), escaped, scratch);
                return window.is_last.then_some(Field { span, end: End::Text, next: end });
            };
            place += ahead;
            match self.stop(window, place)? {
                Stop::Letter => place += 1,
                Stop::Escaped => (place, escaped) = (place + 2, true),
                Stop::End(end, length) => {
                    let span = self.span(window, (at, place), escaped, scratch);
                    return Some(Field { span, end, next: place + length });
                }
            }
        }
    }

    fn is_special(&self, byte: u8) -> bool {
        self.special.get(usize::from(byte)).is_some_and(|special| *special)
    }

    fn span(&self, window: Window<'_>, (start, end): (usize, usize), escaped: bool, scratch: &mut String) -> Span {
        let Some(field) = window.text.get(start..end).filter(|_| escaped) else {
            return Span { source: Source::Text, start, end, is_quoted: false };
        };
        let Delimiter::Text(delimiter) = self.dialect.delimiter else {
            return Span { source: Source::Text, start, end, is_quoted: false };
        };
        let start = scratch.len();
        scratch.push_str(&field.replace(&format!("\\{delimiter}"), delimiter));
        Span { source: Source::Scratch, start, end: scratch.len(), is_quoted: false }
    }

    /// What stands at a place outside of quotes; `None` if only more text can tell.
    pub(super) fn stop(&self, window: Window<'_>, at: usize) -> Option<Stop> {
        let rest = window.from(at);
        match (rest.first(), self.dialect.delimiter) {
            (None, _) => window.is_last.then_some(Stop::End(End::Text, 0)),
            (Some(b'\r' | b'\n'), _) => Some(Stop::End(End::Line, 1)),
            (Some(b'\\'), Delimiter::Text(delimiter)) if self.dialect.escape == Escape::Backslash => {
                match meets(rest.get(1..).unwrap_or_default(), delimiter, window.is_last)? {
                    true => Some(Stop::Escaped),
                    false => Some(Stop::Letter),
                }
            }
            (_, Delimiter::Text(delimiter)) => match meets(rest, delimiter, window.is_last)? {
                true => Some(Stop::End(End::Delimiter, delimiter.len())),
                false => Some(Stop::Letter),
            },
            (_, Delimiter::Gap(least)) => gap(rest, least, window.is_last),
            (_, Delimiter::None) => Some(Stop::Letter),
        }
    }
}

/// Does the text go on with the delimiter? `None` if it ends inside of it.
fn meets(rest: &[u8], delimiter: &str, is_last: bool) -> Option<bool> {
    let delimiter = delimiter.as_bytes();
    if rest.len() < delimiter.len() && delimiter.starts_with(rest) && !is_last {
        return None;
    }
    Some(rest.starts_with(delimiter))
}

/// A run of spaces separates fields; at the end of a line it only fills it up.
fn gap(rest: &[u8], least: usize, is_last: bool) -> Option<Stop> {
    let length = spaces(rest);
    match rest.get(length) {
        None if !is_last => None,
        _ if length < least => Some(Stop::Letter),
        None => Some(Stop::End(End::Text, length)),
        Some(b'\r' | b'\n') => Some(Stop::End(End::Line, length + 1)),
        Some(_) => Some(Stop::End(End::Delimiter, length)),
    }
}

pub(super) fn spaces(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| **byte == b' ').count()
}
