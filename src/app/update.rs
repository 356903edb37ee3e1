//! The one door through which the state changes: an action in, effects out.

use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::overlay::Overlay;
use super::pointer::Direction;
use super::{Action, App, Command, Effect, ExplorePanel, Notice, Panel, Parts, RecipePanel, Screen, keys};
use crate::data::Filter;
use crate::data::Quick;
use crate::explain::words::{Message, help, notices};
use crate::training::Setting;

/// Changes the state by one thing that happened, and returns what the world is asked to do.
pub fn update(app: &mut App, action: Action) -> Vec<Effect> {
    if matches!(action, Action::Key(_) | Action::Mouse(_) | Action::Paste(_)) {
        app.settle();
    }
    match action {
        Action::Key(key) => app.key(key),
        Action::Mouse(event) => app.mouse(event),
        Action::Paste(text) => {
            app.insert(&text);
            Vec::new()
        }
        Action::Resize { .. } => {
            app.touch();
            Vec::new()
        }
        Action::Tick(elapsed) => {
            app.tick(elapsed);
            Vec::new()
        }
        Action::Drawn(hits) => {
            app.hits = hits;
            app.popup_drawn = app.popup();
            if app.screen == Screen::Landscape {
                app.resize_landscape();
            }
            app.beliefs_drawn();
            Vec::new()
        }
        Action::Saved(result) => {
            app.tell(match result {
                Ok(path) => Notice::info(Message::new(notices::SAVED, [path])),
                Err(why) => Notice::warning(Message::new(notices::NOT_SAVED, [why])),
            });
            Vec::new()
        }
        Action::Copied(result) => {
            app.tell(match result {
                Ok(()) => Notice::info(Message::plain(notices::COPIED)),
                Err(why) => Notice::warning(Message::new(notices::NOT_COPIED, [why])),
            });
            Vec::new()
        }
        Action::Found(count) => {
            app.saved_runs = count;
            if count > 0 {
                app.tell(Notice::info(Message::new(notices::FOUND_RUNS, [count.to_string()])));
            }
            Vec::new()
        }
        Action::Opened(runs, unreadable) => {
            app.keep_edit();
            app.open_saved(runs, unreadable);
            Vec::new()
        }
        Action::SavedFile(result) => app.saved(result),
        Action::OpenedFile(result) => app.opened_file(result),
        Action::Quit => app.command(Command::Quit),
    }
}

impl App {
    fn key(&mut self, key: KeyEvent) -> Vec<Effect> {
        if self.types_number(key) || self.types_into_what_if(key) || self.types_into_field(key) {
            self.touch();
            return Vec::new();
        }
        let Some(command) = keys::command(self, key) else {
            if let KeyCode::Char(c) = key.code {
                self.tell(Notice::info(Message::new(help::NOTHING_HERE, [c.to_string()])));
            }
            return Vec::new();
        };
        if self.notice.as_ref().is_some_and(Notice::is_old) {
            self.notice = None;
        }
        if let Some(notice) = &mut self.notice {
            notice.user_goes_on();
        }
        if !command.is_of_edit() {
            self.keep_edit();
        }
        self.command(command)
    }

    /// In a text field every printable key is text.
    #[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
    fn types_into_field(&mut self, key: KeyEvent) -> bool {
        let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let Some(field) = self.overlay.as_mut().and_then(Overlay::field_mut) else {
            return false;
        };
        match key.code {
            KeyCode::Char('u') if chord => field.clear(),
            KeyCode::Char('w') if chord => field.delete_word(),
            KeyCode::Char(c) if !chord => {
                field.insert(c.encode_utf8(&mut [0; 4]));
            }
            KeyCode::Backspace => field.backspace(),
            KeyCode::Delete => field.delete(),
            KeyCode::Left => field.left(),
            KeyCode::Right => field.right(),
            KeyCode::Home => field.home(),
            KeyCode::End => field.end(),
            _ => return false,
        }
        self.typed();
        true
    }

    fn insert(&mut self, text: &str) {
        if self.pastes_number(text) || self.pastes_into_what_if(text) {
            return self.touch();
        }
        if let Some(field) = self.overlay.as_mut().and_then(Overlay::field_mut) {
            field.insert(text);
            self.typed();
            self.touch();
        }
    }

