//! The state of the program and the only code that changes it: three cursors (*who*, *when*, *where*)
//! over the runs of a session, and what each screen remembers. Draws nothing, reads nothing, writes nothing.

mod action;
mod arithmetic;
mod at_place;
mod command;
pub mod commands;
pub mod core;
mod dispatch;
pub mod figure;
pub mod glossary;
mod hits;
pub mod keys;
pub mod layers;
mod mouse;
mod panels;
mod phrase;
pub mod popups;
pub mod present;
mod quantity;
mod restore;
pub mod screens;
mod share;
pub mod taken_along;
pub mod tour;
mod turn;

use std::sync::Arc;

pub use self::core::{ColorDepth, Core, Ground, Notice, Parts, Settings, ThemeName};
pub use action::{Action, Effect, FoundFile, Refused};
pub use command::{Command, PresentPart, Stride, TourPart};
pub use hits::{Area, Hits, Target, WhatIfTarget};
pub use panels::{
    BeliefsPanel, BeliefsTarget, ExplorePanel, ExploreTarget, Focus, GradientsPanel, GradientsTarget, LandscapePanel,
    LandscapeTarget, OwnTarget, Panel, RecipePanel, RecipeTarget, ScorePanel, ScoreTarget, Screen, TrainPanel,
    TrainTarget,
};
pub use phrase::Said;
pub use screens::Screens;
pub use share::Shared;
pub use turn::update;

use self::core::playback::PlayState;
use self::core::runs::{Origin, Runs};
use crate::analysis::unlike;
use crate::app::commands::settle;
use crate::data::{PassengerList, escape};
use crate::explain::list_report;
use crate::explain::words::{Message, list as list_words};
use crate::training::{Preset, Run, Setting};
use keys::KeyTable;
use popups::behaviour::PopupBehaviour;
use popups::{Popups, what_if};
use screens::behaviour::Behaviour;
use tour::Tour;

/// Everything the screen shows is a function of this value.
#[derive(Debug)]
pub struct App {
    /// What all screens share.
    pub core: Core,
    /// What each screen remembers.
    pub screens: Screens,
    /// What lies over them.
    pub popups: Popups,
    /// The guided tour.
    pub tour: Tour,
    /// What the keys mean.
    pub keys: KeyTable,
    /// What the mouse holds.
    dragged: Option<(Area, Target)>,
    /// What the screens remembered before each reset, for undo to bring back.
    aside: Vec<Screens>,
}

impl App {
    /// The program as it opens: the published network and its first passenger.
    pub fn new(list: Arc<PassengerList>, settings: Settings) -> Self {
        let run = Run::published(Arc::clone(&list));
        Self::with(list, Runs::new(run, Origin::Preset(Preset::ThePost)), settings)
    }

    /// The program opened on a run from a file.
    pub fn from_run(list: Arc<PassengerList>, run: Run, settings: Settings) -> Self {
        let target = run.replay_target();
        let mut app = Self::with(list, Runs::new(run, Origin::File), settings);
        if let Some(epoch) = target {
            app.core.playback.seek(epoch);
        }
        app
    }

