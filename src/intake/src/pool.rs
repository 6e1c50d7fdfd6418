//! Every different value of a sheet once; a cell is four bytes that stand for one of them.
//!
//! A log of a million rows holds few different units, days and channels, so whatever is asked about a value is asked
//! once. The pool decides when two values are the same. It knows no row and no column.

use crate::grid::Value;
use crate::sheet::text_value;
use hashbrown::HashTable;
use std::borrow::Cow;

/// Stands for a value of one pool. Numbers of rows and other small whole numbers need no place in the pool.
// INVARIANT: 0 is the empty cell; `10…` is a text of digits, `11…` a number, each with its value; the rest are places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol(u32);

const DIGITS: u32 = 1 << 31;
const NUMBER: u32 = DIGITS | 1 << 30;
const SMALL: u32 = (1 << 30) - 1;
/// Digits of the largest text that stands for itself.
const MOST_DIGITS: usize = 9;

impl Symbol {
    /// The empty cell.
    pub const EMPTY: Self = Self(0);

    /// Is it the empty cell?
    pub fn is_empty(self) -> bool {
        self == Self::EMPTY
    }

    /// The whole number that the cell says, typed or in plain digits, if it is a small one.
    pub(crate) fn whole_number(self) -> Option<u32> {
        (self.0 >= DIGITS).then_some(self.0 & SMALL)
    }

    pub(crate) fn to_bits(self) -> u32 {
        self.0
    }

    pub(crate) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// `0`, `7`, `2024`; not `007`, which is another text.
    fn of_digits(text: &[u8]) -> Option<Self> {
        let is_plain =
            !text.is_empty() && text.len() <= MOST_DIGITS && (text.len() == 1 || text.first() != Some(&b'0'));
        let digit = |number: u32, byte: &u8| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'));
        is_plain.then(|| text.iter().try_fold(0, digit)).flatten().map(|number| Self(DIGITS | number))
    }

    fn of_number(number: f64) -> Option<Self> {
        let is_small = number.fract() == 0.0 && (0.0..f64::from(SMALL)).contains(&number) && number.is_sign_positive();
        is_small.then_some(Self(NUMBER | number as u32))
    }

    fn small(self) -> Option<Value> {
        match self.0 {
            bits if bits >= NUMBER => Some(Value::Number(f64::from(bits & SMALL))),
            bits if bits >= DIGITS => Some(Value::Text((bits & SMALL).to_string().into())),
            _ => None,
        }
    }
}

/// The different values of a sheet.
#[derive(Clone, Debug)]
pub(crate) struct Pool {
    values: Vec<Value>,
    /// Hash and symbol. Nothing is ever listed in its order: values are numbered as they come.
    index: HashTable<(u32, Symbol)>,
}

impl Default for Pool {
    fn default() -> Self {
        Self { values: vec![Value::Empty], index: HashTable::new() }
    }
}

impl Pool {
    /// The symbol of a value.
    pub(crate) fn intern(&mut self, value: Value) -> Symbol {
        let known = match &value {
            Value::Empty => Some(Symbol::EMPTY),
            Value::Text(text) => Symbol::of_digits(text.as_bytes()),
            Value::Number(number) => Symbol::of_number(*number),
            _ => None,
        };
        known.unwrap_or_else(|| {
            let hash = hash_of(&value);
            self.find(hash, |known| is_same(known, &value)).unwrap_or_else(|| self.push(hash, value))
        })
    }

    /// The symbol of a cell's text as it was typed: see [`text_value`].
    pub(crate) fn typed(&mut self, text: &str) -> Symbol {
        if text.is_empty() {
            return Symbol::EMPTY;
        }
        if let Some(symbol) = Symbol::of_digits(text.as_bytes()) {
            return symbol;
        }
        // What is known is trimmed and composed: a text that equals it is, too.
        let hash = hash_of_text(text.as_bytes());
        let known = self.find(hash, |known| matches!(known, Value::Text(known) if known == text));
        known.unwrap_or_else(|| match text_value(text) {
            Value::Text(same) if same == text => self.push(hash, Value::Text(same)),
            other => self.intern(other),
        })
    }

