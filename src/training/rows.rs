//! The list as the network is shown it: encoded once, in flat buffers, training and test apart.

use std::sync::Arc;

use super::encoder::{Encoder, Standing};
use crate::data::{PassengerList, RowUse, Split};
use crate::kernel::PackedRows;
use crate::nn::Rows;

/// Passengers counted as predicted "died", without asking the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CountedDead {
    /// How many there are.
    pub total: u32,
    /// How many of them did die.
    pub correct: u32,
}

/// All rows of a list under one recipe.
#[derive(Debug, Clone)]
pub(super) struct TrainingSet {
    /// Which rows of the list are for training.
    pub split: Split,
    pub train: Rows,
    pub test: Rows,
    /// Rows held out of training: their loss is watched, and nothing is learned from them.
    pub held_out: Rows,
    /// Rows without a label: the network answers, but nothing is learned or counted.
    pub unlabelled: Rows,
    /// All four as the kernel takes them, those who are alike together.
    pub train_packed: Arc<PackedRows>,
    pub test_packed: PackedRows,
    pub held_out_packed: PackedRows,
    pub unlabelled_packed: PackedRows,
    pub train_dead: CountedDead,
    pub test_dead: CountedDead,
    /// The rows of the list behind both counts.
    pub dead_places: Vec<u32>,
}

impl TrainingSet {
    pub fn new(split: Split, encoder: &Encoder, list: &PassengerList) -> Self {
        let rows = || Rows::new(encoder.inputs().len());
        let mut set = Self {
            split,
            train: rows(),
            test: rows(),
            held_out: rows(),
            unlabelled: rows(),
            train_packed: Arc::default(),
            test_packed: PackedRows::default(),
            held_out_packed: PackedRows::default(),
            unlabelled_packed: PackedRows::default(),
            train_dead: CountedDead::default(),
            test_dead: CountedDead::default(),
            dead_places: Vec::new(),
        };
        let mut inputs = Vec::new();
        for (place, passenger) in list.passengers().enumerate() {
            let is_for = set.split.is_for(place);
            match (encoder.standing(&passenger), encoder.encode_into(&passenger, &mut inputs)) {
                (Standing::Asked, true) => {
                    let label = passenger.survived.map_or(f64::NAN, |lived| f64::from(u8::from(lived)));
                    let rows = match (passenger.survived, is_for) {
                        (None, _) => &mut set.unlabelled,
                        (Some(_), RowUse::Training) => &mut set.train,
                        (Some(_), RowUse::HeldOut) => &mut set.held_out,
                        (Some(_), RowUse::Testing) => &mut set.test,
                    };
                    rows.push(&inputs, label, place);
                }
                (Standing::Died, _) => {
                    let Some(lived) = passenger.survived else {
                        continue;
                    };
                    set.dead_places.push(place as u32);
                    let dead = match is_for {
                        RowUse::Training => &mut set.train_dead,
                        RowUse::Testing => &mut set.test_dead,
                        // Whose answers are not counted.
                        RowUse::HeldOut => continue,
                    };
                    dead.total += 1;
                    dead.correct += u32::from(!lived);
                }
                (Standing::Dropped, _) | (Standing::Asked, false) => {}
            }
        }
        set.train_packed = Arc::new(PackedRows::merged(&set.train));
        set.test_packed = PackedRows::merged(&set.test);
        set.held_out_packed = PackedRows::merged(&set.held_out);
        set.unlabelled_packed = PackedRows::merged(&set.unlabelled);
        set
    }

    /// All rows the network is asked about, both ways.
    pub fn asked(&self) -> [(&Rows, &PackedRows); 4] {
        [
            (&self.train, &self.train_packed),
            (&self.test, &self.test_packed),
            (&self.held_out, &self.held_out_packed),
            (&self.unlabelled, &self.unlabelled_packed),
        ]
    }
}
