//! What the Score screen remembers, and its numbers: a threshold, a part of the list and a policy of its own.

use strum::VariantArray;

use crate::analysis::score::{Apart, Confusion};
use crate::app::core::movement::step;
use crate::app::core::prepared::Prepared;
use crate::app::core::runs::{Past, Slot, Stamp};
use crate::app::screens::score::board::{Board, Judges, STEP, threshold};
use crate::app::screens::score::folds::FoldsJob;
use crate::app::screens::score::listed::Listed;
use crate::app::screens::score::sweep::SweepJob;
use crate::app::screens::score::trained::Trained;
use crate::app::screens::score::worth::WorthJob;
use crate::app::{Core, ScorePanel};
use crate::explain::words::texts;
use crate::training::MissingAge;

/// The threshold of the time bar, in thousandths.
pub const HALF: u16 = 500;

/// The thresholds whose counts stand in a row, in thousandths.
pub const LADDER: [u16; 8] = [300, 350, 380, 400, 415, 450, 500, 550];

texts!("score.Whom.word");

/// Who of a group is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Whom {
    /// Those the network is wrong about.
    Wrong,
    /// Those who lived and are said to have died.
    Missed,
    /// Those who died and are said to have lived.
    Hoped,
    /// All of them.
    All,
}

impl Whom {
    /// The one after it.
    pub(super) fn next(self) -> Self {
        let at = Self::VARIANTS.iter().position(|&of| of == self).unwrap_or(0);
        Self::VARIANTS[(at + 1) % Self::VARIANTS.len()]
    }

    /// How many they are.
    pub const fn count(self, of: &Confusion) -> u32 {
        match self {
            Self::Wrong => of.wrong(),
            Self::Missed => of.fn_,
            Self::Hoped => of.fp,
            Self::All => of.total(),
        }
    }

    /// In the words of the list's filter.
    pub(super) const fn condition(self) -> &'static str {
        match self {
            Self::Wrong => "wrong",
            Self::Missed => "wrong lived",
            Self::Hoped => "wrong died",
            Self::All => "",
        }
    }
}

/// What the Score screen remembers.
#[derive(Debug, Clone)]
pub struct Score {
    /// The threshold in thousandths, 0 to 1000.
    pub cut: u16,
    /// Whether the figures are over the training rows rather than the test rows.
    pub on_train: bool,
    /// The row under the cursor in the table of groups.
    pub group: usize,
    /// Who of a group is listed.
    pub listing: Whom,
    /// The row under the cursor in the calibration.
    pub bin: usize,
    /// The threshold Esc goes back to.
    pub(super) before: Option<u16>,
    /// The policy chosen here, for the run it was chosen for.
    pub(super) policy: Option<(Past, MissingAge)>,
    /// The row whose people were listed last.
    pub(in crate::app) listed: Listed,
    pub(super) board: Prepared<(Stamp, MissingAge), Board>,
    pub(super) judges: Judges,
    pub(super) trained: Trained,
    /// The cross-validation.
    pub folds: FoldsJob,
    /// What each feature is worth.
    pub worth: WorthJob,
    /// The sweep of hidden widths.
    pub sweep: SweepJob,
}

impl Default for Score {
    fn default() -> Self {
        Self {
            cut: HALF,
            on_train: false,
            group: 0,
            listing: Whom::Wrong,
            bin: 0,
            before: None,
            policy: None,
            listed: Listed::default(),
            board: Prepared::default(),
            judges: Judges::default(),
            trained: Trained::default(),
            folds: FoldsJob::default(),
            worth: WorthJob::default(),
            sweep: SweepJob::default(),
        }
    }
}

impl Score {
    /// Puts back what decides which numbers are shown; those that took long to find out stay.
    pub(in crate::app) fn put_back(&mut self) {
        let Self { cut, on_train, group, listing, bin, before, policy, .. } = Self::default();
        *self = Self { cut, on_train, group, listing, bin, before, policy, ..std::mem::take(self) };
    }

    /// The network trained by the program, to compare with.
    pub const fn trained(&self) -> &Trained {
        &self.trained
    }

    /// The threshold.
    pub fn threshold(&self) -> f64 {
        threshold(self.cut)
    }

    /// The one of both that is shown.
    pub const fn part<'a, T>(&self, of: &'a Apart<T>) -> &'a T {
        if self.on_train { &of.train } else { &of.test }
    }

    pub(super) fn policy_of(&self, slot: &Slot) -> MissingAge {
        match self.policy {
            Some((of, policy)) if of.is_of_same_slot(slot.past()) => policy,
            _ => slot.run.recipe().missing_age,
        }
    }

    /// Moves the threshold by hand: from now on Esc has nothing to go back to.
    pub(super) fn set_cut(&mut self, cut: u16) {
        self.cut = cut.min(1000);
        self.before = None;
    }

    /// The next place of the slider.
    pub(super) const fn slid(&self, up: bool) -> u16 {
        let (whole, rest) = (self.cut / STEP, self.cut % STEP);
        if up {
            (whole + 1) * STEP
        } else if rest > 0 {
            whole * STEP
        } else {
            self.cut.saturating_sub(STEP)
        }
    }

    /// Of what the numbers are: the network, and the policy for missing ages.
    pub(super) fn score_at(&self, core: &Core) -> (Stamp, MissingAge) {
        (core.stamp(), self.score_policy(core))
    }

    /// The numbers for the present cursors and the threshold; none before the screen was shown.
    pub fn board(&self, core: &Core) -> Option<&Board> {
        let board = self.board.get(&self.score_at(core));
        board.filter(|board| board.is_at(self.cut))
    }

    pub(super) fn groups(&self, core: &Core) -> usize {
        let groups = self.board(core).map(|board| &board.counted.groups);
        groups.map_or(0, |groups| self.part(groups).len())
    }

    /// The policy for missing ages the screen looks at.
    pub fn score_policy(&self, core: &Core) -> MissingAge {
        self.policy_of(core.runs.active())
    }

    /// Whether Enter moves the threshold to the best cut.
    pub(in crate::app) fn enter_takes_best_cut(&self, core: &Core) -> bool {
        let own =
            [ScorePanel::Groups, ScorePanel::Calibration, ScorePanel::Folds, ScorePanel::Worth, ScorePanel::Sweep];
        let best = self.board(core).and_then(|board| board.best);
        !own.contains(&core.focus_on.score) && best.is_some_and(|(best, _)| best != self.cut)
    }

    pub(super) fn take_best_cut(&mut self, core: &mut Core) {
        self.refresh(core);
        let best = self.board(core).and_then(|board| board.best);
        let Some((best, _)) = best else { return };
        if best != self.cut {
            let before = self.before.unwrap_or(self.cut);
            self.cut = best;
            self.before = Some(before);
        }
    }

    /// Brings the numbers up to date with the cursors.
    pub(super) fn refresh(&mut self, core: &Core) {
        let at = self.score_at(core);
        let slot = core.runs.active();
        let board = self.board.ensure(at, || Board::new(slot, at.1, self.cut, &mut self.judges));
        board.count(&slot.run, self.cut);
        self.trained.follow(&slot.run);
        self.sweep.follow(core);
        self.group = step(self.group, 0, self.groups(core));
    }
}