    /// What a symbol stands for.
    pub(crate) fn value(&self, symbol: Symbol) -> Cow<'_, Value> {
        match symbol.small() {
            Some(value) => Cow::Owned(value),
            None => Cow::Borrowed(self.values.get(symbol.0 as usize).unwrap_or(&Value::Empty)),
        }
    }

    /// The different texts.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.values.iter().filter_map(|value| match value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Puts other texts in the place of those that `change` has an answer for. Only for a pool that is sealed.
    pub(crate) fn rewrite(&mut self, change: impl Fn(&str) -> Option<String>) {
        for value in &mut self.values {
            if let Value::Text(text) = value
                && let Some(changed) = change(text)
            {
                *value = text_value(&changed);
            }
        }
    }

    /// Forgets how values are found: none are added any more.
    pub(crate) fn seal(&mut self) {
        self.index = HashTable::new();
        self.values.shrink_to_fit();
    }

    fn find(&self, hash: u64, same: impl Fn(&Value) -> bool) -> Option<Symbol> {
        let short = short(hash);
        let fits =
            |(own, symbol): &(u32, Symbol)| *own == short && self.values.get(symbol.0 as usize).is_some_and(&same);
        self.index.find(hash, fits).map(|(_, symbol)| *symbol)
    }

    fn push(&mut self, hash: u64, value: Value) -> Symbol {
        let symbol = Symbol(u32::try_from(self.values.len()).unwrap_or(0));
        self.values.push(value);
        self.index.insert_unique(hash, (short(hash), symbol), |(short, _)| whole(*short));
        symbol
    }
}

/// Hashes are 32 bits wide: spread over both halves, for the table looks at the top and the bottom.
fn whole(short: u32) -> u64 {
    u64::from(short) << 32 | u64::from(short)
}

fn short(hash: u64) -> u32 {
    hash as u32
}

fn hash_of(value: &Value) -> u64 {
    match value {
        Value::Empty => 0,
        Value::Text(text) => hash_of_text(text.as_bytes()),
        Value::Error(text) => !hash_of_text(text.as_bytes()),
        Value::Number(number) => hash_of_text(&number.to_bits().to_le_bytes()),
        Value::Date(day) => hash_of_text(day.to_string().as_bytes()),
        Value::Bool(truth) => whole(u32::from(*truth)),
    }
}

/// Numbers are the same bit by bit: what is not a number equals itself.
fn is_same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a.to_bits() == b.to_bits(),
        _ => a == b,
    }
}

/// FNV-1a, eight bytes at a time. Nobody gains by making the own browser slow, so it needs no secret.
fn hash_of_text(bytes: &[u8]) -> u64 {
    let step = |hash: u64, word: u64| (hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let (words, rest) = bytes.as_chunks::<8>();
    let hash = words.iter().fold(bytes.len() as u64, |hash, word| step(hash, u64::from_le_bytes(*word)));
    let last = rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
    let hash = step(hash, last).wrapping_mul(0xff51_afd7_ed55_8ccd);
    whole((hash >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<Value> {
        let day = |day| Value::Date(domain::NaiveDate::from_ymd_opt(2024, 3, day).unwrap());
        let texts = ["0", "7", "007", "2024", "999999999", "1000000000", "-1", "Xã A", "xã A", "TRUE", "01/03/2024"];
        let numbers = [0.0, -0.0, 1.5, 7.0, -7.0, 1_073_741_822.0, 1_073_741_824.0, 1e300, f64::NAN];
        let others =
            [Value::Empty, Value::Bool(true), Value::Bool(false), day(1), day(2), Value::Error("#REF!".into())];
        let texts = texts.map(|text| Value::Text(text.into())).into_iter();
        texts.chain(numbers.map(Value::Number)).chain(others).collect()
    }

    #[test]
    fn every_value_comes_back_as_it_was_and_only_equals_share_a_symbol() {
        let mut pool = Pool::default();
        let symbols: Vec<Symbol> = all().into_iter().map(|value| pool.intern(value)).collect();
        for (at, (symbol, value)) in symbols.iter().zip(all()).enumerate() {
            assert!(is_same(&pool.value(*symbol), &value), "{value:?}");
            assert_eq!(pool.intern(value), *symbol);
            assert_eq!(symbols.iter().position(|other| other == symbol), Some(at));
        }
    }

    #[test]
    fn typed_text_means_the_same_as_its_value() {
        let mut pool = Pool::default();
        for text in ["", " ", "7", " 7", "007", "Xã A", "Xã A ", "Xa\u{303} A", "\u{feff}Xã A", "#REF!", "#REF! "] {
            let typed = pool.typed(text);
            assert_eq!(*pool.value(typed), text_value(text), "{text:?}");
            assert_eq!(pool.intern(text_value(text)), typed, "{text:?}");
        }
    }

    #[test]
    fn many_values_are_told_apart_while_the_pool_grows() {
        let mut pool = Pool::default();
        let text = |number: u32| format!("tin {number}");
        let symbols: Vec<Symbol> = (0..20_000).map(|number| pool.typed(&text(number))).collect();
        for (number, symbol) in (0..).zip(&symbols) {
            assert_eq!((pool.typed(&text(number)), pool.value(*symbol).text()), (*symbol, text(number)));
        }
    }
}
