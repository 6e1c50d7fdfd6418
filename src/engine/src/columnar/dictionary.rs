//! Each different value once, by number. Numbers follow the order of first sight, so they are the same in every run.

use std::collections::BTreeMap;

/// Numbers of values; asking twice for the same value in a row costs one comparison.
pub(crate) struct Dictionary<K> {
    numbers: BTreeMap<K, u32>,
    last: Option<(K, u32)>,
}

impl<K: Ord + Clone> Dictionary<K> {
    pub(crate) fn new() -> Self {
        Self { numbers: BTreeMap::new(), last: None }
    }

    /// The number of `key`, and whether it is new.
    pub(crate) fn number(&mut self, key: K) -> (u32, bool) {
        if let Some((last, number)) = &self.last
            && *last == key
        {
            return (*number, false);
        }
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        self.last = Some((key, number));
        (number, number == next)
    }
}

/// Numbers of texts, by hash: titles are many, and all but one of their comparisons would be in vain.
pub(crate) struct Texts<'t> {
    /// First text of each hash.
    buckets: Vec<u32>,
    texts: Vec<(&'t str, u64, u32)>,
}

const NONE: u32 = u32::MAX;

impl<'t> Texts<'t> {
    pub(crate) fn new() -> Self {
        Self { buckets: vec![NONE; 1 << 10], texts: Vec::new() }
    }

    /// The number of `text`.
    pub(crate) fn number(&mut self, text: &'t str) -> u32 {
        let hash = hash(text);
        let mut at = self.bucket(hash);
        while let Some((known, known_hash, next)) = self.texts.get(at as usize) {
            if *known_hash == hash && *known == text {
                return at;
            }
            at = *next;
        }
        self.push(text, hash)
    }

    fn push(&mut self, text: &'t str, hash: u64) -> u32 {
        let number = u32::try_from(self.texts.len()).unwrap_or(NONE);
        self.texts.push((text, hash, self.bucket(hash)));
        self.set(hash, number);
        if self.texts.len() > self.buckets.len() {
            self.grow();
        }
        number
    }

    fn grow(&mut self) {
        self.buckets = vec![NONE; self.buckets.len() * 4];
        let hashes: Vec<u64> = self.texts.iter().map(|(_, hash, _)| *hash).collect();
        for (number, hash) in (0..).zip(hashes) {
            let before = self.bucket(hash);
            if let Some((_, _, next)) = self.texts.get_mut(number as usize) {
                *next = before;
            }
            self.set(hash, number);
        }
    }

    fn bucket(&self, hash: u64) -> u32 {
        self.buckets.get(self.place(hash)).copied().unwrap_or(NONE)
    }

    fn set(&mut self, hash: u64, number: u32) {
        let place = self.place(hash);
        if let Some(bucket) = self.buckets.get_mut(place) {
            *bucket = number;
        }
    }

    /// The number of buckets is a power of two.
    fn place(&self, hash: u64) -> usize {
        usize::try_from(hash >> 32).unwrap_or(0) & (self.buckets.len() - 1)
    }
}

/// FNV-1a, eight bytes at a time.
fn hash(text: &str) -> u64 {
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x0000_0100_0000_01B3).rotate_left(29);
    let words = text.as_bytes().chunks(8).map(|chunk| chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
    let hash = words.fold(0xCBF2_9CE4_8422_2325, step);
    (hash ^ (hash >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_keep_their_numbers_while_the_table_grows() {
        let texts: Vec<String> = (0..5000).map(|number| format!("tin {number}")).collect();
        let mut known = Texts::new();
        for _ in 0..2 {
            for (number, text) in (0..).zip(&texts) {
                assert_eq!(known.number(text), number);
            }
        }
        assert_eq!(known.number("tin 5000"), 5000, "no number was given twice");
    }

    #[test]
    fn texts_spread_over_many_buckets() {
        let texts: Vec<String> = (0..5000).map(|number| format!("hội nghị {number}")).collect();
        let mut known = Texts::new();
        let mut in_bucket = std::collections::BTreeMap::<usize, u32>::new();
        for text in &texts {
            known.number(text);
        }
        for text in &texts {
            *in_bucket.entry(known.place(hash(text))).or_default() += 1;
        }
        assert!(in_bucket.values().all(|texts| *texts < 10), "nobody compares many texts for one");
    }
}
