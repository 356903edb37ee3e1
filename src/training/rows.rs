//! The list as the network is shown it: encoded once, in flat buffers, training and test apart.

use super::encoder::{Encoder, Standing};
use super::recipe::Recipe;
use crate::data::PassengerList;

/// Encoded rows with their labels.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    width: usize,
    inputs: Vec<f64>,
    labels: Vec<f64>,
    places: Vec<u32>,
}

impl Rows {
    const fn new(width: usize) -> Self {
        Self { width, inputs: Vec::new(), labels: Vec::new(), places: Vec::new() }
    }

    fn push(&mut self, inputs: &[f64], label: f64, place: usize) {
        self.inputs.extend_from_slice(inputs);
        self.labels.push(label);
        self.places.push(place as u32);
    }

    /// How many rows there are.
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// What the network is shown for a row.
    #[inline]
    pub fn inputs(&self, row: usize) -> &[f64] {
        &self.inputs[row * self.width..(row + 1) * self.width]
    }

    /// 1 if the person lived, 0 if not, NaN if the list does not say.
    #[inline]
    pub fn label(&self, row: usize) -> f64 {
        self.labels[row]
    }

    /// The row of the list this is.
    pub fn place(&self, row: usize) -> usize {
        self.places[row] as usize
    }
}

/// Passengers counted as predicted "died", without asking the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct CountedDead {
    /// How many there are.
    pub total: u32,
    /// How many of them did die.
    pub correct: u32,
}

/// All rows of a list under one recipe.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TrainingSet {
    /// The row of the list at which the test part begins.
    pub split: usize,
    pub train: Rows,
    pub test: Rows,
    /// Rows without a label: the network answers, but nothing is learned or counted.
    pub unlabelled: Rows,
    pub train_dead: CountedDead,
    pub test_dead: CountedDead,
    /// The rows of the list behind both counts.
    pub dead_places: Vec<u32>,
}

impl TrainingSet {
    pub fn new(recipe: &Recipe, encoder: &Encoder, list: &PassengerList) -> Self {
        let rows = || Rows::new(encoder.inputs().len());
        let mut set = Self {
            split: recipe.train_rows_of(list),
            train: rows(),
            test: rows(),
            unlabelled: rows(),
            train_dead: CountedDead::default(),
            test_dead: CountedDead::default(),
            dead_places: Vec::new(),
        };
        for (place, passenger) in list.passengers().enumerate() {
            let training = place < set.split;
            match (encoder.standing(&passenger), encoder.encode(&passenger)) {
                (Standing::Asked, Some(inputs)) => {
                    let label = passenger.survived.map_or(f64::NAN, |lived| f64::from(u8::from(lived)));
                    let rows = match passenger.survived {
                        None => &mut set.unlabelled,
                        Some(_) if training => &mut set.train,
                        Some(_) => &mut set.test,
                    };
                    rows.push(&inputs, label, place);
                }
                (Standing::Died, _) => {
                    let Some(lived) = passenger.survived else {
                        continue;
                    };
                    let dead = if training { &mut set.train_dead } else { &mut set.test_dead };
                    dead.total += 1;
                    dead.correct += u32::from(!lived);
                    set.dead_places.push(place as u32);
                }
                (Standing::Dropped, _) | (Standing::Asked, None) => {}
            }
        }
        set
    }
}
