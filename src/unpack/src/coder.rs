//! LZMA, as its specification has it: a range coder whose every bit has a probability of its own, literals, and matches
//! with four remembered distances. `pb` is 0: only literals depend on the position, and only where `lp` is not 0.

/// Where the probabilities of each kind of bit begin, all in one list.
mod at {
    pub(super) const IS_MATCH: usize = 0;
    pub(super) const IS_REP: usize = IS_MATCH + 12;
    pub(super) const IS_REP_1: usize = IS_REP + 12;
    pub(super) const IS_REP_2: usize = IS_REP_1 + 12;
    pub(super) const IS_REP_3: usize = IS_REP_2 + 12;
    pub(super) const IS_LONG: usize = IS_REP_3 + 12;
    pub(super) const SLOT: usize = IS_LONG + 12;
    pub(super) const SPECIAL: usize = SLOT + 4 * 64;
    pub(super) const ALIGN: usize = SPECIAL + 128;
    pub(super) const LENGTH: usize = ALIGN + 16;
    pub(super) const REP_LENGTH: usize = LENGTH + 2 + 8 + 8 + 256;
    pub(super) const LITERAL: usize = REP_LENGTH + 2 + 8 + 8 + 256;
    pub(super) const END: usize = LITERAL + (0x300 << super::MOST_CONTEXT);
}

/// `lc` and `lp` together are at most so many bits.
const MOST_CONTEXT: u8 = 3;
/// The probability of a bit that was never seen, of 2,048.
const EVEN: u16 = 1024;
/// The shortest match.
const SHORTEST: usize = 2;

/// What the odds of a literal depend on.
#[derive(Clone, Copy)]
pub(crate) struct Context {
    /// `lc`: bits of the byte before it.
    before: u8,
    /// `lp`: bits of its position.
    position: u8,
}

impl Context {
    /// From one byte: `lc` in the lower half, `lp` in the upper. `None` if they are too many.
    pub(crate) fn of(byte: u8) -> Option<Self> {
        let (before, position) = (byte & 0xf, byte >> 4);
        (before + position <= MOST_CONTEXT).then_some(Self { before, position })
    }

    fn number(self, position: usize, before: u8) -> usize {
        let of_position = position & ((1 << self.position) - 1);
        of_position << self.before | usize::from(before) >> (8 - self.before)
    }
}

/// Reads a stream.
pub(crate) struct Coder<'s> {
    context: Context,
    stream: std::slice::Iter<'s, u8>,
    /// Bytes that were asked for after the end.
    missing: usize,
    range: u32,
    code: u32,
    odds: Vec<u16>,
}

/// What came last, as far as it tells what comes next.
#[derive(Default)]
struct Past {
    state: usize,
    distances: [usize; 4],
}

impl<'s> Coder<'s> {
    /// At the start of a stream; `None` if none begins so.
    pub(crate) fn new(stream: &'s [u8], context: Context) -> Option<Self> {
        let (head, rest) = stream.split_first_chunk::<5>()?;
        let [0, code @ ..] = *head else { return None };
        let (range, code) = (u32::MAX, u32::from_be_bytes(code));
        Some(Self { context, stream: rest.iter(), missing: 0, range, code, odds: vec![EVEN; at::END] })
    }

    /// Writes the `size` bytes of the stream after those that `plain` holds: what stands there may come again.
    pub(crate) fn go_on(mut self, plain: &mut Vec<u8>, size: usize) -> Option<()> {
        let end = plain.len().checked_add(size)?;
        let mut past = Past::default();
        while plain.len() < end {
            if !self.bit(at::IS_MATCH + past.state) {
                self.literal(plain, &mut past)?;
            } else {
                let length = self.matched(&mut past)?.min(end - plain.len());
                repeat(plain, past.distances[0], length)?;
            }
            if self.missing > 4 {
                return None;
            }
        }
        Some(())
    }

    fn next(&mut self) -> u32 {
        match self.stream.next() {
            Some(byte) => u32::from(*byte),
            None => {
                self.missing += 1;
                0
            }
        }
    }

