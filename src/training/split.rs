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
            Self::Stratified => {
                // Every so manieth row of an order in which alike ones stand together: so each stratum gives its
                // share, less than one row off, and all together give exactly as many as asked for.
                let before = |place: usize| place as u128 * train_rows as u128 / rows.max(1) as u128;
                let taken = by_strata(list, shuffled(rows, seed, STREAM)).into_iter().enumerate();
                let taken = taken.filter(|&(place, _)| before(place) < before(place + 1));
                Split::drawn(rows, taken.map(|(_, row)| row))
            }
        }
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

/// The same order with those of one outcome and one class together.
fn by_strata(list: &PassengerList, order: Vec<u32>) -> Vec<u32> {
    let mut strata: BTreeMap<_, Vec<u32>> = BTreeMap::new();
    for row in order {
        let person = list.passenger(row as usize);
        strata.entry((person.survived, person.class)).or_default().push(row);
    }
    strata.into_values().flatten().collect()
}
