//! The numbers of the Score screen, kept between frames: a network is asked once an epoch, and moving the
//! threshold only counts anew.

use crate::analysis::score::{
    Answer, Apart, BINS, Baselines, Bin, Confusion, Cuts, Group, McNemar, PartScore, Roc, answers, groups, tenths,
};
use crate::nn::Network;
use crate::training::{MissingAge, RecipePatch, Run};

use crate::app::core::prepared::Prepared;
use crate::app::core::runs::{Past, Slot};

/// What the slider moves by, in thousandths.
pub const STEP: u16 = 5;

/// A network's answers under one policy for missing ages, sorted for every threshold.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What is done about missing ages.
    pub policy: MissingAge,
    /// The answers.
    pub cuts: Apart<Cuts>,
}

/// What stands on the Score screen for one network under one policy.
#[derive(Debug, Clone)]
pub struct Board {
    /// What the network says under the policy chosen.
    pub answers: Apart<Vec<Answer>>,
    /// The same, sorted.
    pub this: Judged,
    /// The same network under the other policy worth a look.
    pub other: Judged,
    /// What rules without a network reach on the rows of `this`.
    pub baselines: Baselines,
    /// The slider's place with the most right training rows, in thousandths, and how many they are.
    pub best: Option<(u16, u32)>,
    /// The ROC curves, where somebody lived and somebody died.
    pub roc: Apart<Option<Roc>>,
    /// What was said against what happened, by tenths of p; none where nobody is.
    pub calibration: Apart<[Option<Bin>; BINS]>,
    /// What is counted at the threshold.
    pub counted: Counted,
}

/// What is counted at one threshold.
#[derive(Debug, Clone)]
pub struct Counted {
    cut: u16,
    /// The scores.
    pub score: Apart<PartScore>,
    /// The network against "women live".
    pub mcnemar: Apart<McNemar>,
    /// The kinds of answer by group.
    pub groups: Apart<Vec<(Group, Confusion)>>,
}

/// One run under other policies than its own: the same weights and statistics, other rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Judges(Prepared<Past, Vec<Run>>);

impl Judges {
    /// The run as it is under a policy; the run itself where that is its own, or where no file of it
    /// could be made.
    fn under<'a>(&'a mut self, slot: &'a Slot, policy: MissingAge) -> &'a Run {
        let run = &slot.run;
        if run.recipe().missing_age == policy {
            return run;
        }
        let all = self.0.ensure(slot.past(), Vec::new);
        let known = all.iter().position(|judge| judge.recipe().missing_age == policy);
        let at = known.or_else(|| {
            let settings = RecipePatch { missing_age: Some(policy), ..RecipePatch::default() };
            let model = run.model().with(&settings).ok()?;
            let list = std::sync::Arc::clone(run.list());
            all.push(Run::resume(run.name.clone(), list, model).ok()?);
            Some(all.len() - 1)
        });
        at.map_or(run, |at| &all[at])
    }
}

impl Judged {
    /// Asks a network of the run's shape.
    pub(super) fn asked(run: &Run, network: &Network) -> Self {
        Self::new(run, &answers(run, network))
    }

    fn new(run: &Run, answers: &Apart<Vec<Answer>>) -> Self {
        Self { policy: run.recipe().missing_age, cuts: answers.map(|part| Cuts::new(part)) }
    }
}

impl Board {
    pub(super) fn new(slot: &Slot, policy: MissingAge, cut: u16, judges: &mut Judges) -> Self {
        let network = slot.run.network();
        let run = judges.under(slot, policy);
        let baselines = Baselines::new(run);
        let answers = answers(run, network);
        let this = Judged::new(run, &answers);
        let other = Judged::asked(judges.under(slot, other_than(policy)), network);
        let best = this.cuts.train.best(slider().map(threshold));
        Self {
            baselines,
            best: best.map(|(at, right)| ((at * 1000.0).round() as u16, right)),
            roc: this.cuts.map(Roc::new),
            calibration: answers.map(|part| tenths(part)),
            counted: Counted::new(&slot.run, &answers, cut),
            answers,
            this,
            other,
        }
    }

    /// Whether it counts at this threshold, in thousandths.
    pub(super) const fn is_at(&self, cut: u16) -> bool {
        self.counted.cut == cut
    }

    /// Counts at another threshold, in thousandths.
    pub(super) fn count(&mut self, run: &Run, cut: u16) {
        if !self.is_at(cut) {
            self.counted = Counted::new(run, &self.answers, cut);
        }
    }
}

impl Counted {
    fn new(run: &Run, answers: &Apart<Vec<Answer>>, cut: u16) -> Self {
        let (list, at) = (run.list(), threshold(cut));
        Self {
            cut,
            score: answers.map(|part| PartScore::new(part, run.recipe().loss, at)),
            mcnemar: answers.map(|part| McNemar::against_women_live(list, part, at)),
            groups: answers.map(|part| groups(list, part, at)),
        }
    }
}

/// A threshold in thousandths as a number.
pub fn threshold(cut: u16) -> f64 {
    f64::from(cut) / 1000.0
}

/// The policy to look at beside another: filled where rows without an age are not asked, else counted
/// as died.
const fn other_than(policy: MissingAge) -> MissingAge {
    match policy {
        MissingAge::Died | MissingAge::Drop => MissingAge::Mean,
        MissingAge::Mean | MissingAge::Median => MissingAge::Died,
    }
}

/// The places of the slider between nobody and everybody, those near one half first: of equals the one
/// that moves the fence least is best.
fn slider() -> impl Iterator<Item = u16> {
    (0..=500 / STEP).flat_map(|steps| {
        let by = steps * STEP;
        let above = (by > 0).then_some(500 + by);
        std::iter::once(500 - by).chain(above)
    })
}
