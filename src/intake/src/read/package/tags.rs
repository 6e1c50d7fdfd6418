//! Tags: the start tags of an XML part, found in pieces of bytes without building anything.
//!
//! It knows names and attributes. It does not check that the XML is well formed; calamine does.

use crate::read::limits::{TEXT_BYTES, Unit, check};
use domain::ReadErrorKind;

/// Enough for every attribute that is looked at.
const KEPT_BYTES: usize = 4096;

/// Finds tags in bytes that come piece by piece.
#[derive(Default)]
pub(crate) struct Tags {
    tag: Vec<u8>,
    is_inside: bool,
    /// Bytes since the last `<`: the length of one text or one tag.
    run: u64,
}

impl Tags {
    /// Takes the next piece; calls `each` with every start tag that ends in it.
    pub(crate) fn push(
        &mut self,
        mut bytes: &[u8],
        each: &mut impl FnMut(Tag<'_>) -> Result<(), ReadErrorKind>,
    ) -> Result<(), ReadErrorKind> {
        while !bytes.is_empty() {
            let mark = if self.is_inside { b'>' } else { b'<' };
            let end = bytes.iter().position(|byte| *byte == mark);
            let (piece, rest) = bytes.split_at_checked(end.unwrap_or(bytes.len())).unwrap_or((bytes, &[]));
            self.take(piece)?;
            if end.is_some() {
                self.turn(each)?;
            }
            bytes = rest.get(1..).unwrap_or_default();
        }
        Ok(())
    }

    fn take(&mut self, piece: &[u8]) -> Result<(), ReadErrorKind> {
        self.run += piece.len() as u64;
        if self.is_inside {
            let free = KEPT_BYTES.saturating_sub(self.tag.len());
            self.tag.extend(piece.iter().take(free));
        }
        check(self.run, TEXT_BYTES, Unit::Bytes)
    }

    fn turn(&mut self, each: &mut impl FnMut(Tag<'_>) -> Result<(), ReadErrorKind>) -> Result<(), ReadErrorKind> {
        if self.is_inside {
            if let Ok(text) = std::str::from_utf8(&self.tag)
                && text.starts_with(|letter: char| letter.is_ascii_alphabetic())
            {
                each(Tag { text })?;
            }
            self.tag.clear();
        }
        self.run = 0;
        self.is_inside = !self.is_inside;
        Ok(())
    }
}

/// One start tag.
#[derive(Clone, Copy)]
pub(crate) struct Tag<'a> {
    text: &'a str,
}

impl<'a> Tag<'a> {
    /// The name without its prefix.
    pub(crate) fn name(self) -> &'a str {
        let name = self.text.split([' ', '\t', '\r', '\n', '/']).next().unwrap_or_default();
        local(name)
    }

    /// An attribute's value as written.
    pub(crate) fn raw(self, attribute: &str) -> Option<&'a str> {
        let mut rest = self.text;
        while let Some((before, after)) = rest.split_once('=') {
            let key = before.trim_end().rsplit([' ', '\t', '\r', '\n']).next().unwrap_or_default();
            let after = after.trim_start();
            let quote = after.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
            let (value, next) = after.get(1..)?.split_once(quote)?;
            if local(key) == attribute {
                return Some(value);
            }
            rest = next;
        }
        None
    }

    /// An attribute's value with its entities resolved.
    pub(crate) fn text(self, attribute: &str) -> Option<String> {
        self.raw(attribute).map(resolved)
    }
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or_default()
}

fn resolved(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, after)) = rest.split_once('&') {
        text.push_str(before);
        let Some((letter, next)) = after.split_once(';').and_then(|(name, next)| Some((entity(name)?, next))) else {
            text.push('&');
            rest = after;
            continue;
        };
        text.push(letter);
        rest = next;
    }
    text.push_str(rest);
    text
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16).ok(),
                None => number.parse().ok(),
            };
            code.and_then(char::from_u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_however_the_bytes_are_cut() {
        let xml =
            "<?xml version='1.0'?><x:sheets a = \"1\"><sheet name=\"A &amp; B&#7879;\" r:id='r1'/>text</x:sheets>";
        for piece in 1..=xml.len() {
            let mut found = Vec::new();
            let mut tags = Tags::default();
            for bytes in xml.as_bytes().chunks(piece) {
                let mut each = |tag: Tag<'_>| {
                    found.push((tag.name().to_owned(), tag.text("name"), tag.text("id"), tag.text("a")));
                    Ok(())
                };
                tags.push(bytes, &mut each).unwrap();
            }
            let text = |text: &str| Some(text.to_owned());
            let expected =
                [("sheets".to_owned(), None, None, text("1")), ("sheet".to_owned(), text("A & Bệ"), text("r1"), None)];
            assert_eq!(found, expected, "pieces of {piece}");
        }
    }

    #[test]
    fn an_endless_text_is_refused() {
        let mut tags = Tags::default();
        let block = vec![b'a'; 1 << 20];
        let results: Vec<_> = (0..3).map(|_| tags.push(&block, &mut |_| Ok(()))).collect();
        assert!(matches!(results.last(), Some(Err(ReadErrorKind::TooLarge { .. }))));
    }
}
