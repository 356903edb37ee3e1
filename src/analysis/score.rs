//! The honest scoreboard: counts beside rates, both parts apart, baselines, an interval, and the
//! policy for missing ages behind every figure.

mod answers;
mod calibration;
mod cuts;
mod groups;
mod importance;
mod mcnemar;
mod odds;
mod roc;
mod wilson;

use serde::{Deserialize, Serialize};

pub use answers::{Answer, Apart, answers};
pub use calibration::{BINS, Bin, bin_ends, calibration, histogram, tenths};
pub use cuts::Cuts;
pub use groups::{Group, groups};
pub use importance::{Importance, Importances, importance, importances, shuffled_features, shuffles};
pub use mcnemar::McNemar;
pub use odds::{OddsRatio, OddsRatios, Ratio, Sureness, odds_ratios};
pub use roc::Roc;
pub use wilson::wilson;

use crate::data::Sex;
use crate::data::number::defined;
use crate::nn::{Loss, Network, math};
use crate::training::{MissingAge, Run};

/// How good a network is on a run's list at one threshold; its JSON is what `evaluate` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scoreboard {
    /// The rows it learned from.
    pub train: PartScore,
    /// The rows it never saw.
    pub test: PartScore,
    /// What rules without a network reach on the same rows.
    pub baselines: Baselines,
    /// The network against the better of them.
    pub mcnemar: Apart<McNemar>,
    /// What it said against what became of them, in ten bins of p without the empty ones.
    pub calibration: Apart<Vec<Bin>>,
    /// Predicted to have lived when p is above this.
    pub threshold: f64,
    /// What was done about missing ages.
    pub missing_age: MissingAge,
}

/// One part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PartScore {
    /// Right answers.
    pub correct: u32,
    /// Out of how many, those counted as died included.
    pub total: u32,
    /// The share of right answers; none over no rows, as all that follow.
    pub accuracy: Option<f64>,
    /// The 95 % Wilson interval of that share.
    pub wilson: Option<[f64; 2]>,
    /// The mean loss, over `loss_rows`.
    pub loss: Option<f64>,
    /// The rows with a p: those loss and AUC are taken over.
    pub loss_rows: u32,
    /// The four kinds of answer.
    pub confusion: Confusion,
    /// Of those predicted to have lived, the share that did.
    pub precision: Option<f64>,
    /// Of those who lived, the share predicted to.
    pub recall: Option<f64>,
    /// The harmonic mean of precision and recall.
    pub f1: Option<f64>,
    /// The area under the ROC curve, over `loss_rows`.
    pub auc: Option<f64>,
}

/// Counts by what was predicted (second letter: negative is died) and whether that is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Confusion {
    /// Predicted died, died.
    pub tn: u32,
    /// Predicted lived, died.
    pub fp: u32,
    /// Predicted died, lived.
    #[serde(rename = "fn")]
    pub fn_: u32,
    /// Predicted lived, lived.
    pub tp: u32,
}

/// Rules a network has to beat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Baselines {
    /// Everyone died.
    pub everyone_died: Apart<Count>,
    /// All women lived, all men died.
    pub women_live: Apart<Count>,
}

/// k of N.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Count {
    /// Right answers.
    pub correct: u32,
    /// Out of how many.
    pub total: u32,
}

impl Confusion {
    /// Right answers.
    pub const fn correct(&self) -> u32 {
        self.tn + self.tp
    }

    /// All answers.
    pub const fn total(&self) -> u32 {
        self.tn + self.fp + self.fn_ + self.tp
    }

    /// Those who lived.
    pub const fn lived(&self) -> u32 {
        self.fn_ + self.tp
    }

    /// Those who died.
    pub const fn died(&self) -> u32 {
        self.tn + self.fp
    }

    /// Wrong answers.
    pub const fn wrong(&self) -> u32 {
        self.fp + self.fn_
    }

    /// The count of one kind of answer.
    const fn of(&mut self, said_lived: bool, lived: bool) -> &mut u32 {
        match (said_lived, lived) {
            (false, false) => &mut self.tn,
            (false, true) => &mut self.fn_,
            (true, false) => &mut self.fp,
            (true, true) => &mut self.tp,
        }
    }

