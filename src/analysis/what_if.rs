//! What if: what a network says of a person of one's own, the least single change that would make it
//! say the opposite, and the real people most like them.

mod along;
mod bounds;
mod similar;

use crate::analysis::Attribute;
use crate::data::number::defined;
use crate::data::{Moments, Passenger, PassengerList, Person, Split};
use crate::nn::{Network, Trace, math};
use crate::training::Encoder;

pub use along::Along;
pub use similar::{Neighbour, Similar, similar};

/// Everything the network answers about one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Every number of the prediction; none where the recipe gives no answer for such a person, or where
    /// the sums overflow.
    pub trace: Option<Trace>,
    /// Whether it says "lived".
    pub says: bool,
    /// Each attribute it looks at, in the order of forms.
    pub attributes: Vec<Varied>,
    /// What age would do for the same person of the other sex, where the network looks at both and sex
    /// alone does not flip the answer.
    pub other_sex: Option<OtherSex>,
    /// The real people most like them.
    pub similar: Similar,
}

/// What age does for the same person of the other sex.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OtherSex {
    /// The nearest age on the grid at which they get the other answer.
    pub age: Option<f64>,
    /// Where z would be 0, as in [`Varied::zero`].
    pub zero: Option<f64>,
}

/// What becomes of the answer when one attribute is other.
#[derive(Debug, Clone, PartialEq)]
pub struct Varied {
    /// The attribute.
    pub attribute: Attribute,
    /// The least change of it that flips the answer.
    pub flip: Option<Flip>,
    /// Of a quantity, every value in its range at which the answer changes.
    pub crossings: Vec<f64>,
    /// Where z would be 0, also outside the range; known where z is a straight line in it.
    pub zero: Option<f64>,
    /// Other values worth naming with their p: every other choice, or the ends of the range.
    pub others: Vec<(f64, f64)>,
}

/// A change of one attribute that flips the answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flip {
    /// The nearest value that flips it: ages and fares to 0.01.
    pub least: f64,
    /// The same as a whole number where one flips it, else [`Self::least`].
    pub shown: f64,
    /// p at [`Self::shown`].
    pub p: f64,
    /// Where exactly it flips; none for choices and counts.
    pub fence: Option<f64>,
    /// How far [`Self::least`] is away, in training standard deviations.
    pub size: f64,
}

impl Reply {
    /// Asks a network everything about a person. Sizes are measured over the training rows of
    /// `split`.
    pub fn new(
        encoder: &Encoder,
        network: &Network,
        list: &PassengerList,
        split: &Split,
        person: &Person,
        neighbours: usize,
    ) -> Self {
        let inputs = encoder.encode(&person.passenger());
        let trace = inputs.map(|inputs| network.forward(&inputs));
        let trace = trace.filter(|trace| defined(trace.logit()).is_some());
        let says = trace.as_ref().is_some_and(|trace| trace.logit() > 0.0);
        let seen = Attribute::ALL.iter().copied().filter(|attribute| attribute.is_seen_by(encoder));
        let attributes = seen.filter_map(|attribute| {
            let along = Along::new(encoder, network, person, attribute)?;
            let sizes = Sizes::of(attribute, list, split);
            Some(varied(along, attribute, person, says, &sizes))
        });
        let attributes: Vec<Varied> = attributes.collect();
        let other_sex = attributes
            .iter()
            .find(|varied| varied.attribute == Attribute::Sex && varied.flip.is_none())
            .and_then(|varied| {
                let mut other = person.clone();
                Attribute::Sex.set(&mut other, varied.others.first()?.0);
                let sizes = Sizes::of(Attribute::Age, list, split);
                other_sex(encoder, network, &other, says, &sizes)
            });
        Self { says, attributes, other_sex, similar: similar(encoder, list, &person.passenger(), neighbours), trace }
    }

    /// The least single change that flips the answer.
    pub fn nearest(&self) -> Option<(Attribute, Flip)> {
        let flips = self.attributes.iter();
        flips
            .filter_map(|varied| Some((varied.attribute, varied.flip?)))
            .min_by(|(_, one), (_, other)| one.size.total_cmp(&other.size))
    }

    /// What becomes of it along one attribute.
    pub fn along(&self, attribute: Attribute) -> Option<&Varied> {
        let mut attributes = self.attributes.iter();
        attributes.find(|varied| varied.attribute == attribute)
    }
}

fn other_sex(encoder: &Encoder, network: &Network, other: &Person, says: bool, sizes: &Sizes) -> Option<OtherSex> {
    if !Attribute::Age.is_seen_by(encoder) {
        return None;
    }
    let along = Along::new(encoder, network, other, Attribute::Age)?;
    let age = varied(along, Attribute::Age, other, says, sizes);
    Some(OtherSex { age: age.flip.map(|flip| flip.least), zero: age.zero })
}

