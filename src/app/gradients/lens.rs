//! The numbers of the Gradients screen for the present cursors, computed once and kept until a cursor
//! moves. Numerical checks over many rows are made bit by bit.

use crate::analysis::gradient::{
    BatchRows, Check, Checking, NoGradient, PersonGradient, Pulls, Step,
};
use crate::app::App;
use crate::nn::{OptimizerState, Parameter, Shape};
use crate::training::{Recipe, Run};

/// Nanoseconds of checking that may be done at once without being felt.
const AT_ONCE: u64 = 2_000_000;
/// Nanoseconds of one slice.
const SLICE: u64 = 1_000_000;
/// Checks are made for parameters this near to the one pointed at: more than any table shows.
const NEAR: usize = 40;

/// What the step of the batch depends on.
#[derive(Debug, Clone, PartialEq)]
struct At {
    run: usize,
    epoch: u64,
    rate: f64,
    penalties: (f64, f64),
    parameters: Vec<f64>,
    memory: OptimizerState,
    recipe: Recipe,
}

impl At {
    fn of(app: &App) -> Self {
        let run = app.run();
        Self {
            run: app.runs.active_index(),
            epoch: run.epoch(),
            rate: run.learning_rate(),
            penalties: run.regularisation(),
            parameters: run.network().parameters().to_vec(),
            memory: run.memory().clone(),
            recipe: run.recipe().clone(),
        }
    }
}

/// One person's flow and step.
#[derive(Debug, Clone)]
pub struct One {
    /// What flows forward and back.
    pub flow: PersonGradient,
    /// The step if the batch were this person alone.
    pub step: Step,
    checks: Vec<Option<Check>>,
}

/// The batch's rows, step and checks.
#[derive(Debug, Clone)]
pub struct Batch {
    /// Who is in it.
    pub rows: BatchRows,
    /// The step training takes next.
    pub step: Step,
    checks: Vec<Option<Check>>,
}

impl One {
    /// The check of a parameter, once it is made.
    pub fn check(&self, index: usize) -> Option<Check> {
        self.checks.get(index).copied().flatten()
    }
}

impl Batch {
    /// The check of a parameter, once it is made.
    pub fn check(&self, index: usize) -> Option<Check> {
        self.checks.get(index).copied().flatten()
    }
}

/// Everything the screen shows.
#[derive(Debug, Clone, Default)]
pub struct Lens {
    at: Option<At>,
    who: Option<usize>,
    parameter: Option<Parameter>,
    /// The flat places of the parameters whose checks are wanted, the nearest first.
    near: Vec<usize>,
    one: Option<Result<One, NoGradient>>,
    batch: Option<Batch>,
    pulls: Pulls,
    checking: Option<Checking>,
}

impl Lens {
    /// The selected passenger's part, or why there is none; none at all before the screen was shown.
    pub fn one(&self) -> Option<Result<&One, NoGradient>> {
        self.one
            .as_ref()
            .map(|one| one.as_ref().map_err(|why| *why))
    }

    /// The batch's part; none before the screen was shown.
    pub const fn batch(&self) -> Option<&Batch> {
        self.batch.as_ref()
    }

    /// Who pulls the parameter pointed at.
    pub const fn pulls(&self) -> &Pulls {
        &self.pulls
    }

    /// Brings everything up to date.
    pub(super) fn follow(&mut self, app: &App) {
        let run = app.run();
        let count = run.network().parameters().len();
        let at = At::of(app);
        let moved = self.at.as_ref() != Some(&at);
        if moved {
            self.batch = Some(Batch {
                rows: BatchRows::of(run),
                step: Step::of_batch(run),
                checks: vec![None; count],
            });
            self.at = Some(at);
        }
        if moved || self.who != Some(app.who) {
            self.who = Some(app.who);
            self.one = Some(PersonGradient::of(run, app.who).map(|flow| One {
                step: Step::of_person(run, &flow),
                flow,
                checks: vec![None; count],
            }));
        }
        let parameter = app.spot.parameter(run.network());
        if moved || self.parameter != Some(parameter) {
            self.parameter = Some(parameter);
            self.near = near(run.network().shape(), parameter);
            if let Some(batch) = &self.batch {
                self.pulls = Pulls::of(run, &batch.rows.rows, parameter);
            }
        }
        if moved {
            self.checking = None;
        }
        self.spend(run, AT_ONCE);
    }

    /// Whether a check near the parameter pointed at is not made yet.
    pub(super) fn is_waiting(&self) -> bool {
        self.next().is_some()
    }

    /// Makes about a millisecond's worth of checks; whether one was finished.
    pub(super) fn work(&mut self, run: &Run) -> bool {
        self.spend(run, SLICE)
    }

    /// The nearest parameter without one of its checks; true for the batch's.
    fn next(&self) -> Option<(usize, bool)> {
        let batch = self.batch.as_ref()?;
        let one = self.one.as_ref().and_then(|one| one.as_ref().ok());
        self.near.iter().find_map(|&index| {
            let person = one.is_some_and(|one| one.checks[index].is_none());
            let whole = batch.checks[index].is_none();
            (person || whole).then_some((index, !person))
        })
    }

    /// Makes checks until about so many nanoseconds are spent; whether one was finished.
    fn spend(&mut self, run: &Run, nanoseconds: u64) -> bool {
        let row_cost =
            3 * crate::training::about_epoch_nanoseconds(0, 1, run.network().parameters().len());
        let mut left = nanoseconds / row_cost.max(1);
        let mut finished = false;
        while left > 0 {
            let Some((index, whole)) = self.next() else {
                break;
            };
            if !whole {
                left = left.saturating_sub(1);
                if let Some(Ok(one)) = &mut self.one {
                    let parameter = run.network().parameter_at(index);
                    one.checks[index] = Some(Check::of_person(run, parameter, &one.flow));
                    finished = true;
                }
                continue;
            }
            let Some(batch) = &mut self.batch else {
                break;
            };
            let rows = &batch.rows.rows;
            let mut checking = match self.checking.take() {
                Some(checking) if checking.index() == index => checking,
                _ => Checking::new(run, index),
            };
            let train = run.training_rows();
            let until = (checking.done() + left as usize).min(rows.len());
            left -= (until - checking.done()) as u64;
            for &row in &rows[checking.done()..until] {
                checking.add(run, train.inputs(row), train.label(row));
            }
            if until == rows.len() {
                batch.checks[index] = Some(checking.finish(batch.step.gradient[index]));
                finished = true;
            } else {
                self.checking = Some(checking);
            }
        }
        finished
    }
}

/// The flat places of the parameters a table may show around this one, the nearest first.
fn near(shape: &Shape, parameter: Parameter) -> Vec<usize> {
    let here = shape.reading_place(parameter);
    let places = (0..=NEAR).flat_map(|by| {
        let above = here.checked_sub(by).filter(|_| by > 0);
        let below = Some(here + by).filter(|&place| place < shape.parameters());
        [below, above]
    });
    places
        .flatten()
        .map(|place| shape.index(shape.parameter_read(place)))
        .collect()
}
