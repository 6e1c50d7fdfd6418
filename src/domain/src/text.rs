//! Texts that many facts share: a channel that stands in a million rows is kept once.
//!
//! It decides how texts are shared, and nothing about what they say.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text that costs nothing to clone. It is shared by a counter that may be read from several threads: in wasm
/// without threads that costs no more than one that may not.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
// INVARIANT: the empty text is `None`, so that it takes no memory of its own.
pub struct Text(Option<Arc<str>>);

impl Text {
    /// The letters.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }
}

impl Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self((!text.is_empty()).then(|| text.into()))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<&Self> for Text {
    fn from(text: &Self) -> Self {
        text.clone()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl<'a> FromIterator<&'a str> for Text {
    fn from_iter<I: IntoIterator<Item = &'a str>>(parts: I) -> Self {
        parts.into_iter().collect::<String>().into()
    }
}

impl PartialEq<str> for Text {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Text {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<String> for Text {
    fn eq(&self, other: &String) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<Text> for String {
    fn eq(&self, other: &Text) -> bool {
        self == other.as_str()
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.as_str(), f)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}

/// The marks of an activity, shared by all rows that carry the same.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
// INVARIANT: no marks are `None`.
pub struct Tags(Option<Arc<[Text]>>);

impl Tags {
    /// Is this one of them?
    pub fn has(&self, tag: &str) -> bool {
        self.iter().any(|own| own == tag)
    }
}

impl Deref for Tags {
    type Target = [Text];

    fn deref(&self) -> &[Text] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl<T: Into<Text>> FromIterator<T> for Tags {
    fn from_iter<I: IntoIterator<Item = T>>(tags: I) -> Self {
        let tags: Vec<Text> = tags.into_iter().map(Into::into).collect();
        Self((!tags.is_empty()).then(|| tags.into()))
    }
}

impl<T: Into<Text>> From<Vec<T>> for Tags {
    fn from(tags: Vec<T>) -> Self {
        tags.into_iter().collect()
    }
}

impl fmt::Debug for Tags {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl Serialize for Tags {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Tags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::<Text>::deserialize(deserializer).map(Self::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_takes_no_memory_of_its_own() {
        assert_eq!(Text::from(""), Text::default());
        assert_eq!(Tags::from(Vec::<Text>::new()), Tags::default());
        assert_eq!((Text::default().as_str(), Tags::default().len()), ("", 0));
    }

    #[test]
    fn texts_are_ordered_as_letters_are() {
        let mut texts = ["b", "", "a", "ab"].map(Text::from);
        texts.sort();
        assert_eq!(texts, ["", "a", "ab", "b"]);
    }

    /// A province's log of five years has millions of rows.
    #[test]
    fn an_activity_stays_small() {
        let most = if cfg!(target_pointer_width = "32") { 112 } else { 184 };
        assert!(size_of::<crate::Activity>() <= most, "{}", size_of::<crate::Activity>());
    }
}
