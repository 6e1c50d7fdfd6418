//! Quoted fields: where the closing quote is, when quotes inside are not escaped as they should be or never close.
//!
//! A quote closes a field only before a delimiter or the end of a line. One that opens a field inside of another shows
//! that the other was opened by a stray quote, which then is a letter: no quote can swallow the rest of a file.

use super::field::{Field, Source, Span, Splitter, Stop, Window, spaces};
use crate::read::dialect::{Delimiter, Escape};

/// Longer texts are not looked through for their closing quote.
/// SOURCE: a spreadsheet's cell ends at 32,767 characters; a Vietnamese letter takes up to three bytes.
const LONGEST: usize = 128 << 10;

/// As many whole records inside of a quoted field are no text.
const SWALLOWED_RECORDS: usize = 3;

pub(super) enum Quoted {
    /// The field is not quoted.
    No,
    /// Only more text can tell.
    Open,
    Field(Field),
}

/// Where a field that begins with a quote ends.
enum Closing {
    At {
        place: usize,
        /// Quotes inside are escaped.
        escaped: bool,
    },
    /// The opening quote is a letter.
    Stray,
    Open,
}

/// The quoted field that begins at a place, perhaps after spaces.
pub(super) fn quoted(splitter: &Splitter, window: Window<'_>, at: usize, scratch: &mut String) -> Quoted {
    let Some(quote) = splitter.dialect.quote else { return Quoted::No };
    let lead = padding(splitter, window.from(at));
    match window.from(at + lead).first() {
        Some(byte) if *byte == quote => {}
        None if !window.is_last => return Quoted::Open,
        _ => return Quoted::No,
    }
    let search = Search { splitter, window, quote, from: at + lead + 1 };
    match search.closing() {
        Closing::Open => Quoted::Open,
        Closing::Stray => Quoted::No,
        Closing::At { place, .. } if search.swallows(place) => Quoted::No,
        Closing::At { place, escaped } => search.field(place, escaped, scratch).map_or(Quoted::Open, Quoted::Field),
    }
}

/// Spaces that stand between a delimiter and a quote.
fn padding(splitter: &Splitter, bytes: &[u8]) -> usize {
    match splitter.dialect.delimiter.first() {
        Some(b' ') => 0,
        _ => spaces(bytes),
    }
}

#[derive(Clone, Copy)]
struct Search<'a> {
    splitter: &'a Splitter,
    window: Window<'a>,
    quote: u8,
    /// The first letter after the opening quote.
    from: usize,
}

/// The quotes inside of a field that are not escaped.
#[derive(Default)]
struct Inner {
    count: u32,
    /// The first of them closes a word, as in `"x" and "y"`: nothing was opened around the whole.
    closes_first: bool,
}

impl Inner {
    /// One more, with the letters before and after it.
    fn meet(&mut self, around: &[u8]) {
        let closes = matches!(around, [before, _, b' ' | b'.' | b':', ..] if *before != b' ');
        self.closes_first |= self.count == 0 && closes;
        self.count += 1;
    }

    fn is_open(&self) -> bool {
        self.count % 2 == 1
    }
}

/// What follows a quote.
enum After {
    /// The end of a field.
    End,
    Quote,
    Letter,
}

