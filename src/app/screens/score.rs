//! What keys do on the Score screen, and what it remembers: a threshold, a part of the list and a policy
//! of its own. The run is never changed from here.

mod board;
mod folds;
mod listed;
mod report;
mod state;
mod sweep;
mod trained;
mod worth;

pub use board::{Board, Counted, Judged, STEP, threshold};
pub use folds::FOLDS;
pub use state::{HALF, LADDER, Score, Whom};
pub use trained::{EPOCH as TRAINED_EPOCH, Trained};
pub use worth::WorthMeasured;

use crate::analysis::score::{BINS, Group, bin_ends};
use crate::app::core::movement::{Motion, step};
use crate::app::core::pointer::Direction;
use crate::app::figure::{Export, Figure};
use crate::app::hits::Pointed;
use crate::app::popups::Popup;
use crate::app::screens::behaviour::Behaviour;
use crate::app::{Core, Notice, OwnTarget, Panel, ScorePanel, ScoreTarget, Target};
use crate::data::Expression;
use crate::explain::words::{Message, score as words};
use crate::training::MissingAge;

impl Behaviour for Score {
    fn point(&mut self, core: &mut Core, at: Pointed) -> bool {
        let Target::Own(OwnTarget::Score(target)) = at.target else {
            return false;
        };
        match target {
            ScoreTarget::Cut => slide_cut(self, core, at.area.along(at.x)),
            ScoreTarget::Group(row) => self.group = row,
            ScoreTarget::Bin(row) => self.bin = row,
            ScoreTarget::SweepRow(row) => self.sweep.row = row,
        }
        true
    }

    fn wheel(&mut self, core: &mut Core, panel: Panel, down: bool) {
        if let Panel::Score(panel) = panel {
            go_in_panel(self, core, panel, Motion::wheel(down));
        }
    }

    fn export(&self, _core: &Core) -> Export {
        Export::Figure(Figure::Roc)
    }

    fn is_pending(&self, _core: &Core) -> bool {
        matches!(self.trained, Trained::Unknown | Trained::Learning(_)) || self.worth.is_running()
    }

    fn go(&mut self, core: &mut Core, motion: Motion) {
        go_in_panel(self, core, core.focus_on.score, motion);
    }

    fn open(&mut self, core: &mut Core) -> Option<Popup> {
        match core.focus_on.score {
            ScorePanel::Sweep => self.sweep.open(core),
            ScorePanel::Folds => self.folds.open(core),
            ScorePanel::Worth => {
                let threshold = self.threshold();
                self.worth.open(core, threshold);
            }
            ScorePanel::Groups => list_group(self, core),
            ScorePanel::Calibration => list_bin(self, core),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Histogram => self.take_best_cut(core),
        }
        None
    }

