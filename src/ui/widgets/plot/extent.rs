//! Between which values a curve lies, and which of these are shown: a spike leaves the picture, or all the rest would be
//! a line.

/// The least and the greatest of the finite values.
pub fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter(|value| value.is_finite()).fold(None, |range, value| {
        let (min, max) = range.unwrap_or((value, value));
        Some((min.min(value), max.max(value)))
    })
}

/// How far beyond what is usual a picture goes where curves leave it, as a multiple of how wide that is; they do so where
/// they go farther than twice that.
const ROOM: f64 = 1.0;

/// Which values curves have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::ui) struct Reach {
    /// Those of the middle half of the points, and the last one.
    usual: (f64, f64),
    /// All of them.
    all: (f64, f64),
}

impl Reach {
    /// Of a curve, its values in their order; of none there is nothing to show.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut values: Vec<f64> = values.into_iter().filter(|value| value.is_finite()).collect();
        let (last, all) = (*values.last()?, extent(values.iter().copied())?);
        let end = values.len() - 1;
        let [low, high] = [1, 3].map(|quarters| *values.select_nth_unstable_by(quarters * end / 4, f64::total_cmp).1);
        Some(Self { usual: (low.min(last), high.max(last)), all })
    }

    /// The least and the greatest value.
    pub const fn all(self) -> (f64, f64) {
        self.all
    }

    /// Of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let both = |a: (f64, f64), b: (f64, f64)| (a.0.min(b.0), a.1.max(b.1));
        Self { usual: both(self.usual, other.usual), all: both(self.all, other.all) }
    }

    /// Of curves that are compared, where those that go higher than most are not what is usual.
    pub fn compared(mut curves: Vec<Self>) -> Option<Self> {
        curves.sort_by(|a, b| a.usual.1.total_cmp(&b.usual.1));
        let most = curves.len().div_ceil(2);
        let usual = curves.iter().take(most).copied().reduce(Self::and)?.usual;
        curves.into_iter().reduce(Self::and).map(|reach| Self { usual, ..reach })
    }

    /// The least and the greatest value to show, where what is usual is at least so wide.
    pub fn shown(self, least: f64) -> (f64, f64) {
        let room = ROOM * (self.usual.1 - self.usual.0).max(least);
        let stays = |beyond: f64| beyond <= 2.0 * room || room == 0.0;
        let (low, high) = self.all;
        (
            if stays(self.usual.0 - low) { low } else { self.usual.0 - room },
            if stays(high - self.usual.1) { high } else { self.usual.1 + room },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spike_is_not_shown_but_what_lasts_and_the_present_are() {
        let falls = |at: u32| 0.6 + 0.1 / f64::from(1 + at);
        let shown = |values: &dyn Fn(u32) -> f64| Reach::of((0..100).map(values)).unwrap().shown(0.06);
        assert_eq!(shown(&falls), (falls(99), 0.7), "all of a curve that falls");
        let spike = shown(&|at| if at < 5 { 17.0 } else { falls(at) });
        assert!(spike.0 == falls(99) && spike.1 < 0.75, "{spike:?}");
        let dip = shown(&|at| if at < 5 { -17.0 } else { falls(at) });
        assert!(dip.0 > 0.45 && dip.1 == falls(5), "{dip:?}");
        assert_eq!(shown(&|at| f64::from(at % 2) * 17.0), (0.0, 17.0), "what swings all the time");
        assert_eq!(shown(&|at| if at == 99 { 17.0 } else { falls(at) }), (falls(98), 17.0), "where it is now");
    }

    #[test]
    fn of_curves_compared_those_that_explode_do_not_flatten_the_others() {
        let level = |value: f64| Reach::of([value, value]).unwrap();
        let (low, high) = Reach::compared(vec![level(0.65), level(9.0), level(0.66), level(7.0)]).unwrap().shown(0.06);
        assert!(low == 0.65 && high < 0.8, "{low} to {high}");
        assert_eq!(Reach::compared(Vec::new()), None);
    }

    #[test]
    fn the_extent_leaves_out_what_is_no_number() {
        assert_eq!(extent([3.0, f64::NAN, -1.0, f64::INFINITY]), Some((-1.0, 3.0)));
        assert_eq!(extent([f64::NAN]), None);
    }
}
