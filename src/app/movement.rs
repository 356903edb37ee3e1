//! What arrows, page keys and the ends do in the popup or the panel that has the focus.

use super::pointer::Direction;
use super::{App, Effect, Screen};

impl App {
    /// Moves within the popup or the focused panel.
    pub(super) fn move_by(&mut self, direction: Direction) -> Vec<Effect> {
        if self.overlay.is_some() {
            self.move_in_overlay(direction);
            return Vec::new();
        }
        if self.shows_race() {
            self.choose_racer(matches!(direction, Direction::Right | Direction::Down));
            return Vec::new();
        }
        match self.focus().screen() {
            Screen::Gradients => self.move_in_gradients(direction),
            Screen::Beliefs => self.move_in_beliefs(direction),
            Screen::Landscape => self.move_in_landscape(direction),
            Screen::Score => self.move_in_score(direction),
            Screen::Explore => self.move_in_explore(direction),
            Screen::Train => self.move_in_train(direction),
            Screen::Recipe => self.move_in_recipe(direction),
        }
        Vec::new()
    }

    pub(super) fn page(&mut self, down: bool) {
        if self.overlay.is_some() {
            return self.page_overlay(down);
        }
        match self.focus().screen() {
            Screen::Gradients => self.page_in_gradients(down),
            Screen::Beliefs => self.page_in_beliefs(down),
            Screen::Landscape => self.page_in_landscape(down),
            Screen::Score => self.page_in_score(down),
            Screen::Explore => self.page_in_explore(down),
            Screen::Train => self.page_in_train(down),
            Screen::Recipe => self.page_in_recipe(down),
        }
    }

    pub(super) fn go_to_edge(&mut self, last: bool) {
        if self.overlay.is_some() {
            return self.overlay_to_edge(last);
        }
        match self.focus().screen() {
            Screen::Gradients => self.edge_in_gradients(last),
            Screen::Beliefs => self.edge_in_beliefs(last),
            Screen::Landscape => self.edge_in_landscape(last),
            Screen::Score => self.edge_in_score(last),
            Screen::Explore => self.edge_in_explore(last),
            Screen::Train => self.edge_in_train(last),
            Screen::Recipe => self.edge_in_recipe(last),
        }
    }
}

/// Down 1, up −1, sideways 0.
pub(super) const fn vertical(direction: Direction) -> isize {
    match direction {
        Direction::Up => -1,
        Direction::Down => 1,
        Direction::Left | Direction::Right => 0,
    }
}

/// `at` moved by `by`, held within `0..count`.
pub(super) fn step(at: usize, by: isize, count: usize) -> usize {
    at.saturating_add_signed(by).min(count.saturating_sub(1))
}
