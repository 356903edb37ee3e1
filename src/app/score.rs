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
use super::sweep::Sweep;
use super::{Effect, Notice, ScorePanel};
use crate::analysis::score::{Apart, BINS};
use crate::app::Core;
use crate::app::OwnTarget;
use crate::app::Panel;
use crate::app::ScoreTarget;
use crate::app::Target;
use crate::app::figure::Export;
use crate::app::figure::Figure;
use crate::app::screens::Behaviour;
use crate::app::screens::DONE;
use crate::app::screens::PASSED;
use crate::app::screens::Pointed;
use crate::app::screens::Turn;
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
    /// The sweep of hidden widths.
    pub sweep: Sweep,
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
            sweep: Sweep::default(),
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

impl Score {
    fn score_at(&self, core: &Core) -> At {
        (core.stamp(), self.score_policy(core))
    }

    /// The numbers for the present cursors and the threshold; none before the screen was shown.
    pub fn board(&self, core: &Core) -> Option<&Board> {
        let board = self.board.get(&self.score_at(core));
        board.filter(|board| board.is_at(self.cut))
    }

    fn groups(&self, core: &Core) -> usize {
        let groups = self.board(core).map(|board| &board.counted.groups);
        groups.map_or(0, |groups| self.part(groups).len())
    }

    /// The policy for missing ages the screen looks at.
    pub fn score_policy(&self, core: &Core) -> MissingAge {
        self.policy_of(core.runs.active())
    }

    /// An arrow or the wheel in a panel: ← → slide the threshold anywhere, ↑ ↓ walk the rows of a table
    /// and slide finely elsewhere.
    pub(super) fn move_in_score_panel(&mut self, core: &mut Core, panel: ScorePanel, direction: Direction) {
        if panel == ScorePanel::Groups {
            self.follow(core);
        }
        let groups = self.groups(core);
        let rows = if direction == Direction::Down { 1 } else { -1 };
        match (panel, direction) {
            (ScorePanel::Sweep, _) => return self.move_in_sweep(core, direction),
            (_, Direction::Left) => self.set_cut(self.slid(false)),
            (_, Direction::Right) => self.set_cut(self.slid(true)),
            (ScorePanel::Groups, _) => self.group = step(self.group, rows, groups),
            (ScorePanel::Calibration, _) => self.bin = step(self.bin, rows, BINS),
            (_, Direction::Up) => self.set_cut(self.cut + 1),
            (_, Direction::Down) => self.set_cut(self.cut.saturating_sub(1)),
        }
        core.touch();
    }

    /// Moves the cursor of a panel's table; false where it has none.
    fn walk_table_in_score(&mut self, core: &mut Core, panel: ScorePanel, by: isize) -> bool {
        self.follow(core);
        let groups = self.groups(core);
        match panel {
            ScorePanel::Sweep => self.step_in_sweep(core, by),
            ScorePanel::Groups => self.group = step(self.group, by, groups),
            ScorePanel::Calibration => self.bin = step(self.bin, by, BINS),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Histogram => return false,
        }
        true
    }

    /// Whether ← → slide the threshold.
    pub fn slides_cut(&self, core: &Core) -> bool {
        core.focus_on.score != ScorePanel::Sweep
    }

    /// Whether Enter moves the threshold to the best cut.
    pub fn enter_takes_best_cut(&self, core: &Core) -> bool {
        let is_table = matches!(core.focus_on.score, ScorePanel::Groups | ScorePanel::Calibration | ScorePanel::Sweep);
        let best = self.board(core).and_then(|board| board.best);
        !is_table && best.is_some_and(|(best, _)| best != self.cut)
    }

    fn take_best_cut(&mut self, core: &mut Core) {
        self.follow(core);
        let best = self.board(core).and_then(|board| board.best);
        let Some((best, _)) = best else { return };
        if best != self.cut {
            let before = self.before.unwrap_or(self.cut);
            self.cut = best;
            self.before = Some(before);
        }
    }

    /// Follows the mouse along a threshold axis.
    pub(super) fn slide_cut(&mut self, core: &mut Core, to: f64) {
        // A place of the slider is as fine as a cell can point.
        let places = (to.clamp(0.0, 1.0) * 1000.0 / f64::from(STEP)).round();
        self.set_cut(places as u16 * STEP);
        core.touch();
    }
}

