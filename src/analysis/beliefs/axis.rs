//! An attribute laid along a line: which value stands where, and in which of its steps. Choices and
//! counts lie in bands of equal width; fares by ln(1 + fare), for most were small.

use crate::analysis::Attribute;
use crate::nn::math;

/// An attribute as the axis of a map, from 0 at its beginning to 1 at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis(pub Attribute);

/// How values lie along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Evenly, a step a year.
    Years,
    /// By ln(1 + fare).
    Fares,
    /// In bands of equal width, one for each value.
    Bands,
}

/// Steps of the fare, equal in ln(1 + fare).
const FARE_STEPS: usize = 64;

impl Axis {
    /// In how many steps a cursor walks along it.
    pub fn steps(self) -> usize {
        let (least, most) = self.0.range();
        match self.scale() {
            Scale::Fares => FARE_STEPS,
            // Ages end at 80, which has a year of its own.
            Scale::Years | Scale::Bands => (most - least) as usize + 1,
        }
    }

    /// The value at a share of the way.
    pub fn value(self, share: f64) -> f64 {
        let (least, most) = self.0.range();
        let place = share.clamp(0.0, 1.0) * self.steps() as f64;
        match self.scale() {
            Scale::Years => place.min(most),
            Scale::Fares => math::exp_m1(place * ln_step()).min(most),
            Scale::Bands => (least + place.floor()).min(most),
        }
    }

    /// Where a value lies; a choice in the middle of its band.
    pub fn share(self, value: f64) -> f64 {
        (self.place(value) / self.steps() as f64).clamp(0.0, 1.0)
    }

    /// The step a value falls into.
    pub fn step(self, value: f64) -> usize {
        (self.place(value).max(0.0) as usize).min(self.steps() - 1)
    }

    /// The value a step stands for: its birthday, its choice, or the fare in its middle, in pence.
    pub fn start(self, step: usize) -> f64 {
        let step = step.min(self.steps() - 1) as f64;
        let (least, most) = self.0.range();
        match self.scale() {
            Scale::Fares => {
                let fare = math::exp_m1((step + 0.5) * ln_step()).min(most);
                (fare * 100.0).round() / 100.0
            }
            Scale::Years | Scale::Bands => least + step,
        }
    }

    /// Whether it consists of bands within which nothing changes.
    pub fn has_bands(self) -> bool {
        self.scale() == Scale::Bands
    }

    /// How its values lie.
    pub const fn scale(self) -> Scale {
        match self.0 {
            Attribute::Age => Scale::Years,
            Attribute::Fare => Scale::Fares,
            Attribute::Sex
            | Attribute::Class
            | Attribute::Siblings
            | Attribute::Parents
            | Attribute::Port
            | Attribute::Title
            | Attribute::Cabin => Scale::Bands,
        }
    }

    fn place(self, value: f64) -> f64 {
        let (least, _) = self.0.range();
        match self.scale() {
            Scale::Years => value,
            Scale::Fares => math::ln_1p(value.max(0.0)) / ln_step(),
            Scale::Bands => value - least + 0.5,
        }
    }
}

/// The width of a step of the fare.
fn ln_step() -> f64 {
    math::ln_1p(Attribute::Fare.range().1) / FARE_STEPS as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_step_stands_for_lies_in_it_and_where_it_is_drawn() {
        for &attribute in Attribute::ALL {
            let axis = Axis(attribute);
            for step in 0..axis.steps() {
                let start = axis.start(step);
                assert_eq!(axis.step(start), step, "{attribute:?} {start}");
                let share = (step as f64 + 0.5) / axis.steps() as f64;
                assert_eq!(axis.step(axis.value(share)), step, "{attribute:?}");
                assert!((axis.share(axis.value(share)) - share).abs() < 0.5 / 64.0);
            }
        }
    }

    #[test]
    fn steps_are_years_and_choices() {
        let steps = Attribute::ALL.iter().map(|&attribute| Axis(attribute).steps());
        let steps: Vec<_> = steps.collect();
        assert_eq!(steps, [81, 2, 3, 9, 7, 64, 3, 5, 2]);
        assert_eq!(Axis(Attribute::Age).step(35.0), 35);
        assert_eq!(Axis(Attribute::Age).step(0.42), 0);
        assert_eq!(Axis(Attribute::Age).value(1.0), 80.0);
        assert_eq!(Axis(Attribute::Class).start(0), 1.0);
    }
}
