//! A problem that does not yet know its line: it names its place by path.

use crate::problem::Severity;
use crate::suggest::did_you_mean;

/// Something wrong at a path of the document. Steps are keys; inside arrays an element's `id`, the element itself
/// if it is a text, or `#` and its 0-based number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) path: Vec<String>,
    pub(crate) message: String,
    pub(crate) help: Option<String>,
    pub(crate) severity: Severity,
}

impl Fault {
    /// Something wrong at `path`.
    pub(crate) fn new(path: &[&str], message: impl Into<String>) -> Self {
        let path = path.iter().map(|step| (*step).to_owned()).collect();
        Self { path, message: message.into(), help: None, severity: Severity::Error }
    }

    /// Something worth knowing about `path`.
    pub(crate) fn note(path: &[&str], message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::new(path, message) }
    }

    /// `name` at `path` is not among the `known` things called `what`.
    pub(crate) fn unknown<'n>(path: &[&str], what: &str, name: &str, known: impl IntoIterator<Item = &'n str>) -> Self {
        Self { help: did_you_mean(name, known), ..Self::new(path, format!("unknown {what} `{name}`")) }
    }

    /// With a hint.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// The same, seen from `outer`.
    pub(crate) fn under(self, outer: &[&str]) -> Self {
        let path = outer.iter().map(|step| (*step).to_owned()).chain(self.path).collect();
        Self { path, ..self }
    }
}