    fn widen(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.next();
        }
    }

    /// The next bit, by the probability at `place`, which learns from it.
    fn bit(&mut self, place: usize) -> bool {
        let Some(odds) = self.odds.get_mut(place) else { return false };
        let bound = (self.range >> 11) * u32::from(*odds);
        let is_set = self.code >= bound;
        if is_set {
            *odds -= *odds >> 5;
            self.code -= bound;
            self.range -= bound;
        } else {
            *odds += (2048 - *odds) >> 5;
            self.range = bound;
        }
        self.widen();
        is_set
    }

    /// `bits` bits at even odds.
    fn direct(&mut self, bits: usize) -> usize {
        let mut value = 0;
        for _ in 0..bits {
            self.range >>= 1;
            let is_set = self.code >= self.range;
            if is_set {
                self.code -= self.range;
            }
            self.widen();
            value = value << 1 | usize::from(is_set);
        }
        value
    }

    /// `bits` bits, the highest first, each by the ones before it.
    fn tree(&mut self, start: usize, bits: usize) -> usize {
        let mut node = 1;
        for _ in 0..bits {
            node = node << 1 | usize::from(self.bit(start + node));
        }
        node - (1 << bits)
    }

    /// The same, the lowest first.
    fn reversed(&mut self, start: usize, bits: usize) -> usize {
        let (mut node, mut value) = (1, 0);
        for place in 0..bits {
            let bit = usize::from(self.bit(start + node));
            node = node << 1 | bit;
            value |= bit << place;
        }
        value
    }

    fn literal(&mut self, plain: &mut Vec<u8>, past: &mut Past) -> Option<()> {
        let context = self.context.number(plain.len(), plain.last().copied().unwrap_or_default());
        let start = at::LITERAL + 0x300 * context;
        let mut symbol = 1;
        if past.state >= 7 {
            // After a match the byte is most likely not the one that the match would have gone on with.
            let mut other = usize::from(byte_before(plain, past.distances[0])?);
            while symbol < 0x100 {
                let expected = other >> 7 & 1;
                other <<= 1;
                let bit = usize::from(self.bit(start + ((1 + expected) << 8) + symbol));
                symbol = symbol << 1 | bit;
                if bit != expected {
                    break;
                }
            }
        }
        while symbol < 0x100 {
            symbol = symbol << 1 | usize::from(self.bit(start + symbol));
        }
        plain.push(u8::try_from(symbol & 0xff).ok()?);
        past.state = match past.state {
            0..4 => 0,
            state @ 4..10 => state - 3,
            state => state - 6,
        };
        Some(())
    }

    /// The length of the next match; its distance is then the first of `past`.
    fn matched(&mut self, past: &mut Past) -> Option<usize> {
        let (state, after_literal) = (past.state, past.state < 7);
        let [first, second, third, fourth] = past.distances;
        if !self.bit(at::IS_REP + state) {
            let length = self.length(at::LENGTH);
            past.distances = [self.distance(length)?, first, second, third];
            past.state = if after_literal { 7 } else { 10 };
            return Some(length + SHORTEST);
        }
        if !self.bit(at::IS_REP_1 + state) {
            if !self.bit(at::IS_LONG + state) {
                past.state = if after_literal { 9 } else { 11 };
                return Some(1);
            }
        } else if !self.bit(at::IS_REP_2 + state) {
            past.distances = [second, first, third, fourth];
        } else if !self.bit(at::IS_REP_3 + state) {
            past.distances = [third, first, second, fourth];
        } else {
            past.distances = [fourth, first, second, third];
        }
        past.state = if after_literal { 8 } else { 11 };
        Some(self.length(at::REP_LENGTH) + SHORTEST)
    }

    fn length(&mut self, start: usize) -> usize {
        if !self.bit(start) {
            self.tree(start + 2, 3)
        } else if !self.bit(start + 1) {
            8 + self.tree(start + 2 + 8, 3)
        } else {
            16 + self.tree(start + 2 + 16, 8)
        }
    }

    /// How far back a match of this length lies, less one; `None` at a mark of the end, which the build does not write.
    fn distance(&mut self, length: usize) -> Option<usize> {
        let slot = self.tree(at::SLOT + 64 * length.min(3), 6);
        if slot < 4 {
            return Some(slot);
        }
        let bits = (slot >> 1) - 1;
        let base = (2 | slot & 1) << bits;
        if slot < 14 {
            return Some(base + self.reversed(at::SPECIAL + base - slot, bits));
        }
        let high = self.direct(bits - 4) << 4;
        base.checked_add(high)?.checked_add(self.reversed(at::ALIGN, 4)).filter(|distance| *distance < 1 << 31)
    }
}

/// The byte that lies `distance` + 1 before the end.
fn byte_before(plain: &[u8], distance: usize) -> Option<u8> {
    plain.get(plain.len().checked_sub(distance + 1)?).copied()
}

/// Writes again what lies `distance` + 1 before the end; it may reach into what is being written.
fn repeat(plain: &mut Vec<u8>, distance: usize, length: usize) -> Option<()> {
    let start = plain.len().checked_sub(distance + 1)?;
    if length <= distance + 1 {
        plain.extend_from_within(start..start + length);
        return Some(());
    }
    for place in start..start + length {
        let byte = plain.get(place).copied()?;
        plain.push(byte);
    }
    Some(())
}
