//! The ages at which the answer turns: where z crosses 0 along one strip.

use super::{Asker, Strips};
use crate::analysis::Attribute;
use crate::data::Sex;
use crate::nn::Network;
use crate::training::{Encoder, Feature};

/// Halvings of an interval of at most a year: fine enough for any number of digits shown.
const HALVINGS: usize = 48;

/// Where the answer turns along a strip.
#[derive(Debug, Clone, PartialEq)]
pub enum Crossings {
    /// At these ages, in order.
    At(Vec<f64>),
    /// Nowhere from 0 to 80; the straight line of z crosses 0 at this age, which nobody has.
    Outside(f64),
    /// Nowhere.
    Never,
}

impl Crossings {
    /// The ages within the strip.
    pub fn ages(&self) -> &[f64] {
        match self {
            Self::At(ages) => ages,
            Self::Outside(_) | Self::Never => &[],
        }
    }
}

/// Every crossing from 0 to 80 that lies between two samples of the strip, by halving, everything
/// but age and sex held as the asker has it.
pub fn age_crossings(asker: &mut Asker<'_>, strips: &Strips, sex: Sex) -> Crossings {
    asker.set(Attribute::Sex, Attribute::code(sex));
    let samples = 80 * strips.per_year;
    let age = |sample: usize| sample as f64 / strips.per_year as f64;
    let mut ages = Vec::new();
    for sample in 0..samples {
        let ends = [age(sample), age(sample + 1)];
        let lives = ends.map(|age| strips.z(sex, age).map(|z| z > 0.0));
        if let [Some(before), Some(after)] = lives
            && before != after
        {
            ages.extend(halved(asker, ends, after));
        }
    }
    if !ages.is_empty() {
        return Crossings::At(ages);
    }
    let ends = [0.0, 80.0].map(|age| strips.z(sex, age));
    match ends {
        [Some(young), Some(old)] if young != old && is_straight(asker.network, asker.encoder) => {
            Crossings::Outside(80.0 * young / (young - old))
        }
        _ => Crossings::Never,
    }
}

/// The age between two at which the answer turns to `after`; none where a sum in between is no number.
fn halved(asker: &mut Asker<'_>, [mut low, mut high]: [f64; 2], after: bool) -> Option<f64> {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        asker.set(Attribute::Age, middle);
        if (asker.logit()? > 0.0) == after {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some(f64::midpoint(low, high))
}

/// Whether z is a straight line over age.
fn is_straight(network: &Network, encoder: &Encoder) -> bool {
    let mut inputs = encoder.inputs().iter();
    network.depth() == 1 && inputs.all(|input| input.feature != Feature::AgeSquared)
}
