//! A network along one attribute of one person: what it says there, and where it changes its mind.
//!
//! No crossing between two places of its grid is overlooked: a stretch is passed over only when
//! bounds on z prove that the answer stays the same on all of it.

use super::bounds::Bounds;
use crate::analysis::Attribute;
use crate::data::Person;
use crate::nn::{Network, Scratch};
use crate::training::{Encoder, Feature};

/// Values between whole numbers that are told apart: ages and fares to 0.01.
const PER_WHOLE: f64 = 100.0;

/// One attribute varied, everything else as it is.
pub struct Along<'a> {
    encoder: &'a Encoder,
    network: &'a Network,
    attribute: Attribute,
    /// As they are.
    own: Person,
    /// As they were asked about last.
    person: Person,
    /// What the network is shown, up to date for the value asked last.
    inputs: Vec<f64>,
    /// The inputs made of anything that changes with the attribute.
    moving: Vec<usize>,
    scratch: Scratch,
    bounds: Bounds,
}

impl<'a> Along<'a> {
    /// None where the recipe gives no answer for such a person, whatever the attribute.
    pub fn new(encoder: &'a Encoder, network: &'a Network, person: &Person, attribute: Attribute) -> Option<Self> {
        let own = person.clone();
        let mut person = person.clone();
        attribute.set(&mut person, attribute.range().0);
        let inputs = encoder.encode(&person.passenger())?;
        let follows = |&input: &usize| {
            let feature = encoder.inputs()[input].feature;
            let mut columns = feature.columns().iter();
            columns.any(|&column| attribute.changes(column))
        };
        Some(Self {
            moving: (0..inputs.len()).filter(follows).collect(),
            bounds: Bounds::default(),
            scratch: Scratch::new(network),
            encoder,
            network,
            attribute,
            own,
            person,
            inputs,
        })
    }

    /// The sum for this value.
    pub fn z(&mut self, value: f64) -> f64 {
        self.show(value);
        self.network.logit(&self.inputs, &mut self.scratch)
    }

    /// Whether the network says "lived" for this value.
    pub fn says(&mut self, value: f64) -> bool {
        self.z(value) > 0.0
    }

    /// The place on the grid at or below a value, and whether the value lies on it.
    pub fn place(&self, value: f64) -> (i64, bool) {
        let place = (value * self.per_whole()).floor() as i64;
        // A hundredth may have been rounded down onto its neighbour.
        if self.value(place + 1) <= value {
            return (place + 1, self.value(place + 1) == value);
        }
        (place, self.value(place) == value)
    }

    /// The value at a place on the grid.
    pub fn value(&self, place: i64) -> f64 {
        place as f64 / self.per_whole()
    }

    /// The first and last place on the grid.
    pub fn ends(&self) -> (i64, i64) {
        let (least, most) = self.attribute.range();
        let per = self.per_whole();
        ((least * per).ceil() as i64, (most * per).floor() as i64)
    }

    fn per_whole(&self) -> f64 {
        if self.attribute.is_continuous() { PER_WHOLE } else { 1.0 }
    }

    /// The first place from one to another, both included and in either direction, at which the
    /// network says this.
    pub fn first(&mut self, from: i64, to: i64, lived: bool) -> Option<i64> {
        if from == to {
            return (self.says(self.value(from)) == lived).then_some(from);
        }
        let (low, high) = self.bounds_between(self.value(from.min(to)), self.value(from.max(to)));
        let (always, never) = if lived { (low > 0.0, high <= 0.0) } else { (high <= 0.0, low > 0.0) };
        if always || never {
            return always.then_some(from);
        }
        let middle = from + (to - from) / 2;
        self.first(from, middle, lived).or_else(|| self.first(middle + (to - from).signum(), to, lived))
    }

    /// Where the answer changes between two values with different answers, as finely as numbers go.
    pub fn fence(&mut self, mut here: f64, mut there: f64) -> f64 {
        let said = self.says(here);
        loop {
            let middle = f64::midpoint(here, there);
            if middle == here || middle == there {
                return there;
            }
            if self.says(middle) == said {
                here = middle;
            } else {
                there = middle;
            }
        }
    }

    /// Every value in the range at which the answer changes, in order.
    pub fn crossings(&mut self) -> Vec<f64> {
        let (mut from, last) = self.ends();
        let mut lived = self.says(self.value(from));
        let mut crossings = Vec::new();
        while let Some(place) = self.first(from, last, !lived) {
            crossings.push(self.fence(self.value(place - 1), self.value(place)));
            (from, lived) = (place, !lived);
        }
        crossings
    }

    /// Where z is 0 on the straight line through the range, also beyond its ends; none where z is no
    /// straight line, or a level one.
    pub fn zero(&mut self) -> Option<f64> {
        let straight = |&input: &usize| {
            matches!(
                self.encoder.inputs()[input].feature,
                Feature::Age
                    | Feature::AgeTimesSex
                    | Feature::Sibsp
                    | Feature::Parch
                    | Feature::FamilySize
                    | Feature::Fare
            )
        };
        if self.network.depth() > 1 || !self.moving.iter().all(straight) {
            return None;
        }
        let (least, most) = self.attribute.range();
        let (low, high) = (self.z(least), self.z(most));
        let zero = least - low * (most - least) / (high - low);
        zero.is_finite().then_some(zero)
    }

    /// Shows the network this value.
    fn show(&mut self, value: f64) {
        if !self.attribute.is_quantity() {
            // With a choice more may change than itself: a Miss made Mr is no Miss when made a woman again.
            self.person = self.own.clone();
        }
        self.attribute.set(&mut self.person, value);
        let person = self.person.passenger();
        for &place in &self.moving {
            let input = &self.encoder.inputs()[place];
            if let Some(raw) = input.raw(&person) {
                self.inputs[place] = input.scaled(raw);
            }
        }
    }

    /// Between which numbers z lies for all values from one to another.
    fn bounds_between(&mut self, least: f64, most: f64) -> (f64, f64) {
        self.show(least);
        self.bounds.begin(&self.inputs);
        self.show(most);
        for &place in &self.moving {
            let input = &self.encoder.inputs()[place];
            let value = self.inputs[place];
            self.bounds.reach(place, value, input, (least, most));
        }
        self.bounds.of(self.network)
    }
}
