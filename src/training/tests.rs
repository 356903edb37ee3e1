//! Tests of the floor as a whole: the figures of the post, the time machine, and files. Floors above test with the same
//! runs.

mod edits;
mod encoding;
mod facts;
mod files;
mod hostile;
mod recipes;
mod splits;
mod stops;
mod tensors;
mod time;

use std::sync::Arc;

use super::{Recipe, Run};
use crate::data::{Labels, PassengerList};

pub(crate) fn list() -> Arc<PassengerList> {
    Arc::new(PassengerList::embedded())
}

pub(crate) fn run_of(recipe: Recipe) -> Run {
    Run::from_recipe("test", list(), recipe).unwrap()
}

fn small_list(text: &str) -> Arc<PassengerList> {
    Arc::new(PassengerList::read("small.csv", text.as_bytes(), Labels::Required).unwrap())
}

/// Bits, so that −0 is told from 0 and no rounding is forgiven.
fn bits(run: &Run) -> Vec<u64> {
    run.network().parameters().iter().map(|number| number.to_bits()).collect()
}

pub(crate) fn train_to(run: &mut Run, epoch: u64) {
    while run.last_epoch() < epoch {
        run.train().unwrap();
    }
}

pub(crate) fn trained(recipe: Recipe, epochs: u64) -> Run {
    let mut run = run_of(recipe);
    train_to(&mut run, epochs);
    run
}

pub(crate) fn published() -> Run {
    Run::published(list())
}
