//! The numbers of the Gradients screen for the present cursors, computed once and kept until a cursor
//! moves. Numerical checks over many rows are made a few at a time.

use std::sync::LazyLock;

use crate::analysis::gradient::{BatchRows, Check, NoGradient, PersonGradient, Pulls, Step};
use crate::app::Core;
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::Stamp;
use crate::nn::{Parameter, Shape};
use crate::training::Run;

/// Nanoseconds of checking that may be done at once without being felt.
const AT_ONCE: u64 = 2_000_000;
/// Nanoseconds of one slice.
const SLICE: u64 = 8_000_000;
/// Checks are made for parameters this near to the one pointed at: more than any table shows.
const NEAR: usize = 40;

/// So many of the batch are listed as the most wrong, at the most.
const MOST_WRONG: usize = 64;

/// Nobody pulls.
static NO_PULLS: LazyLock<Pulls> = LazyLock::new(Pulls::default);

/// What the numbers are for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cursors {
    stamp: Stamp,
    who: usize,
    parameter: Parameter,
}

impl Cursors {
    /// The present cursors.
    pub(super) fn of(core: &Core) -> Self {
        Self { stamp: core.stamp(), who: core.who, parameter: core.spot().parameter(core.network()) }
    }

    const fn person(self) -> (Stamp, usize) {
        (self.stamp, self.who)
    }

    const fn pulled(self) -> (Stamp, Parameter) {
        (self.stamp, self.parameter)
    }
}

/// A step, what it follows from, and the checks of its gradient.
#[derive(Debug, Clone)]
pub struct CheckedStep<T> {
    /// What flows in one person, or who is in the batch.
    pub of: T,
    /// The step training takes next, or would if the batch were this person alone.
    pub step: Step,
    checks: Vec<Option<Check>>,
}

impl<T> CheckedStep<T> {
    fn new(of: T, step: Step) -> Self {
        Self { of, checks: vec![None; step.gradient.len()], step }
    }

    /// The check of a parameter, once it is made.
    pub fn check(&self, index: usize) -> Option<Check> {
        self.checks.get(index).copied().flatten()
    }
}

/// One person's.
type OfPerson = CheckedStep<PersonGradient>;
/// The batch's.
pub(super) type OfBatch = CheckedStep<BatchRows>;

/// Who pulls a parameter, and the flat places of the parameters around it whose checks are wanted, the
/// nearest first.
#[derive(Debug, Clone)]
struct Around {
    pulls: Pulls,
    near: Vec<usize>,
}

/// Everything the screen shows, each part for the cursors it follows from.
#[derive(Debug, Clone, Default)]
pub(super) struct Lens {
    one: Prepared<(Stamp, usize), Result<OfPerson, NoGradient>>,
    batch: Prepared<Stamp, OfBatch>,
    around: Prepared<(Stamp, Parameter), Around>,
    wrong: Prepared<Stamp, Vec<usize>>,
}

/// What of it is for some cursors.
#[derive(Debug, Clone, Copy)]
pub struct SeenGradients<'a> {
    lens: &'a Lens,
    at: Cursors,
}

impl<'a> SeenGradients<'a> {
    /// The selected passenger's part, or why there is none; none at all before the screen was shown.
    pub fn one(self) -> Option<Result<&'a OfPerson, NoGradient>> {
        let one = self.lens.one.get(&self.at.person())?;
        Some(one.as_ref().map_err(|why| *why))
    }

    /// The batch's part; none before the screen was shown.
    pub fn batch(self) -> Option<&'a OfBatch> {
        self.lens.batch.get(&self.at.stamp)
    }

    /// Who pulls the parameter pointed at.
    pub fn pulls(self) -> &'a Pulls {
        let around = self.lens.around.get(&self.at.pulled());
        around.map_or(&NO_PULLS, |around| &around.pulls)
    }

    /// The rows of the batch whose δ is largest, the largest first; none before they were asked for.
    pub fn most_wrong(self) -> &'a [usize] {
        self.lens.wrong.get(&self.at.stamp).map_or(&[], Vec::as_slice)
    }

    /// The nearest parameter without one of its checks; true for the batch's.
    fn unchecked(self) -> Option<(usize, bool)> {
        let batch = self.batch()?;
        let one = self.one().and_then(Result::ok);
        let around = self.lens.around.get(&self.at.pulled())?;
        around.near.iter().find_map(|&index| {
            let person = one.is_some_and(|one| one.checks[index].is_none());
            let whole = batch.checks[index].is_none();
            (person || whole).then_some((index, !person))
        })
    }

    /// Whether a check near the parameter pointed at is not made yet.
    pub(super) fn is_waiting(self) -> bool {
        self.unchecked().is_some()
    }
}

