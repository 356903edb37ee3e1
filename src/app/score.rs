//! What keys do on the Score screen, and what it remembers: a threshold, a part of the list and a policy
//! of its own. The run is never changed from here.

mod board;
mod listed;
mod report;
mod trained;

pub use board::{Board, Counted, Judged, threshold};
pub use trained::{EPOCH as TRAINED_EPOCH, Trained};

use super::movement::step;
use super::pointer::Direction;
use super::prepared::Prepared;
use super::runs::{Past, Slot, Stamp};
use super::{App, Effect, Notice, ScorePanel};
use crate::analysis::score::{Apart, BINS};
use crate::explain::words::{Message, score as words};
use crate::training::MissingAge;
use board::Judges;
use listed::Left;

/// What the slider moves by, in thousandths.
pub const STEP: u16 = 5;

/// The threshold of the time bar, in thousandths.
pub const HALF: u16 = 500;

/// The thresholds whose counts stand in a row, in thousandths.
pub const LADDER: [u16; 8] = [300, 350, 380, 400, 415, 450, 500, 550];

/// Of what the numbers are: the network, and the policy for missing ages.
type At = (Stamp, MissingAge);

/// What the Score screen remembers.
#[derive(Debug, Clone)]
pub struct Score {
    /// The threshold in thousandths, 0 to 1000.
    pub cut: u16,
    /// Whether the figures are over the training rows rather than the test rows.
    pub on_train: bool,
    /// The row under the cursor in the table of groups.
    pub group: usize,
    /// The row under the cursor in the calibration.
    pub bin: usize,
    /// The threshold Esc goes back to.
    before: Option<u16>,
    /// The policy chosen here, for the run it was chosen for.
    policy: Option<(Past, MissingAge)>,
    /// The row whose people were listed last, for Esc on the list.
    left: Option<Left>,
    board: Prepared<At, Board>,
    judges: Judges,
    trained: Trained,
}

impl Default for Score {
    fn default() -> Self {
        Self {
            cut: HALF,
            on_train: false,
            group: 0,
            bin: 0,
            before: None,
            policy: None,
            left: None,
            board: Prepared::default(),
            judges: Judges::default(),
            trained: Trained::default(),
        }
    }
}

impl Score {
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

    /// Whether the network to compare with is still learning.
    pub const fn is_pending(&self) -> bool {
        matches!(self.trained, Trained::Unknown | Trained::Learning(_))
    }

    fn policy_of(&self, slot: &Slot) -> MissingAge {
        match self.policy {
            Some((of, policy)) if of.is_of_same_slot(slot.past()) => policy,
            _ => slot.run.recipe().missing_age,
        }
    }

    /// Moves the threshold by hand: from now on Esc has nothing to go back to.
    fn set_cut(&mut self, cut: u16) {
        self.cut = cut.min(1000);
        self.before = None;
    }

    /// The next place of the slider.
    const fn slid(&self, up: bool) -> u16 {
        let (whole, rest) = (self.cut / STEP, self.cut % STEP);
        if up {
            (whole + 1) * STEP
        } else if rest > 0 {
            whole * STEP
        } else {
            self.cut.saturating_sub(STEP)
        }
    }
}

impl App {
    /// Brings the numbers of the screen up to date with the cursors.
    pub(super) fn refresh_score(&mut self) {
        let at = self.score_at();
        let (slot, score) = (self.runs.active(), &mut self.score);
        let board = score.board.ensure(at, || Board::new(slot, at.1, score.cut, &mut score.judges));
        board.count(&slot.run, score.cut);
        score.trained.follow(&self.list, slot.run.train_rows());
        self.score.group = step(self.score.group, 0, self.groups());
    }

    fn score_at(&self) -> At {
        (self.stamp(), self.score_policy())
    }

    /// The numbers for the present cursors and the threshold; none before the screen was shown.
    pub fn board(&self) -> Option<&Board> {
        let board = self.score.board.get(&self.score_at());
        board.filter(|board| board.is_at(self.score.cut))
    }

    fn groups(&self) -> usize {
        let groups = self.board().map(|board| &board.counted.groups);
        groups.map_or(0, |groups| self.score.part(groups).len())
    }

    /// Lets the network to compare with learn for about a millisecond.
    pub(super) fn slice_of_score(&mut self) {
        self.score.trained.follow(&self.list, self.runs.active().run.train_rows());
        self.score.trained.slice();
        self.touch();
    }

    /// The policy for missing ages the screen looks at.
    pub fn score_policy(&self) -> MissingAge {
        self.score.policy_of(self.runs.active())
    }

    /// An arrow in the focused panel.
    pub(super) fn move_in_score(&mut self, direction: Direction) {
        self.move_in_score_panel(self.focus_on.score, direction);
    }

    /// An arrow or the wheel in a panel: ← → slide the threshold anywhere, ↑ ↓ walk the rows of a table
    /// and slide finely elsewhere.
    pub(super) fn move_in_score_panel(&mut self, panel: ScorePanel, direction: Direction) {
        if panel == ScorePanel::Groups {
            self.refresh_score();
        }
        let groups = self.groups();
        let score = &mut self.score;
        let rows = if direction == Direction::Down { 1 } else { -1 };
        match (panel, direction) {
            (ScorePanel::Sweep, _) => return self.move_in_sweep(direction),
            (_, Direction::Left) => score.set_cut(score.slid(false)),
            (_, Direction::Right) => score.set_cut(score.slid(true)),
            (ScorePanel::Groups, _) => score.group = step(score.group, rows, groups),
            (ScorePanel::Calibration, _) => score.bin = step(score.bin, rows, BINS),
            (_, Direction::Up) => score.set_cut(score.cut + 1),
            (_, Direction::Down) => score.set_cut(score.cut.saturating_sub(1)),
        }
        self.touch();
    }