impl Search<'_> {
    fn closing(self) -> Closing {
        let mut place = self.from;
        let mut escaped = false;
        // A doubled quote before a delimiter: where the field ends if nothing better comes.
        let mut likely = None;
        let mut inner = Inner::default();
        let settled = |likely: Option<usize>, escaped| match likely {
            Some(place) => Closing::At { place, escaped },
            None => Closing::Stray,
        };
        loop {
            let Some(ahead) = self.next_mark(place) else {
                let is_over = self.window.is_last || self.window.from(self.from).len() > LONGEST;
                return if is_over { settled(likely, escaped) } else { Closing::Open };
            };
            place += ahead;
            if self.window.from(place).first() != Some(&self.quote) {
                (place, escaped) = (place + 2, true);
                continue;
            }
            match self.after(place + 1) {
                None => return Closing::Open,
                Some(After::End) if inner.is_open() && self.goes_on(place + 1) => {
                    inner.count += 1;
                    likely = likely.or(Some(place));
                    place += 1;
                }
                Some(After::End) if inner.closes_first && !inner.is_open() && self.is_undivided(place) => {
                    return Closing::Stray;
                }
                Some(After::End) => return Closing::At { place, escaped },
                Some(After::Letter) if self.opens(place) => return settled(likely, escaped),
                Some(After::Letter) => {
                    inner.meet(self.window.from(place - 1));
                    place += 1;
                }
                Some(After::Quote) => {
                    match self.after(place + 2) {
                        None => return Closing::Open,
                        Some(After::End) if place > self.from && !self.opens(place) => {
                            likely = likely.or(Some(place + 1));
                        }
                        _ => {}
                    }
                    (place, escaped) = (place + 2, true);
                }
            }
        }
    }

    /// The next quote or escape, counted from a place.
    fn next_mark(self, place: usize) -> Option<usize> {
        let limit = (self.from + LONGEST).saturating_sub(place);
        let escape = match self.splitter.dialect.escape {
            Escape::Doubled => self.quote,
            Escape::Backslash => b'\\',
        };
        self.window.from(place).iter().take(limit).position(|byte| *byte == self.quote || *byte == escape)
    }

    /// What follows a quote; `None` if only more text can tell.
    fn after(self, at: usize) -> Option<After> {
        if self.window.from(at).first() == Some(&self.quote) {
            return Some(After::Quote);
        }
        let pad = padding(self.splitter, self.window.from(at));
        match self.splitter.stop(self.window, at + pad)? {
            Stop::End(..) => Some(After::End),
            _ => Some(After::Letter),
        }
    }

    /// Does prose go on, with a comma and a space?
    fn goes_on(self, at: usize) -> bool {
        self.splitter.dialect.delimiter == Delimiter::Text(",") && self.window.from(at).starts_with(b", ")
    }

    /// Is no delimiter and no line end in it, so that quotes around it are not needed?
    fn is_undivided(self, place: usize) -> bool {
        let content = self.window.text.get(self.from..place).unwrap_or_default();
        let Delimiter::Text(delimiter) = self.splitter.dialect.delimiter else { return false };
        !content.contains(delimiter) && !content.contains(['\r', '\n'])
    }

    /// Does the quote stand where a field begins?
    fn opens(self, place: usize) -> bool {
        let before = self.window.text.as_bytes().get(self.from..place).unwrap_or_default();
        let delimiter = match self.splitter.dialect.delimiter {
            Delimiter::Text(delimiter) => delimiter.as_bytes(),
            Delimiter::Gap(_) => b" ",
            Delimiter::None => b"\n",
        };
        before.ends_with(delimiter) || matches!(before.last(), Some(b'\r' | b'\n'))
    }

    /// Is what stands between the quotes no text but fields, or records like the one before?
    fn swallows(self, place: usize) -> bool {
        let Delimiter::Text(delimiter) = self.splitter.dialect.delimiter else { return false };
        let content = self.window.text.get(self.from..place).unwrap_or_default();
        // Two ditto marks: a quote alone in one field, and again in one further on.
        let is_text = delimiter != "\t" && content.len() == delimiter.len();
        if !is_text && content.starts_with(delimiter) && content.ends_with(delimiter) {
            return true;
        }
        if self.window.width < 3 || !content.contains(['\n', '\r']) {
            return false;
        }
        let inner = content.split(['\n', '\r']).filter(|line| line.matches(delimiter).count() + 1 == self.window.width);
        inner.count() >= SWALLOWED_RECORDS
    }

    fn field(self, close: usize, escaped: bool, scratch: &mut String) -> Option<Field> {
        let pad = padding(self.splitter, self.window.from(close + 1));
        let Stop::End(end, length) = self.splitter.stop(self.window, close + 1 + pad)? else { return None };
        let span = match self.window.text.get(self.from..close).filter(|_| escaped) {
            Some(content) => {
                let start = scratch.len();
                self.unescape(content, scratch);
                Span { source: Source::Scratch, start, end: scratch.len(), is_quoted: true }
            }
            None => Span { source: Source::Text, start: self.from, end: close, is_quoted: true },
        };
        Some(Field { span, end, next: close + 1 + pad + length })
    }

    fn unescape(self, content: &str, scratch: &mut String) {
        let quote = char::from(self.quote);
        let backslash = self.splitter.dialect.escape == Escape::Backslash;
        let mut letters = content.chars().peekable();
        while let Some(letter) = letters.next() {
            let kept = match letters.peek() {
                Some(next) if letter == quote && *next == quote => letters.next(),
                Some(next) if backslash && letter == '\\' && (*next == quote || *next == '\\') => letters.next(),
                _ => None,
            };
            scratch.push(kept.unwrap_or(letter));
        }
    }
}
