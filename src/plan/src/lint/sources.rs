//! The texts of the law, as they were handed in. Where they come from is for those who call.

use std::collections::BTreeMap;

/// Texts by the path that a rule file names in `[source]` and `[document.…]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources(BTreeMap<String, String>);

impl Sources {
    /// No text at hand.
    pub fn new() -> Self {
        Self::default()
    }

    /// With the text that stands at `path`.
    #[must_use]
    pub fn with(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), text.to_owned());
        self
    }

    /// The text that stands at `path`.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}