fn varied(mut along: Along<'_>, attribute: Attribute, person: &Person, says: bool, sizes: &Sizes) -> Varied {
    let value = attribute.of(&person.passenger());
    if !attribute.is_quantity() {
        let (first, last) = along.ends();
        let others = (first..=last).map(|place| place as f64);
        let others: Vec<(f64, f64)> = others
            .filter(|&other| Some(other) != value && attribute.suits(person, other))
            .map(|other| (other, math::sigmoid(along.z(other))))
            .collect();
        let flips = others.iter().filter(|&&(other, _)| along.says(other) != says);
        let flips = flips.map(|&(other, p)| Flip {
            least: other,
            shown: other,
            p,
            fence: None,
            size: sizes.between(value, other),
        });
        return Varied {
            attribute,
            flip: flips.min_by(|one, other| one.size.total_cmp(&other.size)),
            crossings: Vec::new(),
            zero: None,
            others,
        };
    }
    let (least, most) = attribute.range();
    // Nobody's age is a value to start from; the mean is what is known of them.
    let from = value.unwrap_or(sizes.mean).clamp(least, most);
    let ways = [false, true].map(|up| flip_towards(&mut along, from, says, up));
    let flips = ways.into_iter().flatten().map(|(least, fence)| {
        let shown = whole(&mut along, least, from, says);
        Flip {
            least,
            shown,
            p: math::sigmoid(along.z(shown)),
            fence: attribute.is_continuous().then_some(fence),
            size: sizes.between(Some(from), least),
        }
    });
    Varied {
        attribute,
        flip: flips.min_by(|one, other| one.size.total_cmp(&other.size)),
        crossings: along.crossings(),
        zero: along.zero(),
        others: [least, most].map(|end| (end, math::sigmoid(along.z(end)))).to_vec(),
    }
}

/// The first value on the grid, going one way, with the other answer, and where it changes.
fn flip_towards(along: &mut Along<'_>, from: f64, says: bool, up: bool) -> Option<(f64, f64)> {
    let (first, last) = along.ends();
    let (below, exact) = along.place(from);
    let (start, end, back) = if up { (below + 1, last, -1) } else { (below - i64::from(exact), first, 1) };
    if (end - start) * back > 0 {
        return None;
    }
    let place = along.first(start, end, !says)?;
    let value = along.value(place);
    let before = if place == start { from } else { along.value(place + back) };
    Some((value, along.fence(before, value)))
}

/// The next whole number away from `from` that flips the answer as this value does, or the value.
fn whole(along: &mut Along<'_>, value: f64, from: f64, says: bool) -> f64 {
    let next = if value < from { value.floor() } else { value.ceil() };
    let (first, last) = along.ends();
    let inside = (along.value(first)..=along.value(last)).contains(&next);
    if inside && along.says(next) != says { next } else { value }
}

/// How large a change of one attribute is, in standard deviations of the training rows.
pub struct Sizes {
    mean: f64,
    sd: f64,
    /// Of an attribute whose values have no order, the standard deviation of each one's 0/1.
    flags: Option<Vec<f64>>,
}

impl Sizes {
    /// Measures an attribute over the training rows that know it.
    pub fn of(attribute: Attribute, list: &PassengerList, split: &Split) -> Self {
        let known = |passenger: Passenger<'_>| attribute.of(&passenger);
        let values: Vec<f64> = split.training(list).filter_map(known).collect();
        let count = values.len().max(1) as f64;
        let Moments { mean, sd, .. } = Moments::of(values.iter().copied());
        let flag = |choice: usize| {
            let share = values.iter().filter(|&&value| value == choice as f64).count() as f64 / count;
            (share * (1.0 - share)).sqrt()
        };
        let unordered = matches!(attribute, Attribute::Port | Attribute::Title);
        Self { mean, sd, flags: unordered.then(|| (0..=attribute.range().1 as usize).map(flag).collect()) }
    }

    /// The mean of what is known.
    pub const fn mean(&self) -> f64 {
        self.mean
    }

    /// The size of the change from one value to another. Between values without an order one 0/1
    /// becomes 0 and another 1, and both count.
    pub fn between(&self, from: Option<f64>, to: f64) -> f64 {
        let Some(flags) = &self.flags else {
            return (from.unwrap_or(self.mean) - to).abs() / self.sd;
        };
        let changed = from.into_iter().chain([to]);
        let squares = changed.map(|choice| {
            let sd = flags.get(choice as usize).copied().unwrap_or(0.0);
            1.0 / (sd * sd)
        });
        squares.sum::<f64>().sqrt()
    }
}

#[cfg(test)]
mod tests;
