//! Records of a BIFF stream: type, and body with its continuations.

// SOURCE: MS-XLS §2.3, record types.
pub(super) const BOF: u16 = 0x0809;
pub(super) const EOF: u16 = 0x000a;
pub(super) const CONTINUE: u16 = 0x003c;

/// One record.
#[derive(Clone, Debug)]
pub(super) struct Record<'s> {
    pub(super) kind: u16,
    pub(super) body: &'s [u8],
    /// What did not fit into the body.
    pub(super) more: Vec<&'s [u8]>,
}

impl<'s> Record<'s> {
    pub(super) fn word(&self, at: usize) -> Option<u16> {
        word(self.body, at)
    }

    pub(super) fn long(&self, at: usize) -> Option<u32> {
        self.body.get(at..)?.first_chunk().map(|bytes| u32::from_le_bytes(*bytes))
    }

    pub(super) fn byte(&self, at: usize) -> Option<u8> {
        self.body.get(at).copied()
    }

    pub(super) fn real(&self, at: usize) -> Option<f64> {
        self.body.get(at..)?.first_chunk().map(|bytes| f64::from_le_bytes(*bytes))
    }

    /// The body from this place, and its continuations.
    pub(super) fn pieces(&self, at: usize) -> Vec<&'s [u8]> {
        std::iter::once(self.body.get(at..).unwrap_or_default()).chain(self.more.iter().copied()).collect()
    }
}

pub(super) fn word(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|bytes| u16::from_le_bytes(*bytes))
}

/// The records of one substream, without those of the substreams inside it (charts have cells of their own). It ends
/// where a record is cut.
pub(super) fn substream(bytes: &[u8]) -> impl Iterator<Item = Record<'_>> {
    let mut rest = bytes;
    let mut depth = 0_u32;
    std::iter::from_fn(move || {
        loop {
            let (kind, body) = next(&mut rest)?;
            let mut record = Record { kind, body, more: Vec::new() };
            while let Some((CONTINUE, _)) = next(&mut { rest }) {
                record.more.extend(next(&mut rest).map(|(_, body)| body));
            }
            match kind {
                BOF => depth += 1,
                EOF => depth = depth.checked_sub(1).filter(|depth| *depth > 0)?,
                _ => {}
            }
            if depth <= 1 && kind != EOF {
                return Some(record);
            }
        }
    })
}

fn next<'s>(rest: &mut &'s [u8]) -> Option<(u16, &'s [u8])> {
    let ([kind_low, kind_high, low, high], after) = rest.split_first_chunk::<4>()?;
    let (body, next) = after.split_at_checked(usize::from(u16::from_le_bytes([*low, *high])))?;
    *rest = next;
    Some((u16::from_le_bytes([*kind_low, *kind_high]), body))
}