impl Lens {
    /// What of it is for these cursors.
    pub(super) const fn seen(&self, at: Cursors) -> SeenGradients<'_> {
        SeenGradients { lens: self, at }
    }

    /// Brings everything up to date with the cursors of a run; who is most wrong only where they are listed.
    pub(super) fn follow(&mut self, at: Cursors, run: &Run, lists_wrong: bool) {
        let batch = self.batch.ensure(at.stamp, || CheckedStep::new(BatchRows::of(run), Step::of_batch(run)));
        if lists_wrong {
            self.wrong.ensure(at.stamp, || most_wrong(run, &batch.of));
        }
        self.one.ensure(at.person(), || {
            PersonGradient::of(run, at.who).map(|flow| {
                let step = Step::of_person(run, &flow);
                CheckedStep::new(flow, step)
            })
        });
        self.around.ensure(at.pulled(), || Around {
            pulls: Pulls::of(run, &batch.of, at.parameter),
            near: near(run.network().shape(), at.parameter),
        });
        self.spend(at, run, AT_ONCE);
    }

    /// Makes a slice's worth of checks; whether one was finished.
    pub(super) fn work(&mut self, at: Cursors, run: &Run) -> bool {
        self.spend(at, run, SLICE)
    }

    /// Makes checks until about so many nanoseconds are spent; whether one was finished.
    fn spend(&mut self, at: Cursors, run: &Run, nanoseconds: u64) -> bool {
        // The readable way, three times: a few nanoseconds for each product.
        let mut left = nanoseconds;
        let mut finished = false;
        while left > 0 {
            let Some((index, whole)) = self.seen(at).unchecked() else {
                break;
            };
            let cost = if whole {
                let Some(batch) = self.batch.get_mut(&at.stamp) else { break };
                let gradient = batch.step.gradient[index];
                batch.checks[index] = Some(Check::of_batch(run, index, &batch.of, gradient));
                Check::about_nanoseconds(run, Some(&batch.of))
            } else {
                let Some(Ok(one)) = self.one.get_mut(&at.person()) else { break };
                let parameter = run.network().parameter_at(index);
                one.checks[index] = Some(Check::of_person(run, parameter, &one.of));
                Check::about_nanoseconds(run, None)
            };
            left = left.saturating_sub(cost);
            finished = true;
        }
        finished
    }
}

/// Who pulls the bias of the output most: its input is 1 for everybody, so their pull is their δ.
fn most_wrong(run: &Run, batch: &BatchRows) -> Vec<usize> {
    let output = Parameter::Bias { layer: run.network().depth() - 1, neuron: 0 };
    let Pulls { mut up, down, .. } = Pulls::of(run, batch, output);
    up.extend(down);
    up.sort_by(|a, b| b.size.abs().total_cmp(&a.size.abs()).then(a.row.cmp(&b.row)));
    up.truncate(MOST_WRONG);
    up.into_iter().map(|pull| pull.row).collect()
}

/// The flat places of the parameters a table may show around this one, the nearest first.
fn near(shape: &Shape, parameter: Parameter) -> Vec<usize> {
    let here = shape.reading_place(parameter);
    let places = (0..=NEAR).flat_map(|by| {
        let above = here.checked_sub(by).filter(|_| by > 0);
        let below = Some(here + by).filter(|&place| place < shape.parameters());
        [below, above]
    });
    places.flatten().map(|place| shape.index(shape.parameter_read(place))).collect()
}
