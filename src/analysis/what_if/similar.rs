//! The real people most like a person of one's own, as the network sees people: by its inputs.

use crate::data::{Passenger, PassengerList};
use crate::training::Encoder;

/// Somebody on the list and how far away they are, in training standard deviations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// The row of the list.
    pub row: usize,
    /// Euclidean over the inputs, the quantities scaled; the 0/1 ones stay as they are.
    pub distance: f64,
}

/// The people nearest to a person, and all those the network cannot tell from them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Similar {
    /// The nearest first, ties by the order of passenger ids.
    pub nearest: Vec<Neighbour>,
    /// The rows with exactly the same inputs, in the order of the list.
    pub same: Vec<usize>,
}

/// Looks through all rows of a list; people for whom the recipe gives no answer are like nobody.
pub fn similar(encoder: &Encoder, list: &PassengerList, person: &Passenger<'_>, count: usize) -> Similar {
    let Some(here) = encoder.raw(person) else {
        return Similar::default();
    };
    let mut all = Vec::with_capacity(list.len());
    let mut same = Vec::new();
    for (row, passenger) in list.passengers().enumerate() {
        let Some(there) = encoder.raw(&passenger) else {
            continue;
        };
        let square = distance_squared(encoder, &here, &there);
        all.push((square, passenger.id, row));
        if here == there {
            same.push(row);
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let nearest = all.iter().take(count).map(|&(square, _, row)| Neighbour { row, distance: square.sqrt() });
    Similar { nearest: nearest.collect(), same }
}

/// How far apart two people are, squared, with the quantities in standard deviations also where the recipe
/// leaves them raw: a year must not weigh as much as being a woman.
///
/// Two who are equally far from somebody get the very same number: differences are taken before
/// they are divided and as the decimals they are, and squares are added from the least on.
fn distance_squared(encoder: &Encoder, here: &[f64], there: &[f64]) -> f64 {
    let pairs = encoder.inputs().iter().zip(here.iter().zip(there));
    let mut squares: Vec<f64> = pairs
        .map(|(input, (a, b))| {
            let apart = decimal(a - b);
            let in_sizes = match input.sd {
                _ if !input.feature.is_numeric() => apart,
                0.0 => 0.0,
                sd => apart / sd,
            };
            in_sizes * in_sizes
        })
        .collect();
    squares.sort_by(f64::total_cmp);
    squares.iter().sum()
}

/// A difference of decimals without what rounding left of their last places.
fn decimal(difference: f64) -> f64 {
    const PER_ONE: f64 = 1e9;
    let rounded = (difference * PER_ONE).round() / PER_ONE;
    if rounded.is_finite() { rounded } else { difference }
}
