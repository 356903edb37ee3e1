//! What a network believes about people who could have been aboard: somebody with this or that
//! changed, along one attribute or over two. Knows networks and people, no screens.
//!
//! Everything is asked as sums z, for p, the verdict and the line between them follow from z.

mod axis;
mod crossings;
mod crowd;
mod neurons;
mod sum_map;

pub use axis::{Axis, Scale};
pub use crossings::{Crossings, age_crossings};
pub use crowd::{Crowd, Fate, Spotted, everyone, spotted};
pub use neurons::{NeuronMaps, share};
pub use sum_map::{Subject, SumMap};

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Attribute;
use super::attribute::is_consistent;
use crate::data::number::defined;
use crate::data::{Moments, PassengerList, Person, RawColumn, Sex, Split};
use crate::kernel::{Kernel, PackedRows};
use crate::nn::{Network, Rows, Scratch, Trace};
use crate::training::{Encoder, Input};

/// Puts one person to a network again and again, with this or that about them changed.
#[derive(Debug)]
pub struct Asker<'a> {
    network: &'a Network,
    encoder: &'a Encoder,
    person: Person,
    /// Whether the network is shown the title, so that one of the other sex makes nobody.
    sees_title: bool,
    /// The person's name by sex, for the title follows it.
    called: [String; 2],
    scratch: Scratch,
    trace: Trace,
}

impl<'a> Asker<'a> {
    /// Asks this network about a person and those made from them.
    pub fn new(network: &'a Network, encoder: &'a Encoder, person: Person) -> Self {
        Self {
            network,
            encoder,
            sees_title: Attribute::Title.is_seen_by(encoder),
            called: [Sex::Male, Sex::Female]
                .map(|sex| placed(person.clone(), [Attribute::Sex; 2], [Attribute::code(sex); 2]).name),
            person,
            scratch: Scratch::new(network),
            trace: Trace::new(network.shape()),
        }
    }

    /// Gives the person this value; it stays until it is changed again. A sex brings the title the
    /// person's own becomes with it, whatever was asked before.
    pub fn set(&mut self, attribute: Attribute, value: f64) -> &mut Self {
        if attribute == Attribute::Sex {
            self.person.sex = Attribute::sex(value);
            self.person.name.clone_from(&self.called[self.person.sex as usize]);
        } else {
            attribute.set(&mut self.person, value);
        }
        self
    }

    /// Gives the person a value of both attributes.
    pub fn place(&mut self, axes: [Attribute; 2], values: [f64; 2]) -> &mut Self {
        for (attribute, value) in sex_first(axes, values) {
            self.set(attribute, value);
        }
        self
    }

    /// The sum z of the answer, bit for bit what [`crate::training::Run::logit`] gives for a passenger
    /// like that; none where the policy for missing ages leaves the person out, where the
    /// network looks at the title and it is one of the other sex, and where the sums overflow.
    pub fn logit(&mut self) -> Option<f64> {
        let inputs = self.inputs()?;
        defined(self.network.logit(&inputs, &mut self.scratch))
    }

    /// Every sum and activation on the way to the answer.
    pub fn trace(&mut self) -> Option<&Trace> {
        let inputs = self.inputs()?;
        self.network.forward_into(&inputs, &mut self.trace);
        Some(&self.trace)
    }

    /// The sum z of the answer or of a neuron.
    pub fn sum(&mut self, subject: Subject) -> Option<f64> {
        match subject {
            Subject::Answer => self.logit(),
            Subject::Neuron { layer, neuron } => defined(self.trace()?.layers[layer].z[neuron]),
        }
    }

    fn inputs(&self) -> Option<Vec<f64>> {
        self.is_somebody().then(|| self.encoder.encode(&self.person.passenger()))?
    }

    /// Whether the network can meet the person as they are: title and sex go together, where it looks at the title.
    fn is_somebody(&self) -> bool {
        !self.sees_title || is_consistent(&self.person)
    }

    /// Everybody made by these values of both attributes, to be asked at once.
    fn gather(&mut self, axes: [Attribute; 2], values: impl IntoIterator<Item = [f64; 2]>) -> Gathered {
        let inputs = self.encoder.inputs();
        let moves = |column: &RawColumn| axes.iter().any(|axis| axis.changes(*column));
        let moving: Vec<usize> =
            (0..inputs.len()).filter(|at| inputs[*at].feature.columns().iter().any(moves)).collect();
        let title_may_clash = [RawColumn::Name, RawColumn::Sex].iter().any(moves);
        let mut is_somebody = self.is_somebody();
        // What does not follow from the attributes is the same for all, and may be costly to find.
        let shown = |input: &Input, person: &Person| input.shown(&person.passenger()).unwrap_or(f64::NAN);
        let mut row: Vec<f64> = inputs.iter().map(|input| shown(input, &self.person)).collect();
        let (mut rows, mut count) = (Rows::new(inputs.len()), 0);
        for values in values {
            self.place(axes, values);
            for &at in &moving {
                row[at] = shown(&inputs[at], &self.person);
            }
            if title_may_clash {
                is_somebody = self.is_somebody();
            }
            if is_somebody && !row.iter().any(|input| input.is_nan()) {
                rows.push(&row, f64::NAN, count);
            }
            count += 1;
        }
        let order: Vec<u32> = (0..rows.len() as u32).collect();
        Gathered { packed: PackedRows::batches(&rows, &order, order.len().max(1)), rows, count }
    }

