//! What is known of the bytes that results rest on.

/// A file, or what was given instead of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub seal: Seal,
}

/// How the bytes of an input can be known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seal {
    /// By their SHA-256, in hexadecimal.
    Sha256(String),
    /// Not any more: the file was changed, moved or deleted since it was read.
    Changed,
    /// It is no file: a text that was pasted into the page.
    Pasted,
    /// It is no file: rows that were typed into the page.
    Typed,
}
