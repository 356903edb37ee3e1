//! What the user does to whole runs: rename, duplicate, forget, compare by names. Each is one change
//! that can be undone.

use super::overlay::Overlay;
use super::runs::Origin;
use super::text_field::TextField;
use super::undo::Change;
use super::{App, Effect, Notice};
use crate::explain::words::{Message, runs as words};
use crate::training::MissingAge;

/// The longest name a run can have.
pub const LONGEST_NAME: usize = 40;

impl App {
    /// Whether the run under the cursor is another than the one on the screen.
    pub fn points_at_other_run(&self) -> bool {
        self.has_other_runs() && self.run_row != self.runs.active_index()
    }

    /// `e` in the list of runs: a line for the name.
    pub(super) fn open_rename(&mut self) -> Vec<Effect> {
        let run = self.run_row;
        let Some(slot) = self.runs.get(run) else {
            return Vec::new();
        };
        let field = TextField::new(&slot.run.name);
        self.toggle_overlay(Overlay::Rename { field, run, taken: false })
    }

    /// Enter in the line for the name.
    pub(super) fn rename(&mut self, field: TextField, run: usize) -> Vec<Effect> {
        let name: String = field.text().trim().chars().take(LONGEST_NAME).collect();
        let others = || self.runs.all().iter().enumerate();
        let taken = others().any(|(index, slot)| index != run && slot.run.name == name);
        if taken {
            self.overlay = Some(Overlay::Rename { field, run, taken });
            return Vec::new();
        }
        let Some(slot) = self.runs.get_mut(run) else {
            return vec![Effect::Redraw];
        };
        if !name.is_empty() && name != slot.run.name {
            let before = (slot.run.name.clone(), slot.named);
            let after = (name.clone(), true);
            (slot.run.name, slot.named) = after.clone();
            self.tell(Notice::info(Message::new(words::RENAMED, [before.0.clone(), name])));
            self.undo.record(Change::Name { run, before, after });
        }
        vec![Effect::Redraw]
    }

    /// `d` in the list of runs: the same run once more, with its past and its future.
    pub(super) fn duplicate(&mut self) {
        let Some(slot) = self.runs.get(self.run_row) else {
            return;
        };
        let name = self.runs.next_name();
        let original = slot.run.name.clone();
        let copy = slot.run.duplicate(&name);
        let before = self.runs.active_index();
        let after = self.runs.add(copy, Origin::Copy);
        self.undo.record(Change::made(before, after, vec![after]));
        self.put_on_screen(after);
        self.tell(Notice::info(Message::new(words::DUPLICATED, [name, original])));
    }

    /// `D` in the list of runs: off the list, and not kept when the program ends.
    pub(super) fn forget(&mut self) {
        let run = self.run_row;
        let before = self.runs.active_index();
        let next = self.runs.listed().filter(|&other| other != run).min_by_key(|other| other.abs_diff(run));
        let Some(next) = next else {
            return self.tell(Notice::info(Message::plain(words::ONLY_RUN)));
        };
        let after = if run == before { next } else { before };
        let change = Change::List { before, after, runs: vec![run], listed: false, spares_work: false };
        self.undo.record(change.clone());
        self.apply_list(&change);
        self.run_row = next;
        let (name, is_from_file) =
            self.runs.get(run).map(|slot| (slot.run.name.clone(), slot.saved_as.is_some())).unwrap_or_default();
        let word = if is_from_file { words::FORGOTTEN_FILE } else { words::FORGOTTEN };
        self.tell(Notice::info(Message::new(word, [name])));
    }

    /// Makes a change of the list come true, forwards or backwards.
    pub(super) fn apply_list(&mut self, change: &Change) {
        let Change::List { after, runs, listed, spares_work, .. } = change else {
            return;
        };
        self.put_on_screen(*after);
        for &run in runs {
            let stays =
                !listed && *spares_work && self.runs.get(run).is_some_and(|slot| slot.has_grown() || slot.named);
            if !stays {
                self.runs.list(run, *listed);
            }
        }
        if self.against.is_some_and(|run| self.runs.get(run).is_none_or(|slot| slot.forgotten)) {
            self.against = None;
        }
        self.run_row = *after;
        self.moved();
    }

    /// `v` in the list of runs: the ledger counts between the run under the cursor and this one.
    pub(super) fn count_against_row(&mut self) {
        let active = self.runs.active_index();
        if self.run_row == active {
            return self.tell(Notice::info(Message::plain(words::AGAINST_WHOM)));
        }
        let again = self.against == Some(self.run_row);
        self.set_against((!again).then_some(self.run_row));
    }

    /// `v` in the ledger: between epochs, then against each compared run, or each other one.
    pub(super) fn next_against(&mut self) {
        let active = self.runs.active_index();
        let others: Vec<usize> = self.runs.listed().filter(|&run| run != active).collect();
        let marked: Vec<usize> = others.iter().copied().filter(|&run| self.runs.all()[run].compared).collect();
        let candidates = if marked.is_empty() { others } else { marked };
        let next = match self.against {
            None => candidates.first().copied(),
            Some(run) => candidates.into_iter().find(|&other| other > run),
        };
        self.set_against(next);
    }

    fn set_against(&mut self, run: Option<usize>) {
        self.against = run;
        self.flip = 0;
        let slot = run.and_then(|run| Some((run, self.runs.get(run)?)));
        let notice = match slot {
            Some((run, slot)) => {
                let values = [
                    self.name_of(run),
                    slot.run.epoch().to_string(),
                    self.name_of(self.runs.active_index()),
                    self.run().epoch().to_string(),
                ];
                Message::new(words::AGAINST, values)
            }
            None => Message::plain(words::AGAINST_EPOCHS),
        };
        self.tell(Notice::info(notice));
        self.moved();
    }

    /// What another run and this one do about a missing age, where that differs.
    pub fn other_policy(&self, other: usize) -> Option<(MissingAge, MissingAge)> {
        let policies = (self.runs.get(other)?.run.recipe().missing_age, self.run().recipe().missing_age);
        (policies.0 != policies.1).then_some(policies)
    }

    /// The cursor of the list of runs, moved over those that are listed.
    pub(super) fn move_run_row(&mut self, by: isize) {
        let listed: Vec<usize> = self.runs.listed().collect();
        let at = listed.iter().position(|&run| run >= self.run_row).unwrap_or(0);
        let to = super::movement::step(at, by, listed.len());
        if let Some(&run) = listed.get(to) {
            self.run_row = run;
        }
    }
}
