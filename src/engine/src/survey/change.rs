//! How far a value is from what is asked, and on which side. Fractions are never rounded before they are compared.

use plan::{Direction, Scale, Tenths};

/// What was achieved, in tenths of a percent or of a point, as a fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Achieved {
    tenths: i128,
    /// Above zero.
    per: i128,
    /// Less is better, and what is asked is the value itself.
    is_ceiling: bool,
}

impl Achieved {
    /// The value itself, in thousandths.
    pub(super) fn level(value: i64, better: Direction) -> Self {
        Self { tenths: i128::from(value), per: 100, is_ceiling: better == Direction::Decrease }
    }

    /// The change for the better since `base`, both in thousandths; `None` for a percentage of nothing.
    pub(super) fn since(base: i64, value: i64, better: Direction, scale: Scale) -> Option<Self> {
        let (base, value) = (i128::from(base), i128::from(value));
        let gain = match better {
            Direction::Increase => value - base,
            Direction::Decrease => base - value,
        };
        match scale {
            Scale::Points => Some(Self { tenths: gain, per: 100, is_ceiling: false }),
            Scale::Percent => (base > 0).then_some(Self { tenths: gain * 1000, per: base, is_ceiling: false }),
        }
    }

    pub(super) fn reaches(self, at_least: Tenths) -> bool {
        let asked = i128::from(at_least.0) * self.per;
        if self.is_ceiling { self.tenths <= asked } else { self.tenths >= asked }
    }

    pub(super) fn is_beyond(self, bound: Tenths) -> bool {
        let asked = i128::from(bound.0) * self.per;
        if self.is_ceiling { self.tenths < asked } else { self.tenths > asked }
    }

    /// For display only: whole tenths, rounded towards zero; a change for the worse is 0.
    pub(super) fn shown(self) -> u32 {
        u32::try_from((self.tenths / self.per).clamp(0, i128::from(u32::MAX) - 1)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_border_is_met_exactly() {
        use Direction::{Decrease, Increase};
        use Scale::{Percent, Points};
        // Thousandths; 10 % or 10 points are 100 tenths.
        let cases = [
            (40_000, 44_000, Increase, Percent, true, 100),
            (40_000, 43_999, Increase, Percent, false, 99),
            (40_000, 50_000, Increase, Points, true, 100),
            (40_000, 49_999, Increase, Points, false, 99),
            (40_000, 36_000, Decrease, Percent, true, 100),
            (40_000, 36_001, Decrease, Percent, false, 99),
            (40_000, 44_000, Decrease, Percent, false, 0),
            // A third of a percent is no number of tenths: compared, not rounded.
            (30_000, 32_999, Increase, Percent, false, 99),
        ];
        for (base, value, better, scale, reaches, shown) in cases {
            let achieved = Achieved::since(base, value, better, scale).unwrap();
            assert_eq!((achieved.reaches(Tenths(100)), achieved.shown()), (reaches, shown), "{base} {value}");
        }
        assert_eq!(Achieved::since(0, 5, Increase, Percent), None, "nothing is a percentage of nothing");
        assert!(Achieved::since(0, 10_000, Increase, Points).is_some_and(|gain| gain.reaches(Tenths(100))));
    }

    #[test]
    fn a_huge_value_is_shown_as_the_largest_figure() {
        let shown = |value| Achieved::level(value, Direction::Increase).shown();
        assert_eq!(shown(i64::MAX), u32::MAX - 1, "one below the figure that stands for no bound");
        assert_eq!(shown(4_294_967_293 * 100), u32::MAX - 2);
    }

    #[test]
    fn beyond_is_more_than_the_upper_bound() {
        let gain = |value| Achieved::since(40_000, value, Direction::Increase, Scale::Percent).unwrap();
        assert!(!gain(46_000).is_beyond(Tenths(150)) && gain(46_001).is_beyond(Tenths(150)));
        let level = |value| Achieved::level(value, Direction::Decrease);
        assert!(!level(2_000).is_beyond(Tenths(20)) && level(1_999).is_beyond(Tenths(20)));
        assert!(level(2_000).reaches(Tenths(20)) && !level(2_001).reaches(Tenths(20)));
    }
}
