//! The dialect of a text file: what separates fields, what quotes them, and how a quote is written inside of quotes.
//!
//! Every dialect that the text could be in splits a sample; the one whose records are the steadiest and whose cells are
//! the cleanest wins. Title lines above the table do not count against it. It sees the sample only.

mod score;

use super::plain::Plain;
use super::records::Records;
use score::Tally;

/// How fields are separated and quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub(crate) delimiter: Delimiter,
    /// `None`: quotes are letters like any other.
    pub(crate) quote: Option<u8>,
    pub(crate) escape: Escape,
}

/// What separates fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// Nothing: a record is one field.
    None,
    /// This text, which is not empty.
    Text(&'static str),
    /// Spaces, at least so many: columns filled up with spaces.
    Gap(usize),
}

impl Delimiter {
    /// The byte it begins with.
    pub(crate) fn first(self) -> Option<u8> {
        match self {
            Self::None => None,
            Self::Text(text) => text.bytes().next(),
            Self::Gap(_) => Some(b' '),
        }
    }
}

impl Dialect {
    /// The dialect as it is told to others.
    pub(crate) fn told(self) -> Plain {
        let delimiter = match self.delimiter {
            Delimiter::None => String::new(),
            Delimiter::Text(text) => text.to_owned(),
            Delimiter::Gap(_) => "  ".to_owned(),
        };
        let escapes_with_backslash = self.escape == Escape::Backslash;
        Plain { delimiter, quote: self.quote.map(char::from), escapes_with_backslash, ..Plain::default() }
    }
}

/// How a quote is written inside of quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escape {
    /// `""`
    Doubled,
    /// `\"`
    Backslash,
}

/// Ties go to the first: a comma stands in ordinary text more often than the others, a space most often.
const DELIMITERS: [Delimiter; 12] = [
    Delimiter::Text("\t"),
    Delimiter::Text(";"),
    Delimiter::Text("|"),
    Delimiter::Text(", "),
    Delimiter::Text(","),
    Delimiter::Text("||"),
    Delimiter::Text(";;"),
    Delimiter::Text("^"),
    Delimiter::Text("~"),
    Delimiter::Gap(2),
    Delimiter::Gap(1),
    Delimiter::Text(" "),
];

const PLAIN: Dialect = Dialect { delimiter: Delimiter::Text(","), quote: Some(b'"'), escape: Escape::Doubled };

/// What the start of the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sniffed {
    pub(crate) dialect: Dialect,
    /// Bytes of a `sep=;` line, which spreadsheet programs write and do not show.
    pub(crate) skip: usize,
}

/// Is a sample the whole text?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    Whole,
    /// Its last line may be cut.
    Start,
}

/// Looks at the start of the text.
pub(crate) fn sniff(sample: &str, extent: Extent) -> Sniffed {
    if let Some(told) = told(sample) {
        return told;
    }
    let sample = if extent == Extent::Whole { sample } else { whole_lines(sample) };
    let scored = candidates(sample).into_iter().map(|dialect| (score(sample, dialect), dialect));
    let best = scored.rev().max_by(|(one, _), (other, _)| one.total_cmp(other));
    let dialect = match best {
        Some((score, dialect)) if score > 0.0 => dialect,
        _ => Dialect { delimiter: Delimiter::None, ..PLAIN },
    };
    Sniffed { dialect, skip: 0 }
}

/// A first line `sep=;`, with or without quotes around it.
fn told(sample: &str) -> Option<Sniffed> {
    let line = sample.lines().next()?;
    let named = line.trim_matches('"');
    let (key, named) = named.split_at_checked(4)?;
    let is_it = |known: &Delimiter| matches!(known, Delimiter::Text(text) if *text == named);
    let delimiter = DELIMITERS.into_iter().find(is_it).filter(|_| key.eq_ignore_ascii_case("sep="))?;
    let line_end = match sample.get(line.len()..)? {
        rest if rest.starts_with("\r\n") => 2,
        rest => rest.len().min(1),
    };
    Some(Sniffed { dialect: Dialect { delimiter, ..PLAIN }, skip: line.len() + line_end })
}

