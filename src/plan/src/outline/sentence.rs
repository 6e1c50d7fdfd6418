//! A sentence: words, `{fields}`, and `[places to fill in]`.

use crate::problem::{Problem, Source};
use crate::suggest::did_you_mean;
use domain::{Piece, ReportField, ReportRows, Sentence};
use toml::Spanned;

/// Reads sentences and keeps what is wrong with them.
pub(crate) struct Reader<'t> {
    source: Source<'t>,
    pub(crate) problems: Vec<Problem>,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(source: Source<'t>) -> Self {
        Self { source, problems: Vec::new() }
    }

    /// Says what is wrong with a value.
    pub(crate) fn complain<T>(&mut self, at: &Spanned<T>, message: String, help: Option<String>) {
        self.problems.push(self.source.problem(at.span(), message, help));
    }

    /// A word of a closed list.
    pub(crate) fn word<T: Copy>(
        &mut self,
        what: &str,
        word: &Spanned<String>,
        known: impl Iterator<Item = (&'static str, T)>,
    ) -> Option<T> {
        let known: Vec<(&str, T)> = known.collect();
        let found = known.iter().find(|(code, _)| code == word.get_ref()).map(|(_, value)| *value);
        if found.is_none() {
            let help = did_you_mean(word.get_ref(), known.iter().map(|(code, _)| *code));
            self.complain(word, format!("unknown {what} `{}`", word.get_ref()), help);
        }
        found
    }

    /// A sentence; fields of rows only inside of these rows.
    pub(crate) fn sentence(&mut self, text: &Spanned<String>, rows: Option<ReportRows>) -> Sentence {
        let mut pieces = Sentence::new();
        let mut rest = text.get_ref().as_str();
        if rest.trim().is_empty() {
            self.complain(text, "a blank sentence says nothing".to_owned(), None);
        }
        while let Some(at) = rest.find(['{', '[', '}', ']']) {
            let (words, marked) = rest.split_at(at);
            push_words(&mut pieces, words);
            let closing = if marked.starts_with('{') { '}' } else { ']' };
            let inside = marked.get(1..).and_then(|inside| inside.split_once(closing));
            let Some((inside, after)) = inside.filter(|_| marked.starts_with(['{', '['])) else {
                let mark = marked.chars().next().unwrap_or_default();
                let help = "a field is `{name}`, a place to fill in is `[what belongs there]`".to_owned();
                self.complain(text, format!("`{mark}` has no counterpart"), Some(help));
                return pieces;
            };
            match closing {
                '}' => pieces.extend(self.field(text, inside, rows).map(Piece::Field)),
                _ => pieces.push(Piece::Blank(inside.trim().to_owned())),
            }
            rest = after;
        }
        push_words(&mut pieces, rest);
        pieces
    }

    fn field(&mut self, text: &Spanned<String>, name: &str, rows: Option<ReportRows>) -> Option<ReportField> {
        let allowed = |field: &ReportField| match rows {
            _ if !field.is_of_row() => true,
            Some(rows) => *field == ReportField::Number || rows.fields().contains(field),
            None => false,
        };
        let found = ReportField::ALL.iter().copied().find(|field| field.code() == name);
        match found {
            Some(field) if allowed(&field) => return Some(field),
            Some(_) => {
                let place = rows.map_or("outside of rows".to_owned(), |rows| format!("in rows of `{}`", rows.code()));
                self.at_word(text, name, format!("the field `{name}` has no value {place}"), None);
            }
            None => {
                let known = ReportField::ALL.iter().filter(|field| allowed(field)).map(|field| field.code());
                self.at_word(text, name, format!("unknown field `{name}`"), did_you_mean(name, known));
            }
        }
        None
    }

    /// Points at a word inside of a text: exact where the text stands in the file as it is.
    fn at_word(&mut self, text: &Spanned<String>, word: &str, message: String, help: Option<String>) {
        let span = text.span();
        let raw = self.source.text.get(span.clone()).unwrap_or_default();
        let marked = format!("{{{word}}}");
        let place = raw.find(&marked).map_or(span.clone(), |at| {
            let start = span.start + at + 1;
            start..start + word.len()
        });
        self.problems.push(self.source.problem(place, message, help));
    }
}

fn push_words(pieces: &mut Sentence, words: &str) {
    if !words.is_empty() {
        pieces.push(Piece::Text(words.to_owned()));
    }
}
