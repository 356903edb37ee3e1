//! The people of a row of the Score screen, listed on Explore; and the way back to that row.

use super::super::screens::Behaviour as _;
use super::super::{Notice, Panel, Screen};
use crate::analysis::score::{Group, bin_ends};
use crate::app::ExplorePanel;
use crate::app::score::Score;
use crate::app::{Core, list_commands};
use crate::data::{Expression, Filter};
use crate::explain::words::{Message, score as words};

/// Where the user came from when a row was listed.
#[derive(Debug, Clone)]
pub(super) struct Left {
    panel: Panel,
    zoomed: bool,
    /// The filter of before, and the one the row made.
    before: Filter,
    made: Filter,
    /// Whom *who* was on before, and whom the list opened with.
    who: (usize, usize),
    displaced: Option<(usize, usize)>,
}

impl Score {
    /// Enter on a group: its people.
    pub(super) fn list_group(&mut self, core: &mut Core) {
        self.follow(core);
        let Some(board) = self.board(core) else {
            return;
        };
        let groups = self.part(&board.counted.groups);
        if let Some(&(group, _)) = groups.get(self.group) {
            self.list_people(core, &group_condition(group));
        }
    }

    /// Enter on a bin of the calibration: whom it holds.
    pub(super) fn list_bin(&mut self, core: &mut Core) {
        self.follow(core);
        let Some(board) = self.board(core) else {
            return;
        };
        let bins = self.part(&board.calibration);
        let (from, to) = bin_ends(self.bin);
        if bins.get(self.bin).is_some_and(Option::is_some) {
            // The lowest bin holds a p of 0 as well.
            let above = if from > 0.0 { format!("p>{from} ") } else { String::new() };
            self.list_people(core, &format!("{above}p<={to}"));
        } else {
            let ends = [from, to].map(|end| format!("{end:.1}"));
            core.tell(Notice::info(Message::new(words::NOBODY_IN_BIN, ends)));
        }
    }

    /// Shows the people of the shown part who meet a condition on the list.
    fn list_people(&mut self, core: &mut Core, condition: &str) {
        let part = if self.on_train { "train" } else { "test" };
        let Ok(expression) = Expression::parse(&format!("{part} {condition}")) else {
            return;
        };
        let made = Filter { expression, ..Filter::default() };
        // From one row to the next without Esc between them, the way back is the first one's.
        let first = self.left.take();
        let first = first.filter(|left| left.made == *core.view.filter());
        let (before, displaced) = match first {
            Some(left) => (left.before, left.displaced),
            None => (core.view.filter().clone(), core.displaced),
        };
        let (panel, zoomed, who) = (core.focus(), core.zoomed, core.who);
        core.screen = Screen::Explore;
        core.set_focus(ExplorePanel::Passengers);
        core.zoomed = false;
        list_commands::set_filter(core, made.clone());
        self.left = Some(Left { panel, zoomed, before, made, who: (who, core.who), displaced });
        let own = core.run().recipe().missing_age;
        if self.score_policy(core) != own {
            core.tell(Notice::info(Message::new(words::LIST_OWN, [own.name().to_owned()])));
        }
    }

    /// Esc on a list that a row of the Score screen made: undoes exactly that, and tells whether there
    /// was such a list. On another screen only the filter of before comes back.
    pub(in super::super) fn leaves_listed(&mut self, core: &mut Core) -> bool {
        let Some(left) = self.left.take() else {
            return false;
        };
        if left.made != *core.view.filter() {
            return false;
        }
        // Whom the user chose since then stays chosen.
        if core.who == left.who.1 {
            core.who = left.who.0;
        }
        core.displaced = None;
        list_commands::set_filter(core, left.before);
        core.displaced = left.displaced;
        if core.screen == Screen::Explore {
            core.set_focus(left.panel);
            core.zoomed = left.zoomed;
        }
        true
    }
}

/// A group in the words of the list's filter.
fn group_condition(group: Group) -> String {
    match group {
        Group::Women => "women".to_owned(),
        Group::Men => "men".to_owned(),
        Group::Class(class) => format!("class={class}"),
        Group::Decade(80) => "age>=80".to_owned(),
        Group::Decade(from) => format!("age>={from} age<{}", from + 10),
        Group::AgeUnknown => "noage".to_owned(),
    }
}