    /// Shows a notice.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.touch();
    }

    fn tick(&mut self, elapsed: Duration) {
        if let Some(notice) = &mut self.notice {
            notice.grow(elapsed);
        }
        if let Some(flow) = &mut self.flow
            && flow.advance(elapsed)
        {
            if flow.is_over() {
                self.flow = None;
            }
            self.touch();
        }
        self.pass_time(elapsed);
        self.do_slice();
    }

    /// Does one command; the what-if popup comes back once what was opened over it is closed.
    pub(super) fn command(&mut self, command: Command) -> Vec<Effect> {
        self.touch();
        if self.shows_what_if() && !command.works_over_what_if() {
            self.refuse_over_what_if();
            return Vec::new();
        }
        let asked = self.asks_what_if();
        let effects = self.carry_out(command);
        self.what_if_waits |= asked && self.overlay.is_some();
        self.return_to_what_if();
        effects
    }

    fn carry_out(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Quit => {
                self.over = true;
                return vec![Effect::Quit];
            }
            Command::Suspend => return vec![Effect::Suspend],
            Command::Help => return self.toggle_overlay(Overlay::Help { top: 0 }),
            Command::Palette => return self.open_palette(),
            Command::Show(screen) => self.show(screen),
            Command::FocusNext => self.move_focus(true),
            Command::FocusPrevious => self.move_focus(false),
            Command::Zoom => self.zoomed = !self.zoomed,
            Command::Cancel => return self.cancel(),
            Command::Open => return self.open(),
            Command::Up => return self.move_by(Direction::Up),
            Command::Down => return self.move_by(Direction::Down),
            Command::Left => return self.move_by(Direction::Left),
            Command::Right => return self.move_by(Direction::Right),
            Command::PageUp => self.page(false),
            Command::PageDown => self.page(true),
            Command::First => self.go_to_edge(false),
            Command::Last => self.go_to_edge(true),
            Command::WhoNext => self.step_who(1),
            Command::WhoPrevious => self.step_who(-1),
            Command::Forward(stride) => self.forward(stride.epochs()),
            Command::Back(stride) => self.back(stride.epochs()),
            Command::ToStart => self.go_to(self.run().first_epoch()),
            Command::ToEnd => self.go_to(self.run().last_epoch()),
            Command::Mark => self.mark(),
            Command::ParameterNext => self.walk_parameters(true),
            Command::ParameterPrevious => self.walk_parameters(false),
            Command::Play => self.play_or_pause(),
            Command::Faster => self.playback.faster(),
            Command::Slower => self.playback.slower(),
            Command::RateUp => self.change_rate(true),
            Command::RateDown => self.change_rate(false),
            Command::Search => self.open_search(),
            Command::SearchNext => self.search_again(true),
            Command::SearchPrevious => self.search_again(false),
            Command::Sort => self.sort_by_column(),
            Command::SortReverse => self.reverse_sort(),
            Command::Filter => return self.open_filter(),
            Command::ThePostRows => self.toggle_quick(Quick::ThePost),
            Command::NextView => self.next_view(),
            Command::Parts if self.screen == Screen::Score => self.next_part_in_score(),
            Command::Parts => self.next_parts(),
            Command::Presets => return self.open_presets(),
            Command::Why => return self.toggle_overlay(Overlay::Why),
            Command::Compare => self.compare(),
            Command::Details => return self.details(),
            Command::Flow => self.toggle_flow(),
            Command::Undo => self.undo_change(),
            Command::Redo => self.redo_change(),
            Command::Copy => return vec![Effect::Copy(self.text_to_copy())],
            Command::Export => return self.open_export(),
            Command::Theme => {
                self.settings.theme = self.settings.theme.next();
                let name = self.settings.theme.key().to_owned();
                self.tell(Notice::info(Message::new(notices::THEME, [name])));
            }
            Command::Language => {
                self.settings.language = self.settings.language.next();
                self.tell(Notice::info(Message::plain(notices::LANGUAGE)));
                return vec![Effect::Redraw];
            }
            Command::Glyphs => {
                self.settings.ascii = !self.settings.ascii;
                return vec![Effect::Redraw];
            }
            Command::Reopen => return self.reopen(),
            Command::MissingAge if self.screen == Screen::Score => self.next_policy_in_score(),
            Command::StartRun => self.start_recipe(),
            Command::EditLine if self.overlay.is_some() => {}
            Command::EditLine => return self.edit_recipe_line(),
            Command::BetterRate => self.take_better_rate(),
            Command::MissingAge => self.step_recipe(Setting::MissingAge, true),
            Command::Edit => self.begin_edit(),
            Command::Nudge(steps) => self.nudge(i64::from(steps)),
            Command::EditStart => self.edit_to_start(),
            Command::EditBest => self.edit_to_best(),
            Command::EditKeep => self.enter_edit(),
            Command::EditDrop => self.drop_edit(),
            Command::Rename => return self.open_rename(),
            Command::Duplicate => self.duplicate(),
            Command::Forget => self.forget(),
            Command::Against => self.against(),
            Command::Race => return self.race_or_choose(),
            Command::Save => return self.open_save(),
            Command::OpenFile => return self.open_open(),
            Command::WhatIf => return self.toggle_what_if(),
            Command::WhatIfReset => self.reset_what_if(),
            Command::Axes => self.next_axes(),
        }
        Vec::new()
    }

    pub(super) fn show(&mut self, screen: Screen) {
        let was_open = self.overlay.take().is_some();
        self.what_if_waits = false;
        if self.screen != screen || !was_open {
            self.screen = screen;
        }
        self.zoomed = false;
    }

    fn move_focus(&mut self, forward: bool) {
        self.overlay = None;
        let panels = self.screen.panels();
        let at = panels.iter().position(|&panel| panel == self.focus()).unwrap_or(0);
        let step = if forward { 1 } else { panels.len() - 1 };
        self.set_focus(panels[(at + step) % panels.len()]);
    }

    pub(super) fn set_focus(&mut self, panel: impl Into<Panel>) {
        let panel = panel.into();
        self.screen = panel.screen();
        self.focus_on.set(panel);
        self.touch();
    }

    fn next_parts(&mut self) {
        self.parts = match self.parts {
            Parts::Both => Parts::Train,
            Parts::Train => Parts::Test,
            Parts::Test => Parts::Both,
        };
        self.moved();
    }

    fn next_view(&mut self) {
        match self.focus().screen() {
            Screen::Gradients => self.next_view_in_gradients(),
            Screen::Beliefs => self.next_view_in_beliefs(),
            Screen::Landscape => self.next_view_in_landscape(),
            Screen::Score => self.next_view_in_score(),
            Screen::Explore => self.next_view_in_explore(),
            Screen::Train => self.log_loss = !self.log_loss,
            Screen::Recipe => {}
        }
    }

    fn next_axes(&mut self) {
        match self.screen {
            Screen::Beliefs => self.next_axes_in_beliefs(),
            Screen::Landscape => self.next_axes_in_landscape(),
            Screen::Explore | Screen::Train | Screen::Gradients | Screen::Score | Screen::Recipe => {}
        }
    }

    fn details(&mut self) -> Vec<Effect> {
        if self.focus() == Panel::Explore(ExplorePanel::Curve) {
            self.curve.derivative = !self.curve.derivative;
            return Vec::new();
        }
        self.toggle_overlay(Overlay::Columns)
    }

    pub(super) fn walk_parameters(&mut self, forward: bool) {
        if self.is_editing() {
            return self.walk_in_edit(forward);
        }
        self.spot = self.spot().next_parameter(self.run().network(), forward);
    }

    fn toggle_flow(&mut self) {
        self.flow = match self.flow {
            Some(_) => None,
            None => Some(super::flow::Flow::new(self.network().depth())),
        };
    }

    /// Enter: opens or does what is under the focus.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        if self.overlay.is_some() {
            return self.choose_in_overlay();
        }
        if self.shows_race() {
            self.take_racer();
            return Vec::new();
        }
        match self.focus().screen() {
            Screen::Gradients => self.open_in_gradients(),
            Screen::Beliefs => self.open_in_beliefs(),
            Screen::Landscape => self.open_in_landscape(),
            Screen::Score => self.open_in_score(),
            Screen::Explore => self.open_in_explore(),
            Screen::Train => {
                self.open_in_train();
                Vec::new()
            }
            Screen::Recipe => self.open_in_recipe(),
        }
    }

    /// Whether Esc has anything to undo.
    pub fn can_cancel(&self) -> bool {
        self.overlay.is_some()
            || self.shows_race()
            || matches!(self.playback.state(), super::State::Seeking(_))
            || self.flow.is_some()
            || self.focus() == Panel::Recipe(RecipePanel::Presets)
            || self.drops_waiting()
            || self.spot_open
            || self.curve.slider().is_some()
            || self.zoomed
            || self.offer_stands()
            || self.cancels_on_screen()
            || !self.view.filter().is_empty()
    }

    /// Whether Esc has anything to undo that only this screen knows of.
    fn cancels_on_screen(&self) -> bool {
        match self.screen {
            Screen::Gradients => self.cancels_in_gradients(),
            Screen::Beliefs => self.cancels_in_beliefs(),
            Screen::Landscape => self.cancels_in_landscape(),
            Screen::Score => self.cancels_in_score(),
            Screen::Explore | Screen::Train | Screen::Recipe => false,
        }
    }

    fn cancel_on_screen(&mut self) {
        match self.screen {
            Screen::Gradients => self.cancel_in_gradients(),
            Screen::Beliefs => self.cancel_in_beliefs(),
            Screen::Landscape => self.cancel_in_landscape(),
            Screen::Score => self.cancel_in_score(),
            Screen::Explore | Screen::Train | Screen::Recipe => {}
        }
    }

    /// Esc: undoes the one thing opened last.
    fn cancel(&mut self) -> Vec<Effect> {
        if self.drops_typed_what_if() {
            return Vec::new();
        }
        if self.overlay.is_some() {
            return self.close_overlay();
        }
        if matches!(self.playback.state(), super::State::Seeking(_)) {
            self.playback.rest();
        } else if self.shows_race() {
            self.leave_race();
        } else if self.flow.is_some() {
            self.flow = None;
        } else if self.offer_stands() {
            self.decline_offer();
        } else if self.focus() == Panel::Recipe(RecipePanel::Presets) {
            self.set_focus(RecipePanel::Recipe);
        } else if self.drops_waiting() {
            self.drop_waiting();
        } else if self.cancels_on_screen() {
            self.cancel_on_screen();
        } else if self.spot_open {
            self.spot_open = false;
        } else if self.curve.slider().is_some() {
            self.curve.release();
        } else if self.zoomed {
            self.zoomed = false;
        } else if !self.view.filter().is_empty() {
            if !self.leaves_listed() {
                self.set_filter(Filter::default());
            }
        } else {
            self.notice = None;
        }
        Vec::new()
    }
}