impl Behaviour for Score {
    fn point(&mut self, core: &mut Core, at: Pointed) -> Turn {
        let Target::Own(OwnTarget::Score(target)) = at.target else {
            return PASSED;
        };
        match target {
            ScoreTarget::Cut => self.slide_cut(core, at.area.along(at.x)),
            ScoreTarget::Group(row) => self.group = row,
            ScoreTarget::Bin(row) => self.bin = row,
            ScoreTarget::SweepRow(row) => self.sweep.row = row,
        }
        DONE
    }

    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        if let Panel::Score(panel) = panel {
            self.move_in_score_panel(core, panel, if down { Direction::Down } else { Direction::Up });
        }
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Roc)
    }

    fn is_pending(&self, _core: &Core) -> bool {
        self.is_pending()
    }

    fn go(&mut self, core: &mut Core, direction: Direction) {
        self.move_in_score_panel(core, core.focus_on.score, direction);
    }

    fn page(&mut self, core: &mut Core, down: bool) {
        let panel = core.focus_on.score;
        let page = if panel == ScorePanel::Sweep { 3 } else { core.hits.page(panel).cast_signed() };
        if self.walk_table_in_score(core, panel, if down { page } else { -page }) {
            return;
        }
        let mut ladder = LADDER.into_iter();
        let cut = self.cut;
        let next = if down { ladder.rfind(|&at| at < cut) } else { ladder.find(|&at| at > cut) };
        self.set_cut(next.unwrap_or(cut));
    }

    fn edge(&mut self, core: &mut Core, last: bool) {
        let far = if last { isize::MAX / 2 } else { isize::MIN / 2 };
        if self.walk_table_in_score(core, core.focus_on.score, far) {
            return;
        }
        if last {
            self.take_best_cut(core);
        } else {
            self.set_cut(HALF);
        }
    }

    fn open(&mut self, core: &mut Core) -> Vec<Effect> {
        match core.focus_on.score {
            ScorePanel::Sweep => self.open_in_sweep(core),
            ScorePanel::Groups => self.list_group(core),
            ScorePanel::Calibration => self.list_bin(core),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Histogram => self.take_best_cut(core),
        }
        Vec::new()
    }

    fn next_view(&mut self, core: &mut Core) {
        let next = match core.focus_on.score {
            ScorePanel::Calibration => ScorePanel::Histogram,
            ScorePanel::Histogram => ScorePanel::Calibration,
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Groups
            | ScorePanel::Sweep => return,
        };
        core.set_focus(next);
    }

    fn next_parts(&mut self, _core: &mut Core) {
        self.on_train = !self.on_train;
    }

    fn next_policy(&mut self, core: &mut Core) {
        if !core.run().recipe().needs_age() {
            return core.tell(Notice::info(Message::plain(words::NO_AGE_ASKED)));
        }
        let all = MissingAge::ALL;
        let now = self.score_policy(core);
        let at = all.iter().position(|&policy| policy == now).unwrap_or(0);
        let next = all[(at + 1) % all.len()];
        self.policy = Some((core.runs.active().past(), next));
    }

    fn can_cancel(&self, _core: &Core) -> bool {
        self.before.is_some()
    }

    fn cancel(&mut self, _core: &mut Core) {
        if let Some(before) = self.before.take() {
            self.cut = before;
        }
    }

    fn follow(&mut self, core: &mut Core) {
        let at = self.score_at(core);
        let slot = core.runs.active();
        let board = self.board.ensure(at, || Board::new(slot, at.1, self.cut, &mut self.judges));
        board.count(&slot.run, self.cut);
        self.trained.follow(&core.list, slot.run.train_rows());
        self.group = step(self.group, 0, self.groups(core));
    }

    fn slice(&mut self, core: &mut Core) {
        self.trained.follow(&core.list, core.runs.active().run.train_rows());
        self.trained.slice();
        core.touch();
    }

    fn copied(&mut self, core: &mut Core) -> String {
        if core.focus_on.score == ScorePanel::Sweep {
            return self.copied_from_sweep(core);
        }
        self.follow(core);
        report::table(self, core)
    }
}
