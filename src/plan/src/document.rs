//! The TOML tree with the place of every value, so that anything found wrong later can point at its line.

use crate::fault::Fault;
use crate::problem::{Problem, Source};
use crate::suggest::did_you_mean;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// So many syntax errors are told: a file that is no rule file at all may have one a byte.
const MOST: usize = 20;

/// A value that knows its place.
pub(crate) type Node<'t> = Spanned<DeValue<'t>>;

/// A rule file as a tree. After patching, a patched value keeps the place of the patch it came from.
#[derive(Clone, Debug)]
pub(crate) struct Document<'t> {
    pub(crate) source: Source<'t>,
    pub(crate) root: DeTable<'t>,
}

impl<'t> Document<'t> {
    /// Reads TOML; every syntax error is a problem.
    pub(crate) fn parse(file: &'t str, text: &'t str) -> Result<Self, Vec<Problem>> {
        let source = Source { file, text };
        let (root, errors) = DeTable::parse_recoverable(text);
        match errors.is_empty() {
            true => Ok(Self { source, root: root.into_inner() }),
            false => Err(errors.iter().take(MOST).map(|error| toml_problem(source, error)).collect()),
        }
    }

    /// The value of a top-level key.
    pub(crate) fn section(&self, name: &str) -> Option<&Node<'t>> {
        self.root.get(name)
    }

    /// Reads a value as `T`.
    pub(crate) fn read<T: DeserializeOwned>(&self, node: &Node<'t>) -> Result<T, Problem> {
        let mut found = T::deserialize(ValueDeserializer::from(node.clone()));
        if let Err(error) = &mut found
            && error.span().is_none()
        {
            return Err(serde_problem(self.source, node.span(), error.message()));
        }
        found.map_err(|error| toml_problem(self.source, &error))
    }

    /// Gives a fault its line.
    pub(crate) fn problem(&self, fault: Fault) -> Problem {
        let steps: Vec<&str> = fault.path.iter().map(String::as_str).collect();
        let problem = self.source.problem(self.span(&steps), fault.message, fault.help);
        Problem { severity: fault.severity, ..problem }
    }

    /// The value at a path.
    pub(crate) fn find(&self, path: &[&str]) -> Option<&Node<'t>> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.section(first)?, |node, step| child(node, step))
    }

    /// The place of the deepest value on the path; the file's beginning if not even the first step exists.
    fn span(&self, path: &[&str]) -> Range<usize> {
        let depths = (1..=path.len()).rev();
        let found = depths.filter_map(|depth| path.get(..depth)).find_map(|part| self.find(part));
        found.map_or(0..0, Spanned::span)
    }
}

/// Reads all of a text as `T`.
pub(crate) fn whole<T: DeserializeOwned>(source: Source<'_>) -> Result<T, Vec<Problem>> {
    toml::from_str(source.text).map_err(|error| vec![toml_problem(source, &error)])
}

/// One step down: a key of a table; of an array the element with that `id`, that text, or that `#number`.
fn child<'n, 't>(node: &'n Node<'t>, step: &str) -> Option<&'n Node<'t>> {
    match node.get_ref() {
        DeValue::Table(table) => table.get(step),
        DeValue::Array(array) => match step.strip_prefix('#').and_then(|number| number.parse::<usize>().ok()) {
            Some(number) => array.get(number),
            None => array.iter().find(|element| is_named(element, step)),
        },
        _ => None,
    }
}

/// Is it the element called `name`: a table with that id, or that very text?
pub(crate) fn is_named(element: &Node<'_>, name: &str) -> bool {
    match element.get_ref() {
        DeValue::Table(table) => table.get("id").and_then(|id| id.get_ref().as_str()) == Some(name),
        DeValue::String(text) => text == name,
        _ => false,
    }
}

fn toml_problem(source: Source<'_>, error: &toml::de::Error) -> Problem {
    serde_problem(source, error.span().unwrap_or_default(), error.message())
}

/// Rewords serde's "unknown … `x`, expected one of …" into a message and a help.
fn serde_problem(source: Source<'_>, span: Range<usize>, message: &str) -> Problem {
    let message = message.trim_end_matches('.');
    let (head, expected) = message.split_once(", expected ").unwrap_or((message, ""));
    let help = match head.strip_prefix("unknown field ").or_else(|| head.strip_prefix("unknown variant ")) {
        Some(quoted) => did_you_mean(quoted.trim_matches('`'), backticked(expected)),
        None if expected.is_empty() => None,
        None => Some(format!("expected {expected}")),
    };
    source.problem(span, lower_first(&head.replace("unknown variant", "unknown name")), help)
}

/// The words between backticks.
fn backticked(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