    fn next_view(&mut self, core: &mut Core) {
        let next = match core.focus_on.score {
            ScorePanel::Calibration => ScorePanel::Histogram,
            ScorePanel::Histogram => ScorePanel::Calibration,
            ScorePanel::Sweep => ScorePanel::Folds,
            ScorePanel::Folds => ScorePanel::Worth,
            ScorePanel::Worth => ScorePanel::Sweep,
            ScorePanel::Groups => {
                self.listing = self.listing.next();
                return core.touch();
            }
            ScorePanel::Standing | ScorePanel::Threshold | ScorePanel::Confusion | ScorePanel::Roc => return,
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
        self.refresh(core);
    }

    fn slice(&mut self, core: &mut Core) {
        self.trained.follow(&core.runs.active().run);
        self.trained.slice();
        self.worth.slice(core);
        core.touch();
    }

    fn copied(&mut self, core: &mut Core) -> String {
        match core.focus_on.score {
            ScorePanel::Sweep => return self.sweep.copied(core),
            ScorePanel::Folds => return self.folds.copied(),
            ScorePanel::Worth => return self.worth.copied(),
            ScorePanel::Standing
            | ScorePanel::Threshold
            | ScorePanel::Confusion
            | ScorePanel::Roc
            | ScorePanel::Calibration
            | ScorePanel::Histogram
            | ScorePanel::Groups => {}
        }
        self.follow(core);
        report::table(self, core)
    }
}

/// A key that moves or the wheel in a panel: ← → slide the threshold anywhere, the others walk the rows of a table and
/// slide finely, coarsely or to an end elsewhere.
fn go_in_panel(on: &mut Score, core: &mut Core, panel: ScorePanel, motion: Motion) {
    if panel == ScorePanel::Groups || !matches!(motion, Motion::Arrow(_)) {
        on.refresh(core);
    }
    let groups = on.groups(core);
    let by = motion.rows(if panel == ScorePanel::Sweep { 3 } else { core.hits.page(panel) });
    let mut ladder = LADDER.into_iter();
    match (panel, motion) {
        (ScorePanel::Sweep, _) => return on.sweep.step(core, by + motion.across()),
        (_, Motion::Arrow(Direction::Left)) => on.set_cut(on.slid(false)),
        (_, Motion::Arrow(Direction::Right)) => on.set_cut(on.slid(true)),
        (ScorePanel::Groups, _) => on.group = step(on.group, by, groups),
        (ScorePanel::Calibration, _) => on.bin = step(on.bin, by, BINS),
        (_, Motion::Arrow(Direction::Up)) => on.set_cut(on.cut + 1),
        (_, Motion::Arrow(Direction::Down)) => on.set_cut(on.cut.saturating_sub(1)),
        (_, Motion::PageUp) => on.set_cut(ladder.find(|&at| at > on.cut).unwrap_or(on.cut)),
        (_, Motion::PageDown) => on.set_cut(ladder.rfind(|&at| at < on.cut).unwrap_or(on.cut)),
        (_, Motion::First) => on.set_cut(HALF),
        (_, Motion::Last) => on.take_best_cut(core),
    }
    core.touch();
}

/// Follows the mouse along a threshold axis.
fn slide_cut(on: &mut Score, core: &mut Core, to: f64) {
    // A place of the slider is as fine as a cell can point.
    let places = (to.clamp(0.0, 1.0) * 1000.0 / f64::from(STEP)).round();
    on.set_cut(places as u16 * STEP);
    core.touch();
}

/// Enter on a group: whom of it the network is wrong about, or who else is chosen to be listed.
fn list_group(on: &mut Score, core: &mut Core) {
    on.refresh(core);
    let Some(board) = on.board(core) else {
        return;
    };
    let groups = on.part(&board.counted.groups);
    if let Some(&(group, _)) = groups.get(on.group) {
        let condition = format!("{} {}", group_condition(group), on.listing.condition());
        list_people(on, core, &condition);
    }
}

/// Enter on a bin of the calibration: whom it holds.
fn list_bin(on: &mut Score, core: &mut Core) {
    on.refresh(core);
    let Some(board) = on.board(core) else {
        return;
    };
    let bins = on.part(&board.calibration);
    let (from, to) = bin_ends(on.bin);
    if bins.get(on.bin).is_some_and(Option::is_some) {
        // The lowest bin holds a p of 0 as well.
        let above = if from > 0.0 { format!("p>{from} ") } else { String::new() };
        list_people(on, core, &format!("{above}p<={to}"));
    } else {
        let ends = [from, to].map(|end| format!("{end:.1}"));
        core.tell(Notice::info(Message::new(words::NOBODY_IN_BIN, ends)));
    }
}

/// Shows the people of the shown part who meet a condition on the list.
fn list_people(on: &mut Score, core: &mut Core, condition: &str) {
    let part = if on.on_train { "train" } else { "test" };
    let Ok(expression) = Expression::parse(&format!("{part} {condition}")) else {
        return;
    };
    on.listed.list(core, expression);
    let own = core.run().recipe().missing_age;
    // A p is a p, but who is wrong the list tells by its own count.
    let counts_alike = on.cut == HALF || !condition.contains("wrong");
    if on.score_policy(core) != own || !counts_alike {
        core.tell(Notice::info(Message::new(words::LIST_OWN, [own.name().to_owned()])));
    }
}

/// A group in the words of the list's filter.
fn group_condition(group: Group) -> String {
    match group {
        Group::Women => "women".to_owned(),
        Group::Men => "men".to_owned(),
        Group::Class(class) => format!("class={class}"),
        Group::Everybody => String::new(),
        Group::Ages(from) => {
            let end = group.end().map_or_else(String::new, |end| format!(" age<{end}"));
            format!("age>={from}{end}")
        }
        Group::AgeUnknown => "noage".to_owned(),
    }
}
