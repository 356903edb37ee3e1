//! Which rows teach, by the rule of a recipe: the first ones, or rows drawn by its seed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

use crate::data::{PassengerList, Split};
use crate::nn::rng::Random;

/// Streams below are the orders of epochs, the directions of a map and of a sharpness; this one is the split's.
const STREAM: u64 = u64::MAX - 2;
/// And this one that of folds.
const FOLDS: u64 = u64::MAX - 3;
/// This one is that of the held-out rows.
const HELD_OUT: u64 = u64::MAX - 5;

/// How the training rows are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SplitRule {
    /// The first rows of the list.
    #[default]
    First,
    /// Rows drawn by the seed.
    Shuffled,
    /// Rows drawn by the seed, of each outcome in each class the same share.
    Stratified,
}

impl SplitRule {
    /// Every rule, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// So many training rows of a list, the same ones for a seed on every machine.
    pub(super) fn draw(self, list: &PassengerList, train_rows: usize, seed: u64) -> Split {
        let rows = list.len();
        match self {
            Self::First => Split::first(train_rows),
            Self::Shuffled => Split::drawn(rows, shuffled(rows, seed, STREAM).into_iter().take(train_rows)),
            Self::Stratified => Split::drawn(rows, share_of_each(list, shuffled(rows, seed, STREAM), train_rows)),
        }
    }
}

/// Which share of the training rows is held out of training, to tell when it no longer helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, VariantArray, IntoStaticStr)]
pub enum HeldOut {
    /// None of them.
    #[default]
    #[serde(rename = "none")]
    #[strum(serialize = "none")]
    Nobody,
    /// One in ten.
    #[serde(rename = "10%")]
    #[strum(serialize = "10%")]
    Tenth,
    /// One in five.
    #[serde(rename = "20%")]
    #[strum(serialize = "20%")]
    Fifth,
    /// Three in ten.
    #[serde(rename = "30%")]
    #[strum(serialize = "30%")]
    ThreeTenths,
}

impl HeldOut {
    /// Every share, in the order menus show them.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The name used in recipes and flags.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// How many of so many training rows are held out; one is left to learn from, if there is any.
    pub const fn of(self, train_rows: usize) -> usize {
        let tenths = match self {
            Self::Nobody => 0,
            Self::Tenth => 1,
            Self::Fifth => 2,
            Self::ThreeTenths => 3,
        };
        train_rows / 10 * tenths + train_rows % 10 * tenths / 10
    }

    /// A split with this share of its training rows held out, of each outcome in each class alike, the same ones for a
    /// seed on every machine.
    pub(super) fn draw(self, list: &PassengerList, split: Split, seed: u64) -> Split {
        let count = self.of(split.train_rows());
        if count == 0 {
            return split;
        }
        let training = shuffled(list.len(), seed, HELD_OUT).into_iter().filter(|&row| split.trains(row as usize));
        split.holding_out(list.len(), share_of_each(list, training.collect(), count))
    }
}

/// All rows of a list dealt into so many folds, of each outcome in each class as many to each, give or take one: for
/// each fold a split of the others for training, and the fold for testing.
pub fn folds(list: &PassengerList, count: usize, seed: u64) -> Vec<Split> {
    let order = by_strata(list, shuffled(list.len(), seed, FOLDS));
    let others = |fold: usize| order.iter().enumerate().filter(move |(place, _)| place % count != fold);
    (0..count).map(|fold| Split::drawn(list.len(), others(fold).map(|(_, &row)| row))).collect()
}

/// All rows in an order of the seed.
fn shuffled(rows: usize, seed: u64, stream: u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..rows as u32).collect();
    Random::new(seed, stream).shuffle(&mut order);
    order
}

/// So many of some rows, of each outcome in each class the same share.
fn share_of_each(list: &PassengerList, order: Vec<u32>, wanted: usize) -> impl Iterator<Item = u32> {
    // Every so manieth row of an order in which alike ones stand together: so each stratum gives its
    // share, less than one row off, and all together give exactly as many as asked for.
    let rows = order.len().max(1);
    let before = move |place: usize| place as u128 * wanted as u128 / rows as u128;
    let taken = by_strata(list, order).into_iter().enumerate();
    taken.filter(move |&(place, _)| before(place) < before(place + 1)).map(|(_, row)| row)
}

/// The same order with those of one outcome and one class together.
fn by_strata(list: &PassengerList, order: Vec<u32>) -> Vec<u32> {
    let mut strata: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for row in order {
        let person = list.passenger(row as usize);
        strata.entry((person.survived, person.class)).or_default().push(row);
    }
    strata.into_values().flatten().collect()
}