/// Without a last line that may be cut.
fn whole_lines(sample: &str) -> &str {
    match sample.rfind(['\n', '\r']) {
        Some(end) if sample.get(..end).is_some_and(|whole| whole.contains(['\n', '\r'])) => {
            sample.get(..=end).unwrap_or(sample)
        }
        _ => sample,
    }
}

fn candidates(sample: &str) -> Vec<Dialect> {
    let occurs = |delimiter: &Delimiter| match delimiter {
        Delimiter::None => false,
        // `||` that is never `|` by itself.
        Delimiter::Text(text) => {
            sample.contains(text) && sample.matches(text).count() != 2 * sample.matches(&text.repeat(2)).count()
        }
        Delimiter::Gap(least) => sample.contains(" ".repeat(*least).as_str()),
    };
    let escapes = if sample.contains("\\\"") { &[Escape::Backslash, Escape::Doubled][..] } else { &[Escape::Doubled] };
    let mut found = Vec::new();
    for delimiter in DELIMITERS.into_iter().filter(occurs) {
        for escape in escapes {
            found.push(Dialect { delimiter, quote: Some(b'"'), escape: *escape });
        }
        if quotes_with_apostrophes(sample, delimiter) {
            found.push(Dialect { delimiter, quote: Some(b'\''), escape: Escape::Doubled });
        }
    }
    found
}

/// Is there an apostrophe at the start of a field, and one at the end of a field?
fn quotes_with_apostrophes(sample: &str, delimiter: Delimiter) -> bool {
    let Delimiter::Text(delimiter) = delimiter else { return false };
    let (opening, closing) = (format!("{delimiter}'"), format!("'{delimiter}"));
    let lines = || sample.lines();
    let opens = sample.contains(&opening) || lines().any(|line| line.starts_with('\''));
    opens && (sample.contains(&closing) || lines().any(|line| line.ends_with('\'')))
}

fn score(sample: &str, dialect: Dialect) -> f64 {
    let mut tally = Tally::new(dialect);
    let mut records = Records::new(dialect);
    let pushed = records.push(sample, &mut |_, fields| tally.take(fields));
    // A record without end says nothing.
    let _ = pushed.and_then(|()| records.finish(&mut |_, fields| tally.take(fields)));
    tally.score()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_found_below_title_lines() {
        let cases = [
            (",", "CỘNG HÒA, XÃ HỘI\nBáo cáo\n\nSTT,Đơn vị,Ngày\n1,Xã A,8/3/2024\n2,Xã B,9/3/2024\n"),
            (";", "STT;Đơn vị;Nội dung\n1;Xã A;Hội nghị, tập huấn, tọa đàm\n2;Xã B;Phát thanh, tờ rơi\n"),
            (";", "a;b;c\n0,5;1,2;3,4\n1,5;2,5;3,5\n"),
            ("\t", "STT\tĐơn vị\tNội dung\n1\tXã A, huyện B\tTruyền thông; tờ rơi\n"),
            ("|", "STT|Đơn vị|Nội dung\n1|Xã A, huyện B|Truyền thông; tờ rơi\n"),
            (",", "date,unit_id,kind,tags\n2024-03-05,1,event,a;b;c\n2024-03-06,2,event,a;b;c\n"),
            (",", "\"a;b\",\"c;d\"\n\"e;f\",\"g;h\"\n"),
        ];
        for (delimiter, text) in cases {
            assert_eq!(sniff(text, Extent::Whole).dialect.delimiter, Delimiter::Text(delimiter), "{text}");
        }
    }

    #[test]
    fn a_line_that_names_the_delimiter_is_obeyed_and_skipped() {
        for (text, skip) in [("sep=;\r\na,b;c\r\n", 7), ("sep=;\na,b;c\n", 6), ("sep=;", 5)] {
            let sniffed = sniff(text, Extent::Whole);
            assert_eq!((sniffed.dialect.delimiter, sniffed.skip), (Delimiter::Text(";"), skip), "{text:?}");
        }
    }

    #[test]
    fn a_text_that_nothing_divides_is_one_column() {
        for text in
            ["x\n", "Xã A\nXã B\n", "Đơn vị\nXã Ngọc Chúc\nXã Tân Thành\nXã Thạnh Lộc\n", "8/3/2024\n9/3/2024\n"]
        {
            assert_eq!(sniff(text, Extent::Whole).dialect.delimiter, Delimiter::None, "{text}");
        }
    }
}