    /// The sum that goes into a neuron of a layer for each of them; NaN where there is no answer.
    fn sums(&self, place: (usize, usize), of: &Gathered) -> Vec<f64> {
        let mut sums = vec![f64::NAN; of.count];
        Kernel::new(self.network.shape()).sums(self.network, place, &of.packed, |row, z| sums[of.rows.place(row)] = z);
        sums
    }

    /// The same of the answer or of a neuron, also NaN where it is no number.
    fn answers(&self, subject: Subject, of: &Gathered) -> Vec<f64> {
        let place = match subject {
            Subject::Answer => (self.network.depth() - 1, 0),
            Subject::Neuron { layer, neuron } => (layer, neuron),
        };
        self.sums(place, of).into_iter().map(|z| defined(z).unwrap_or(f64::NAN)).collect()
    }
}

/// People made from one, those nobody can answer for left out.
struct Gathered {
    rows: Rows,
    packed: PackedRows,
    count: usize,
}

/// Somebody with a value of both attributes; a title stands over the one that follows the sex.
pub fn placed(mut person: Person, axes: [Attribute; 2], values: [f64; 2]) -> Person {
    for (attribute, value) in sex_first(axes, values) {
        attribute.set(&mut person, value);
    }
    person
}

fn sex_first(axes: [Attribute; 2], values: [f64; 2]) -> [(Attribute, f64); 2] {
    let mut both = [(axes[0], values[0]), (axes[1], values[1])];
    both.sort_by_key(|&(attribute, _)| attribute != Attribute::Sex);
    both
}

/// What the network says of both sexes from 0 to 80, all else held.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Strips {
    /// How many samples stand for a year; the first is at the birthday.
    pub per_year: usize,
    /// z by sex (in the order of [`Sex::ALL`]) and sample; NaN where there is no answer.
    z: [Vec<f64>; 2],
}

/// The years a strip is long: 0 to 80, both with a year of their own.
pub const YEARS: usize = 81;

impl Strips {
    /// Asks along both strips.
    pub fn ask(asker: &mut Asker<'_>, per_year: usize) -> Self {
        let z = [0, 1].map(|at| {
            let sex = Attribute::code(Sex::ALL[at]);
            let ages = (0..YEARS * per_year).map(|sample| sample as f64 / per_year as f64);
            let people = asker.gather([Attribute::Sex, Attribute::Age], ages.map(|age| [sex, age]));
            asker.answers(Subject::Answer, &people)
        });
        Self { per_year, z }
    }

    /// z at an age, or at the sample below it.
    pub fn z(&self, sex: Sex, age: f64) -> Option<f64> {
        let sample = (age.max(0.0) * self.per_year as f64).floor() as usize;
        let samples = &self.z[sex as usize];
        let z = samples.get(sample.min(samples.len().checked_sub(1)?))?;
        Some(*z).filter(|z| !z.is_nan())
    }

    /// The least and the greatest z along a strip.
    pub fn span(&self, sex: Sex) -> Option<(f64, f64)> {
        let known = || self.z[sex as usize].iter().copied().filter(|z| !z.is_nan());
        let least = known().min_by(f64::total_cmp)?;
        Some((least, known().max_by(f64::total_cmp)?))
    }
}

/// Somebody typical of the training rows of a list: the mean of what is a quantity, the most
/// common of everything else (brothers, sisters, parents and children are counted, so most common).
pub fn typical(list: &PassengerList, split: &Split) -> Person {
    let mut person = Person {
        class: None,
        name: String::new(),
        sex: Sex::Male,
        age: None,
        siblings_spouses: None,
        parents_children: None,
        fare: None,
        cabin: None,
        port: None,
    };
    for &attribute in Attribute::ALL {
        let known = split.training(list).filter_map(|passenger| attribute.of(&passenger));
        let value = if attribute.is_continuous() {
            let known: Vec<f64> = known.collect();
            (!known.is_empty()).then(|| Moments::of(known.iter().copied()).mean)
        } else {
            most_common(known)
        };
        if let Some(value) = value {
            attribute.set(&mut person, value);
        }
    }
    person
}

/// The most common of some whole numbers, the least of those equally common.
fn most_common(values: impl Iterator<Item = f64>) -> Option<f64> {
    // A file may hold any number, so what is kept follows how many there are, never how large they are.
    let mut counts = BTreeMap::new();
    for value in values {
        *counts.entry(value as u64).or_insert(0_usize) += 1;
    }
    let most = counts.into_iter().max_by_key(|&(value, count)| (count, Reverse(value)))?;
    Some(most.0 as f64)
}

#[cfg(test)]
mod tests;
