//! Chance that is the same on every machine.

/// A linear congruential generator.
// SOURCE: Knuth's MMIX constants.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed);
        // The first numbers of small seeds are alike.
        for _ in 0..4 {
            dice.below(2);
        }
        dice
    }

    /// A number from 0 to `limit` − 1.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit.max(1))).unwrap_or(0)
    }

    /// A number from `from` to `to`.
    pub(crate) fn between(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to - from + 1)
    }

    /// True in `percent` of all cases.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of `choices`, or the default of an empty list.
    pub(crate) fn pick<T: Copy + Default>(&mut self, choices: &[T]) -> T {
        let count = u32::try_from(choices.len()).unwrap_or(0);
        choices.get(self.below(count) as usize).copied().unwrap_or_default()
    }
}
