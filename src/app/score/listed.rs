//! The people of a row of the Score screen, listed on Explore; and the way back to that row.

use super::super::{App, Notice, Panel, Screen};
use crate::analysis::score::{Group, bin_ends};
use crate::app::ExplorePanel;
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

impl App {
    /// Enter on a group: its people.
    pub(super) fn list_group(&mut self) {
        self.refresh_score();
        let Some(board) = self.board() else {
            return;
        };
        let groups = self.score.part(&board.counted.groups);
        if let Some(&(group, _)) = groups.get(self.score.group) {
            self.list_people(&group_condition(group));
        }
    }

    /// Enter on a bin of the calibration: whom it holds.
    pub(super) fn list_bin(&mut self) {
        self.refresh_score();
        let Some(board) = self.board() else {
            return;
        };
        let bins = self.score.part(&board.calibration);
        let (from, to) = bin_ends(self.score.bin);
        if bins.get(self.score.bin).is_some_and(Option::is_some) {
            // The lowest bin holds a p of 0 as well.
            let above = if from > 0.0 { format!("p>{from} ") } else { String::new() };
            self.list_people(&format!("{above}p<={to}"));
        } else {
            let ends = [from, to].map(|end| format!("{end:.1}"));
            self.tell(Notice::info(Message::new(words::NOBODY_IN_BIN, ends)));
        }
    }

    /// Shows the people of the shown part who meet a condition on the list.
    fn list_people(&mut self, condition: &str) {
        let part = if self.score.on_train { "train" } else { "test" };
        let Ok(expression) = Expression::parse(&format!("{part} {condition}")) else {
            return;
        };
        let made = Filter { expression, ..Filter::default() };
        // From one row to the next without Esc between them, the way back is the first one's.
        let first = self.score.left.take();
        let first = first.filter(|left| left.made == *self.view.filter());
        let (before, displaced) = match first {
            Some(left) => (left.before, left.displaced),
            None => (self.view.filter().clone(), self.displaced),
        };
        let (panel, zoomed, who) = (self.focus(), self.zoomed, self.who);
        self.screen = Screen::Explore;
        self.set_focus(ExplorePanel::Passengers);
        self.zoomed = false;
        self.set_filter(made.clone());
        self.score.left = Some(Left { panel, zoomed, before, made, who: (who, self.who), displaced });
        let own = self.run().recipe().missing_age;
        if self.score_policy() != own {
            self.tell(Notice::info(Message::new(words::LIST_OWN, [own.name().to_owned()])));
        }
    }

    /// Esc on a list that a row of the Score screen made: undoes exactly that, and tells whether there
    /// was such a list. On another screen only the filter of before comes back.
    pub(in super::super) fn leaves_listed(&mut self) -> bool {
        let Some(left) = self.score.left.take() else {
            return false;
        };
        if left.made != *self.view.filter() {
            return false;
        }
        // Whom the user chose since then stays chosen.
        if self.who == left.who.1 {
            self.who = left.who.0;
        }
        self.displaced = None;
        self.set_filter(left.before);
        self.displaced = left.displaced;
        if self.screen == Screen::Explore {
            self.set_focus(left.panel);
            self.zoomed = left.zoomed;
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
