//! Words that lead to the guides. The guides themselves are pages of their own, in `www/guide/`.

use crate::{Say, Text, both};
use domain::Language;

/// Leads to the guides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guide;

impl Say for Guide {
    fn say(&self, language: Language) -> Text {
        both(language, "Hướng dẫn", "Guide")
    }
}
