//! The steps ← and → take on each setting: to the next sensible number, or to the next choice.

use super::setting::Setting;
use super::{Batch, MissingAge, Recipe, Scaling};
use crate::data::PassengerList;
use crate::nn::{Activation, Init, Loss, OptimizerKind};
use crate::training::{HeldOut, SplitRule, StopRule};

const RATES: [f64; 17] =
    [1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0];
const PENALTIES: [f64; 12] = [0.0, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3, 1.0];
const MOMENTA: [f64; 7] = [0.0, 0.3, 0.5, 0.8, 0.9, 0.95, 0.99];
const PATIENCES: [u64; 9] = [5, 10, 20, 50, 100, 200, 500, 1_000, 2_000];
const BATCHES: [usize; 10] = [1, 2, 5, 10, 20, 32, 50, 100, 200, 300];
/// Shallow ones first, then by width; the first is a network that learns, for one or two neurons often die.
const SHAPES: [&[usize]; 15] = [
    &[],
    &[3],
    &[4],
    &[8],
    &[16],
    &[32],
    &[64],
    &[4, 4],
    &[8, 8],
    &[16, 16],
    &[32, 32],
    &[8, 8, 8],
    &[16, 16, 16],
    &[16, 16, 16, 16],
    &[8, 8, 8, 8, 8, 8],
];

/// The recipe with a setting one step further; none at the end of its steps, and for the features, which are
/// chosen from a list.
pub fn stepped(setting: Setting, recipe: &Recipe, list: &PassengerList, up: bool) -> Option<Recipe> {
    let mut next = recipe.clone();
    match setting {
        Setting::Features => return None,
        Setting::MissingAge => next.missing_age = choice(MissingAge::ALL, recipe.missing_age, up),
        Setting::Scaling => next.scaling = choice(Scaling::ALL, recipe.scaling, up),
        Setting::TrainRows => next.train_rows = Some(train_rows(recipe, list, up)?),
        Setting::Split => next.split = choice(SplitRule::ALL, recipe.split, up),
        Setting::Hidden => next.hidden = shape(&recipe.hidden, up)?,
        Setting::Activation => next.activation = choice(Activation::ALL, recipe.activation, up),
        Setting::Init => next.init = Some(choice(Init::ALL, recipe.init(), up)),
        Setting::Seed => {
            next.seed = if up { recipe.seed.checked_add(1)? } else { recipe.seed.checked_sub(1)? };
        }
        Setting::Loss => next.loss = choice(Loss::ALL, recipe.loss, up),
        Setting::Optimizer => next.optimizer = choice(OptimizerKind::ALL, recipe.optimizer, up),
        Setting::Momentum => next.momentum = number(&MOMENTA, recipe.momentum, up)?,
        Setting::Nesterov => next.nesterov = !recipe.nesterov,
        Setting::WeightDecay => next.weight_decay = Some(number(&PENALTIES, recipe.weight_decay(), up)?),
        Setting::LearningRate => next.learning_rate = next_rate(recipe.learning_rate, up)?,
        Setting::Batch => next.batch = batch(recipe, list, up)?,
        Setting::Shuffle => next.shuffle = !recipe.shuffle,
        Setting::L1 => next.l1 = number(&PENALTIES, recipe.l1, up)?,
        Setting::L2 => next.l2 = number(&PENALTIES, recipe.l2, up)?,
        Setting::Stop => next.stop = choice(StopRule::ALL, recipe.stop, up),
        Setting::Patience => next.patience = patience(recipe.patience, up)?,
        Setting::HeldOut => next.held_out = choice(HeldOut::ALL, recipe.held_out, up),
    }
    let possible = next.clone().settled().validate(list.len()).is_ok();
    possible.then_some(next)
}

/// The learning rate `i` and `o` step to, and ← and → on its line.
pub fn next_rate(now: f64, up: bool) -> Option<f64> {
    number(&RATES, now, up)
}

/// The largest rate of these that is at most half of the largest stable one: there a step lands short of the
/// bottom in every direction.
pub fn sensible_rate(limit: f64) -> Option<f64> {
    RATES.into_iter().rev().find(|rate| *rate <= limit / 2.0)
}

/// The choice after or before this one, going round.
fn choice<T: Copy + PartialEq>(all: &[T], now: T, forward: bool) -> T {
    let at = all.iter().position(|&one| one == now).unwrap_or(0);
    let step = if forward { 1 } else { all.len() - 1 };
    all[(at + step) % all.len()]
}

/// The next number on a ladder of rising ones, wherever between them one stands.
fn number(ladder: &[f64], now: f64, up: bool) -> Option<f64> {
    // A little slack, so that a number that is on the ladder is left for the next one.
    let (above, below) = (now * 1.000_001, now * 0.999_999);
    if up {
        ladder.iter().copied().find(|&step| step > above)
    } else {
        ladder.iter().rev().copied().find(|&step| step < below)
    }
}

fn patience(now: u64, up: bool) -> Option<u64> {
    let mut steps = PATIENCES.into_iter();
    if up { steps.find(|&step| step > now) } else { steps.rfind(|&step| step < now) }
}

fn shape(now: &[usize], up: bool) -> Option<Vec<usize>> {
    let order = |widths: &[usize]| (widths.len(), widths.to_vec());
    let here = order(now);
    let found = if up {
        SHAPES.iter().find(|widths| order(widths) > here)
    } else {
        SHAPES.iter().rev().find(|widths| order(widths) < here)
    };
    found.map(|widths| widths.to_vec())
}

/// Batches below the number of training rows, then all of them at once.
fn batch(recipe: &Recipe, list: &PassengerList, up: bool) -> Option<Batch> {
    let rows = recipe.train_rows_of(list);
    let now = match recipe.batch {
        Batch::Full => usize::MAX,
        Batch::Rows(rows) => rows,
    };
    let sensible = BATCHES.into_iter().filter(|&batch| batch < rows);
    if up {
        (now != usize::MAX).then(|| {
            let next = sensible.into_iter().find(|&batch| batch > now);
            next.map_or(Batch::Full, Batch::Rows)
        })
    } else {
        let next = sensible.into_iter().rev().find(|&batch| batch < now);
        next.map(Batch::Rows)
    }
}

/// A twentieth of the list further, in round numbers; never all rows or none, which can be typed.
fn train_rows(recipe: &Recipe, list: &PassengerList, up: bool) -> Option<usize> {
    let rows = list.len();
    let now = recipe.train_rows_of(list);
    let twentieth = (rows / 20).max(1);
    let mut round = 1;
    while round * 10 <= twentieth {
        round *= 10;
    }
    let step =
        [5, 2, 1].into_iter().map(|times| times * round).find(|step| *step <= twentieth + round / 2).unwrap_or(1);
    let next = if up { (now / step + 1) * step } else { now.div_ceil(step).checked_sub(1)? * step };
    (1..rows).contains(&next).then_some(next)
}
