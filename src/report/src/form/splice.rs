//! Changes of a text of XML, byte by byte: what is not changed stays as it is.

use super::NotWritten;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::ops::Range;

/// Pieces of a text to be replaced. INVARIANT: in the order of the text, none over another.
#[derive(Default)]
pub(super) struct Splices(Vec<(Range<usize>, Vec<u8>)>);

impl Splices {
    /// Puts `bytes` in the place of a range; an empty range takes them in.
    pub(super) fn put(&mut self, range: Range<usize>, bytes: Vec<u8>) {
        self.0.push((range, bytes));
    }

    /// The text with everything put in.
    pub(super) fn made(self, text: &[u8]) -> Result<Vec<u8>, NotWritten> {
        let mut made = Vec::with_capacity(text.len() + self.0.iter().map(|(_, bytes)| bytes.len()).sum::<usize>());
        let mut done = 0;
        for (range, bytes) in self.0 {
            let kept = text.get(done..range.start).ok_or_else(|| NotWritten::because("changes out of order"))?;
            made.extend_from_slice(kept);
            made.extend_from_slice(&bytes);
            done = range.end;
        }
        made.extend_from_slice(text.get(done..).unwrap_or_default());
        Ok(made)
    }
}

/// A text of XML, event by event, each with its place.
pub(super) struct Walk<'t> {
    reader: Reader<&'t [u8]>,
    /// Bytes before what the reader sees.
    skipped: usize,
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

impl<'t> Walk<'t> {
    /// Fails on a text in another encoding than UTF-8.
    pub(super) fn new(text: &'t [u8]) -> Result<Self, NotWritten> {
        let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
        if !body.starts_with(b"<") || body.get(1) == Some(&0) {
            return Err(NotWritten::because("a part that is not XML in UTF-8"));
        }
        Ok(Self { reader: Reader::from_reader(body), skipped: text.len() - body.len() })
    }

    /// The next event and its bytes' place. A part with a document type is refused: no workbook has one, and it could name
    /// texts of its own.
    pub(super) fn next(&mut self) -> Result<(Event<'t>, Range<usize>), NotWritten> {
        let start = self.place();
        let event = self.reader.read_event().map_err(NotWritten::because)?;
        match event {
            Event::DocType(_) => Err(NotWritten::because("a part with a document type (DTD)")),
            event => Ok((event, start..self.place())),
        }
    }

    fn place(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX).saturating_add(self.skipped)
    }
}