    /// Opens the state of a shared line, if there is one in this text.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open_line(&mut self, text: &str) -> Option<Result<(), Message>> {
        share::open(self, text)
    }

    /// The line that leads to what is shown.
    ///
    /// # Errors
    /// Why there is none.
    pub fn line(&self) -> Result<String, Message> {
        share::line(&self.core)
    }

    fn with(list: Arc<PassengerList>, runs: Runs, settings: Settings) -> Self {
        let core = Core::new(list, runs, settings);
        let mut app = Self {
            core,
            screens: Screens::default(),
            popups: Popups::default(),
            tour: Tour::default(),
            keys: KeyTable::default(),
            dragged: None,
            aside: Vec::new(),
        };
        settle::settle(&mut app.core);
        if let Some(unlike) = unlike(&app.core.list, app.core.run().split()) {
            // Where the offer is taken: one key leads there.
            app.screens.recipe.line = Setting::Split;
            app.core.tell(Notice::warning(list_report::unlike(&unlike, list_words::TAKE_STRATIFIED)));
        } else if app.core.list.report().is_of_note() {
            let list = &app.core.list;
            let said = [escape(list.source()).into_owned(), list.len().to_string()];
            app.core.tell(Notice::info(Message::new(list_words::OF_NOTE, said)));
        }
        app
    }

    /// Gives keys another meaning, and the texts that name them.
    pub fn rebind(&mut self, keys: KeyTable) {
        self.core.settings.keyed = keys.texts();
        self.keys = keys;
    }

    /// Whether the user has left.
    pub const fn is_over(&self) -> bool {
        self.core.over
    }

    /// Whether time must pass for something on the screen to go on.
    pub fn needs_tick(&self) -> bool {
        let core = &self.core;
        core.is_playing()
            || core.flow.is_some()
            || core.pulse.is_some()
            || self.has_slices()
            || core.notice.as_ref().is_some_and(|notice| !notice.is_old())
    }

    /// Whether there is work to do as fast as the machine can.
    pub fn is_working(&self) -> bool {
        let core = &self.core;
        self.has_slices()
            || match core.playback.state() {
                PlayState::Resting => false,
                PlayState::Seeking(_) => true,
                PlayState::Playing => core.playback.speed().is_none() && (core.race.is_some() || core.run().at_end()),
            }
    }

    /// Whether work that would keep a key waiting, and is cut into slices of about a millisecond, waits to be done.
    fn has_slices(&self) -> bool {
        self.is_drawing_soon() || self.screens.score.sweep.is_running() || self.screens.score.folds.is_running()
    }

    /// Whether what is drawn now is still being computed and will be there soon.
    pub fn is_drawing_soon(&self) -> bool {
        self.on_screen().is_pending(&self.core)
    }

    /// Does one slice. One thread does it all, so the same keys give the same frames.
    fn do_slice(&mut self) {
        if self.is_drawing_soon() {
            self.with_screen(|screen, core| screen.slice(core));
        }
        // Whatever the screen: these were started to be left alone.
        self.screens.score.sweep.slice(&mut self.core);
        self.screens.score.folds.slice(&mut self.core);
    }

    /// Brings what is shown up to date and tells, once, whether anything is to be drawn anew.
    pub fn take_dirty(&mut self) -> bool {
        self.settle();
        // What no frame is going to show need not follow the cursors.
        if self.core.dirty {
            self.with_screen(|screen, core| screen.follow(core));
        }
        std::mem::take(&mut self.core.dirty)
    }

    /// Brings what keys may ask for up to date, so that they find what a frame drawn now would show.
    fn settle(&mut self) {
        settle::settle(&mut self.core);
        if self.popups.shows_what_if() {
            what_if::settle(&mut self.core);
        }
        self.with_screen(|screen, core| screen.settle(core));
    }

    /// The screen that is on.
    fn on_screen(&self) -> &dyn Behaviour {
        self.screens.on(self.core.screen)
    }

    /// Does something with the screen that is on.
    fn with_screen<T>(&mut self, act: impl FnOnce(&mut dyn Behaviour, &mut Core) -> T) -> T {
        act(self.screens.on_mut(self.core.screen), &mut self.core)
    }

    /// Does something with the popup on top, if one is open; it lies aside meanwhile.
    fn with_popup<T>(&mut self, act: impl FnOnce(&mut dyn PopupBehaviour, &mut Self) -> T) -> Option<T> {
        let mut popup = self.popups.open.pop()?;
        let done = act(popup.on_mut(), self);
        self.popups.open.push(popup);
        Some(done)
    }

    /// Closes the popup on top with nothing chosen.
    fn dismiss_popup(&mut self) {
        self.with_popup(|popup, app| popup.dismissed(&mut app.core));
        self.popups.open.pop();
    }
}
