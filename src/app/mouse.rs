//! The mouse: click selects, wheel scrolls, drag scrubs. What stands where is known from the last frame.

use crossterm::event::{MouseButton, MouseEvent, MouseEventKind};

use super::hits::{Area, Target};
use super::pointer::Direction;
use super::{App, Effect, ExplorePanel, Panel, TrainPanel};
use crate::data::Sex;

/// Rows one notch of the wheel moves in a list.
const WHEEL: isize = 3;

impl App {
    #[expect(clippy::wildcard_enum_match_arm, reason = "crossterm tells of more than is meant here")]
    pub(super) fn mouse(&mut self, event: MouseEvent) -> Vec<Effect> {
        let (x, y) = (event.column, event.row);
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.click(x, y),
            MouseEventKind::Drag(MouseButton::Left) => {
                if let Some((area, target)) = self.drag {
                    self.scrub(area, target, x, y);
                }
                Vec::new()
            }
            MouseEventKind::Up(_) => {
                self.drag = None;
                Vec::new()
            }
            MouseEventKind::ScrollDown => self.wheel(x, y, 1),
            MouseEventKind::ScrollUp => self.wheel(x, y, -1),
            _ => Vec::new(),
        }
    }

    fn click(&mut self, x: u16, y: u16) -> Vec<Effect> {
        if let Some(notice) = &mut self.notice {
            notice.user_goes_on();
        }
        self.keep_edit();
        let hit = self.hits.at(x, y);
        if self.overlay.is_some() {
            // Rows of the popup before are no rows of this one, which nobody has seen yet.
            if self.popup() != self.popup_drawn {
                return Vec::new();
            }
            return match hit {
                Some((_, Target::OverlayRow(row))) => {
                    self.touch();
                    self.click_overlay_row(row)
                }
                Some((area, target)) if self.click_in_what_if(area, target, x) => Vec::new(),
                Some((_, Target::Overlay)) => Vec::new(),
                _ => {
                    self.touch();
                    self.close_overlay()
                }
            };
        }
        if let Some(panel) = self.hits.panel_at(x, y) {
            self.set_focus(panel);
        }
        let Some((area, target)) = hit else {
            return Vec::new();
        };
        self.touch();
        match target {
            Target::Tab(screen) => return self.command(super::Command::Show(screen)),
            Target::Row(place) => self.select(place),
            Target::Head(column) => self.sort_at(column),
            Target::Spot(spot) => {
                self.spot_open = self.on_explore() && self.spot() == spot && !self.spot_open;
                self.spot = spot;
            }
            Target::Track { .. } | Target::Slider { .. } | Target::Cut | Target::LossMap { .. } => {
                self.drag = Some((area, target));
                self.scrub(area, target, x, y);
            }
            Target::Play => self.play_or_pause(),
            // The ledger may have become shorter since the frame that was clicked.
            Target::Flip(row) => {
                let rows = self.shown().ledger_rows(self.parts).len();
                self.flip = super::movement::step(row, 0, rows);
            }
            Target::Pull(row) => self.select_pull(row),
            Target::Stage(stage) => self.gradients.stage = stage,
            Target::Whose => self.look_at_batch(!self.gradients.batch),
            Target::Run(row) if self.shows_race() => {
                if self.runs.active_index() == row {
                    self.take_racer();
                } else {
                    self.choose_run_of_race(row);
                }
            }
            // The list may have become shorter since the frame that was clicked.
            Target::Run(row) if self.runs.get(row).is_none() => {}
            Target::Run(row) => {
                if self.run_row == row {
                    self.switch_to(row);
                }
                self.run_row = row;
            }
            Target::RecipeLine(line) => return self.click_recipe_line(line),
            Target::RecipeStep(forward) => self.step_recipe_line(forward),
            Target::Preset(row) => {
                if self.recipe.preset == row {
                    return self.open();
                }
                self.recipe.preset = row;
            }
            Target::Group(row) => self.score.group = row,
            Target::Bin(row) => self.score.bin = row,
            Target::Ages { .. } | Target::Map { .. } => {
                let before = self.beliefs_cursor();
                self.drag = Some((area, target));
                self.scrub(area, target, x, y);
                self.open_people_where_cursor_was(before);
            }
            Target::PersonHere(index) => self.choose_person_here(index),
            Target::SmallMap(index) => self.click_neuron(index),
            Target::SweepRow(row) => self.sweep.row = row,
            Target::Panel(_) | Target::Overlay | Target::OverlayRow(_) | Target::WhatIf(_) => {}
        }
        Vec::new()
    }

    /// Follows the mouse along a time axis or a slider, or over a map.
    fn scrub(&mut self, area: Area, target: Target, x: u16, y: u16) {
        let along = area.along(x);
        match target {
            Target::Track { first, last } => {
                let epoch = first + (along * (last - first) as f64).round() as u64;
                // Only the recorded past can be scrubbed; the future has to be trained.
                self.go_to(epoch.min(self.run().last_epoch()));
            }
            Target::LossMap { panel, .. } => self.point_in_landscape(panel, area, x, y),
            Target::Slider { from, to } => {
                self.curve.set(from + along * (to - from));
                self.touch();
            }
            Target::WhatIf(target) => self.slide_what_if(area, target, x),
            Target::Cut => self.slide_cut(along),
            Target::Ages { per_year, men_from } => {
                let year = usize::from(x.saturating_sub(area.x) / per_year.max(1));
                let sex = if y < men_from { Sex::Female } else { Sex::Male };
                self.point_at_age(year, sex);
            }
            Target::Map { axes } => self.point_at_map(axes, area, x, y),
            // These are clicked, not dragged along.
            Target::Panel(_)
            | Target::Tab(_)
            | Target::Row(_)
            | Target::Head(_)
            | Target::Spot(_)
            | Target::Play
            | Target::Flip(_)
            | Target::Pull(_)
            | Target::Stage(_)
            | Target::Whose
            | Target::Run(_)
            | Target::RecipeLine(_)
            | Target::RecipeStep(_)
            | Target::Preset(_)
            | Target::Group(_)
            | Target::Bin(_)
            | Target::PersonHere(_)
            | Target::SmallMap(_)
            | Target::Overlay
            | Target::OverlayRow(_)
            | Target::SweepRow(_) => {}
        }
    }

    /// The wheel over an axis of epochs.
    fn step_in_time(&mut self, notches: isize) {
        if notches > 0 {
            self.forward(1);
        } else {
            self.back(1);
        }
    }

    fn wheel(&mut self, x: u16, y: u16, notches: isize) -> Vec<Effect> {
        self.touch();
        let direction = if notches > 0 { Direction::Down } else { Direction::Up };
        if self.asks_what_if() {
            self.turn_wheel_in_what_if(x, y, direction);
            return Vec::new();
        }
        if self.overlay.is_some() {
            self.move_in_overlay(direction);
            return Vec::new();
        }
        if let Some((_, Target::Track { .. })) = self.hits.at(x, y) {
            self.step_in_time(notches);
            return Vec::new();
        }
        let Some(panel) = self.hits.panel_at(x, y) else {
            return Vec::new();
        };
        match panel {
            Panel::Explore(ExplorePanel::Passengers) => self.step_who(notches * WHEEL),
            Panel::Explore(ExplorePanel::Network | ExplorePanel::Calculation) => {
                self.step_who(notches);
            }
            Panel::Explore(ExplorePanel::Curve) => {
                self.slide_curve(if notches > 0 { -10 } else { 10 });
            }
            Panel::Train(TrainPanel::Loss | TrainPanel::Accuracy | TrainPanel::Parameters) => {
                self.step_in_time(notches);
            }
            Panel::Train(TrainPanel::Ledger) => self.move_flip(notches),
            Panel::Train(TrainPanel::Runs) => self.move_run_row(notches),
            Panel::Recipe(panel) => self.walk_in_recipe(panel, notches),
            Panel::Gradients(_) => self.move_in_gradients(direction),
            Panel::Beliefs(_) => self.move_in_beliefs(direction),
            Panel::Landscape(_) => self.page_in_landscape(notches > 0),
            Panel::Score(panel) => self.move_in_score_panel(panel, direction),
        }
        Vec::new()
    }
}