    /// Of those predicted to have lived, the share that did; none where nobody was.
    pub fn precision(&self) -> Option<f64> {
        ratio(self.tp, self.tp + self.fp)
    }

    /// Of those who lived, the share predicted to; none where nobody lived.
    pub fn recall(&self) -> Option<f64> {
        ratio(self.tp, self.tp + self.fn_)
    }

    /// 2·tp / (2·tp + fp + fn), the harmonic mean of both.
    pub fn f1(&self) -> Option<f64> {
        ratio(2 * self.tp, 2 * self.tp + self.fp + self.fn_)
    }
}

impl Scoreboard {
    /// The scoreboard of a network of this run's shape, on the run's list under its policy.
    ///
    /// `threshold` lies in 0..=1; predicted to have lived when z > ln(T / (1 − T)), so the printed
    /// p never decides.
    pub fn new(run: &Run, network: &Network, threshold: f64) -> Self {
        let answers = answers(run, network);
        let loss = run.recipe().loss;
        Self {
            train: PartScore::new(&answers.train, loss, threshold),
            test: PartScore::new(&answers.test, loss, threshold),
            baselines: Baselines::new(run),
            mcnemar: answers.map(|part| McNemar::against_women_live(run.list(), part, threshold)),
            calibration: answers.map(|part| calibration(part)),
            threshold,
            missing_age: run.encoder().missing_age(),
        }
    }
}

impl PartScore {
    /// What these answers come to at a threshold on p in 0..=1, and by this loss.
    pub fn new(answers: &[Answer], loss: Loss, threshold: f64) -> Self {
        let cuts = Cuts::new(answers);
        let confusion = cuts.confusion(threshold);
        let losses =
            answers.iter().filter_map(|answer| Some(loss.from_logit(answer.z()?, f64::from(u8::from(answer.lived)))));
        let (sum, loss_rows) = losses.fold((0.0, 0_u32), |(sum, rows), loss| (sum + loss, rows + 1));
        Self {
            correct: confusion.correct(),
            total: confusion.total(),
            accuracy: ratio(confusion.correct(), confusion.total()),
            wilson: wilson(confusion.correct(), confusion.total()),
            loss: defined(sum / f64::from(loss_rows)),
            loss_rows,
            confusion,
            precision: confusion.precision(),
            recall: confusion.recall(),
            f1: confusion.f1(),
            auc: Roc::new(&cuts).map(|roc| roc.area),
        }
    }
}

impl Baselines {
    /// Both rules on the rows that belong to a count under the run's policy.
    pub fn new(run: &Run) -> Self {
        let (mut everyone_died, mut women_live) = (Apart::default(), Apart::default());
        let asked = [run.training_rows(), run.test_rows()];
        let asked = asked.into_iter().flat_map(|rows| (0..rows.len()).map(|row| rows.place(row)));
        for place in asked.chain(run.counted_dead()) {
            let passenger = run.list().passenger(place);
            let Some(lived) = passenger.survived else {
                continue;
            };
            let is_for = run.split().is_for(place);
            let add = |rule: &mut Apart<Count>, right| {
                let Some(count) = rule.part_mut(is_for) else { return };
                count.correct += u32::from(right);
                count.total += 1;
            };
            add(&mut everyone_died, !lived);
            add(&mut women_live, lived == (passenger.sex == Sex::Female));
        }
        Self { everyone_died, women_live }
    }
}

impl Count {
    /// The share of right answers in per cent; none of nobody.
    pub fn percent(self) -> Option<f64> {
        (self.total > 0).then(|| f64::from(self.correct) / f64::from(self.total) * 100.0)
    }
}

/// The logit a threshold on p stands for.
pub fn fence(threshold: f64) -> f64 {
    math::ln(threshold / (1.0 - threshold))
}

fn ratio(of: u32, all: u32) -> Option<f64> {
    (all > 0).then(|| f64::from(of) / f64::from(all))
}

#[cfg(test)]
mod tests;
