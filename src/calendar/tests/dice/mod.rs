//! Chance that is the same on every machine, for tests inside and outside of the crate.

/// A linear congruential generator.
// SOURCE: Knuth's MMIX constants.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number from 0 to `limit` − 1.
    pub(crate) fn below<N: TryInto<u64> + TryFrom<u64>>(&mut self, limit: N) -> N {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let limit = limit.try_into().ok().unwrap();
        N::try_from((self.0 >> 33) % limit).ok().unwrap()
    }
}
