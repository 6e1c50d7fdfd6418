//! Fonts of old encodings: `.VnTime` shows the letters of TCVN3, `VNI-Times` those of VNI.
//!
//! In a workbook the font of a cell tells its encoding exactly: the text itself is kept as letters of windows-1252.

use super::encoding::decoded;
use crate::grid::Value;
use crate::sheet::text_value;
use domain::{FindingKind, TextEncoding};
use encoding_rs::WINDOWS_1252;
use std::collections::BTreeMap;

/// A font that shows other letters than its text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LegacyFont {
    pub(crate) encoding: TextEncoding,
    /// It shows small letters as capitals (`.VnTimeH`).
    pub(crate) shows_capitals: bool,
}

/// What the name of a font says.
pub(crate) fn legacy_font(name: &str) -> Option<LegacyFont> {
    let lower = name.trim().to_ascii_lowercase();
    let of = |encoding, shows_capitals| Some(LegacyFont { encoding, shows_capitals });
    match () {
        () if lower.starts_with(".vn") => of(TextEncoding::Tcvn3, lower.ends_with('h')),
        () if lower.starts_with("vni-") || lower.starts_with("vni ") => of(TextEncoding::Vni, false),
        () => None,
    }
}

impl LegacyFont {
    /// The text as the font shows it; `None` = it is Unicode already, or plain.
    pub(crate) fn shown(self, text: &str) -> Option<String> {
        let plain = text.is_ascii();
        if plain && !self.shows_capitals {
            return None;
        }
        let bytes = typed(text)?;
        let shown = decoded(self.encoding, &bytes);
        let shown = if self.shows_capitals { shown.to_uppercase() } else { shown };
        (shown != text).then_some(shown)
    }
}

/// Cells whose font said that their letters are others, counted by encoding.
#[derive(Default)]
pub(crate) struct Converted(BTreeMap<TextEncoding, u32>);

impl Converted {
    /// The value as the font of its cell shows it.
    pub(crate) fn shown(&mut self, value: Value, font: Option<LegacyFont>) -> Value {
        match (&value, font) {
            (Value::Text(text), Some(font)) => match font.shown(text) {
                Some(shown) => {
                    *self.0.entry(font.encoding).or_default() += 1;
                    text_value(&shown)
                }
                None => value,
            },
            _ => value,
        }
    }

    pub(crate) fn findings(self) -> Vec<FindingKind> {
        self.0.into_iter().map(|(encoding, cells)| FindingKind::FontEncoding { encoding, cells }).collect()
    }
}

/// The bytes that a text was typed with; `None` = some letter belongs to no page of western letters.
pub(super) fn typed(text: &str) -> Option<Vec<u8>> {
    text.chars().map(byte).collect()
}

/// Some readers keep control letters as they are. The letters that Latin-1 does not have are asked from the decoder: an
/// encoder would bring those of all pages into the program.
fn byte(letter: char) -> Option<u8> {
    let beyond = || {
        let bytes: [u8; 32] = std::array::from_fn(|place| 0x80 | u8::try_from(place).unwrap_or_default());
        let (letters, _) = WINDOWS_1252.decode_without_bom_handling(&bytes);
        let place = letters.chars().position(|known| known == letter)?;
        bytes.get(place).copied()
    };
    u8::try_from(letter).ok().or_else(beyond)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_tells_the_letters() {
        let cases = [
            (".VnTime", "§¬n vÞ", Some("Đơn vị")),
            (".VnTimeH", "§¬n vÞ", Some("ĐƠN VỊ")),
            (".VnArialH", "ubnd", Some("UBND")),
            ("VNI-Times", "Ñôn vò", Some("Đơn vị")),
            (".VnTime", "STT", None),
            (".VnTime", "Đơn vị", None),
        ];
        for (font, text, shown) in cases {
            assert_eq!(legacy_font(font).unwrap().shown(text).as_deref(), shown, "{font} {text}");
        }
        assert_eq!(legacy_font("Times New Roman"), None);
    }
}
