//! Text as XML: what the user's cells hold comes out as text, whatever it looks like.

use std::fmt::Write;

/// A growing piece of XML. Names of elements are this program's own; texts and values are escaped.
#[derive(Default)]
pub(super) struct Xml(String);

impl Xml {
    /// Markup as it is.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// An element without content: `<w:jc w:val="center"/>`.
    pub(super) fn value(&mut self, element: &str, value: &str) -> &mut Self {
        self.raw("<").raw(element).raw(" w:val=\"").text(value).raw("\"/>")
    }

    /// Text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                _ => self.0.push(shown(letter)),
            }
        }
        self
    }

    /// A number as an attribute's value.
    pub(super) fn number(&mut self, number: u32) -> &mut Self {
        // Writing to a string does not fail.
        let _ = write!(self.0, "{number}");
        self
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// What XML cannot hold, and marks that turn the direction of the text after them, are shown as a replacement character:
/// they would hide or reorder what stands beside them. A line break or tab in a cell is a blank.
fn shown(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            char::REPLACEMENT_CHARACTER
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_cell_holds_is_text() {
        for (text, written) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a & \"b\"", "a &amp; &quot;b&quot;"),
            ("một\u{0}hai\u{202e}ba", "một\u{fffd}hai\u{fffd}ba"),
            ("dòng\r\nmới\tcột", "dòng  mới cột"),
            ("]]> <!-- &#x41;", "]]&gt; &lt;!-- &amp;#x41;"),
        ] {
            let mut xml = Xml::default();
            xml.text(text);
            assert_eq!(xml.finish(), written);
        }
    }
}