    /// A page key in the focused panel: a page of a table, the next threshold of the row elsewhere.
    pub(super) fn page_in_score(&mut self, down: bool) {
        let panel = self.focus_on.score;
        let page = if panel == ScorePanel::Sweep { 3 } else { self.hits.page(panel).cast_signed() };
        if self.walk_table_in_score(panel, if down { page } else { -page }) {
            return;
        }
        let score = &mut self.score;
        let mut ladder = LADDER.into_iter();
        let cut = score.cut;
        let next = if down { ladder.rfind(|&at| at < cut) } else { ladder.find(|&at| at > cut) };
        score.set_cut(next.unwrap_or(cut));
    }

    /// Moves the cursor of a panel's table; false where it has none.
    fn walk_table_in_score(&mut self, panel: ScorePanel, by: isize) -> bool {
        self.refresh_score();
        let groups = self.groups();
        let score = &mut self.score;
        match panel {
            ScorePanel::Sweep => self.step_in_sweep(by),
            ScorePanel::Groups => score.group = step(score.group, by, groups),
            ScorePanel::Calibration => score.bin = step(score.bin, by, BINS),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Histogram => return false,
        }
        true
    }

    /// Home, End, g or G: the ends of a table; elsewhere one half, and the best cut.
    pub(super) fn edge_in_score(&mut self, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        if self.walk_table_in_score(self.focus_on.score, far) {
            return;
        }
        if last {
            self.take_best_cut();
        } else {
            self.score.set_cut(HALF);
        }
    }

    /// Enter: the people of a row, or the cut that is best on the training rows.
    pub(super) fn open_in_score(&mut self) -> Vec<Effect> {
        match self.focus_on.score {
            ScorePanel::Sweep => self.open_in_sweep(),
            ScorePanel::Groups => self.list_group(),
            ScorePanel::Calibration => self.list_bin(),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Histogram => self.take_best_cut(),
        }
        Vec::new()
    }

    /// Whether ← → slide the threshold.
    pub fn slides_cut(&self) -> bool {
        self.focus_on.score != ScorePanel::Sweep
    }

    /// Whether Enter moves the threshold to the best cut.
    pub fn enter_takes_best_cut(&self) -> bool {
        let is_table = matches!(self.focus_on.score, ScorePanel::Groups | ScorePanel::Calibration | ScorePanel::Sweep);
        let best = self.board().and_then(|board| board.best);
        !is_table && best.is_some_and(|(best, _)| best != self.score.cut)
    }

    fn take_best_cut(&mut self) {
        self.refresh_score();
        let best = self.board().and_then(|board| board.best);
        let Some((best, _)) = best else { return };
        if best != self.score.cut {
            let before = self.score.before.unwrap_or(self.score.cut);
            self.score.cut = best;
            self.score.before = Some(before);
        }
    }

    /// Follows the mouse along a threshold axis.
    pub(super) fn slide_cut(&mut self, to: f64) {
        // A place of the slider is as fine as a cell can point.
        let places = (to.clamp(0.0, 1.0) * 1000.0 / f64::from(STEP)).round();
        self.score.set_cut(places as u16 * STEP);
        self.touch();
    }

    /// `t`: test rows or training rows.
    pub(super) fn next_part_in_score(&mut self) {
        self.score.on_train = !self.score.on_train;
    }

    /// `m`: the same network under the next policy for missing ages.
    pub(super) fn next_policy_in_score(&mut self) {
        if !self.run().recipe().needs_age() {
            return self.tell(Notice::info(Message::plain(words::NO_AGE_ASKED)));
        }
        let all = MissingAge::ALL;
        let now = self.score_policy();
        let at = all.iter().position(|&policy| policy == now).unwrap_or(0);
        let next = all[(at + 1) % all.len()];
        self.score.policy = Some((self.runs.active().past(), next));
    }

    /// `v`: the next view.
    pub(super) fn next_view_in_score(&mut self) {
        let next = match self.focus_on.score {
            ScorePanel::Calibration => ScorePanel::Histogram,
            ScorePanel::Histogram => ScorePanel::Calibration,
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Groups
            | ScorePanel::Sweep => return,
        };
        self.set_focus(next);
    }

    /// Whether Esc has anything to undo here.
    pub(super) fn cancels_in_score(&self) -> bool {
        self.score.before.is_some()
    }

    /// Esc: undoes the thing opened last.
    pub(super) fn cancel_in_score(&mut self) {
        if let Some(before) = self.score.before.take() {
            self.score.cut = before;
        }
    }

    /// What `y` copies here.
    pub(super) fn copied_in_score(&mut self) -> String {
        if self.focus_on.score == ScorePanel::Sweep {
            return self.copied_from_sweep();
        }
        self.refresh_score();
        report::table(self)
    }
}
