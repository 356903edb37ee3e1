//! The real people most like a person of one's own, as the network sees people: by its inputs.

use crate::data::{Passenger, PassengerList};
use crate::training::{Encoder, Input};

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
pub fn similar(
    encoder: &Encoder,
    list: &PassengerList,
    person: &Passenger<'_>,
    count: usize,
) -> Similar {
    let Some(here) = place(encoder, person) else {
        return Similar::default();
    };
    let mut all = Vec::with_capacity(list.len());
    let mut same = Vec::new();
    for (row, passenger) in list.passengers().enumerate() {
        let Some(there) = place(encoder, &passenger) else {
            continue;
        };
        let pairs = here.iter().zip(&there);
        let square: f64 = pairs.map(|(a, b)| (a - b) * (a - b)).sum();
        all.push((square, passenger.id, row));
        if here == there {
            same.push(row);
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    let nearest = all.iter().take(count).map(|&(square, _, row)| Neighbour {
        row,
        distance: square.sqrt(),
    });
    Similar {
        nearest: nearest.collect(),
        same,
    }
}

/// Somebody's inputs with the quantities in standard deviations, also where the recipe leaves them
/// raw: a year must not weigh as much as being a woman.
fn place(encoder: &Encoder, passenger: &Passenger<'_>) -> Option<Vec<f64>> {
    let one = |input: &Input| {
        let raw = input.raw(passenger)?;
        Some(match input.sd {
            _ if !input.feature.is_numeric() => raw,
            0.0 => 0.0,
            sd => (raw - input.mean) / sd,
        })
    };
    encoder.inputs().iter().map(one).collect()
}
