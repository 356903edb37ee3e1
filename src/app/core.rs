//! What all screens share: the list and its view, the three cursors, the runs, playback, settings and the notice.
//! Knows no screen; what a screen remembers for itself stands in `screens`.

pub(super) mod bearings;
pub mod edit;
pub mod flow;
pub mod listing;
pub(super) mod movement;
mod notice;
pub mod playback;
pub mod pointer;
pub(super) mod prepared;
pub mod presenter;
pub mod pulse;
pub mod race;
pub mod runs;
mod settings;
mod shown;
pub mod text_field;
pub(super) mod undo;
pub mod what_if;

use std::sync::{Arc, LazyLock};

pub use notice::Notice;
pub use settings::{ColorDepth, Ground, Settings, ThemeName};
pub use shown::Parts;

use crate::analysis::what_if::Reply;
use crate::app::core::edit::Editor;
use crate::app::core::flow::Flow;
use crate::app::core::listing::Listing;
use crate::app::core::playback::{PlayState, Playback};
use crate::app::core::pointer::Spot;
use crate::app::core::prepared::Prepared;
use crate::app::core::presenter::Presenter;
use crate::app::core::pulse::StepPulse;
use crate::app::core::race::Race;
use crate::app::core::runs::{Runs, Slot, Stamp};
use crate::app::core::shown::{Of, Shown};
use crate::app::core::undo::Undo;
use crate::app::core::what_if::WhatIf;
use crate::app::{Command, Effect, Focus, Hits, Panel, Screen};
use crate::data::number::defined;
use crate::data::{Passenger, PassengerList, View};
use crate::explain::names::Names;
use crate::explain::words::{Word, explore, presets, recipe};
use crate::nn::{Network, Trace};
use crate::training::{MissingAge, Preset, Run};

/// Nothing said of anybody.
pub(super) static NOTHING: LazyLock<Shown> = LazyLock::new(Shown::default);

/// How far the offer on the published network has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Offer {
    #[default]
    Open,
    Made,
    Declined,
}

/// The state that every screen shows a part of.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct Core {
    /// The people on the list.
    pub list: Arc<PassengerList>,
    /// Which of them are listed, in which order.
    pub view: View,
    /// The cursor *who*: a row of the list.
    pub who: usize,
    /// The list panel's columns and scroll.
    pub listing: Listing,
    /// The runs; each holds its cursor *when*.
    pub runs: Runs,
    /// The row under the cursor in the list of runs.
    pub run_row: usize,
    /// The run whose answers the ledger compares with, rather than with an earlier epoch.
    pub against: Option<usize>,
    /// Which rows curves, ledger and beliefs are about.
    pub parts: Parts,
    /// Play, pause, speed.
    pub playback: Playback,
    /// The race, while there is one.
    pub race: Option<Race>,
    /// The number in the hand, while one is set.
    pub edit: Option<Editor>,
    /// The slow flow, while it runs.
    pub flow: Option<Flow>,
    /// What a step of training sends along the lines.
    pub pulse: Option<StepPulse>,
    /// The person of one's own, once there is one; drawn as ◆ wherever people are.
    pub what_if: Option<WhatIf>,
    /// What a class does, while the program is in front of one.
    pub presenter: Presenter,
    /// The screen.
    pub screen: Screen,
    /// The panel with the focus on each screen.
    pub focus_on: Focus,
    /// Whether the focused panel fills the screen.
    pub zoomed: bool,
    /// The notice row.
    pub notice: Option<Notice>,
    /// Theme, language, glyphs.
    pub settings: Settings,
    /// How many runs of earlier sessions wait to be opened.
    pub saved_runs: usize,
    /// Where things were drawn in the last frame.
    pub hits: Hits,
    /// The cursor *where* as it was set, maybe in another network.
    pub(super) spot: Spot,
    pub(super) shown: Prepared<Of, Shown>,
    pub(super) undo: Undo,
    pub(super) offer: Offer,
    /// The count last praised, so that keeping it does not take the praise off the screen.
    pub(super) praised: Option<u32>,
    /// Whom the filter moved away from, and to whom.
    pub(super) displaced: Option<(usize, usize)>,
    pub(super) stale: bool,
    pub(super) dirty: bool,
    pub(super) over: bool,
    /// A command to be done after this one: what the palette chose, a line of a form that was clicked.
    pub(super) then: Option<Command>,
    /// What the world is asked to do once this turn is over.
    pub(super) asked: Vec<Effect>,
}

impl Core {
    /// The list, the runs and the settings, and everything else as it is at the start.
    pub(super) fn new(list: Arc<PassengerList>, runs: Runs, settings: Settings) -> Self {
        Self {
            view: View::new(&list),
            list,
            who: 0,
            listing: Listing::default(),
            runs,
            run_row: 0,
            against: None,
            parts: Parts::default(),
            playback: Playback::default(),
            race: None,
            edit: None,
            flow: None,
            pulse: None,
            what_if: None,
            presenter: Presenter::default(),
            screen: Screen::Explore,
            focus_on: Focus::default(),
            zoomed: false,
            notice: None,
            settings,
            saved_runs: 0,
            hits: Hits::default(),
            spot: Spot::START,
            shown: Prepared::default(),
            undo: Undo::default(),
            offer: Offer::default(),
            praised: None,
            displaced: None,
            stale: true,
            dirty: true,
            over: false,
            then: None,
            asked: Vec::new(),
        }
    }

    /// The run on the screen, to be changed.
    pub(super) fn run_mut(&mut self) -> &mut Run {
        &mut self.runs.active_mut().run
    }

    /// The run on the screen.
    pub fn run(&self) -> &Run {
        &self.runs.active().run
    }

    /// What the run on the screen is called: `published`, or `run A`.
    pub fn run_name(&self) -> String {
        let language = self.settings.language;
        let slot = self.runs.active();
        if slot.named || !slot.begins_published() {
            return language.fill(explore::RUN, &[&slot.run.name]);
        }
        let word = if slot.is_published() { explore::PUBLISHED } else { explore::RUN_FROM_PUBLISHED };
        language.say(word).to_owned()
    }

    /// The name of the run on the screen, as a sentence needs it.
    pub fn run_title(&self) -> String {
        if self.is_published() && !self.runs.active().named {
            self.settings.say(recipe::THE_PUBLISHED).to_owned()
        } else {
            self.run_name()
        }
    }

    /// What a run is called among others: `published`, or `A`.
    pub fn name_of(&self, run: usize) -> String {
        match self.runs.get(run) {
            Some(slot) if slot.is_published() && !slot.named => self.settings.say(explore::PUBLISHED).to_owned(),
            Some(slot) if slot.begins_published() && !slot.named => {
                self.settings.say(explore::FROM_PUBLISHED).to_owned()
            }
            Some(slot) => slot.run.name.clone(),
            None => String::new(),
        }
    }

    /// The cursor *where*: a place in the network on the screen.
    pub fn spot(&self) -> Spot {
        self.spot.fitted(self.network())
    }

    /// What all that is said of the run on the screen follows from.
    pub(super) fn stamp(&self) -> Stamp {
        self.runs.active().stamp()
    }

    /// The network at the cursor *when*.
    pub fn network(&self) -> &Network {
        self.run().network()
    }

    /// What the parts of the network on the screen are called.
    pub fn names(&self) -> Names<'_> {
        Names::new(self.run(), self.settings.language)
    }

    /// The selected passenger.
    pub fn passenger(&self) -> Passenger<'_> {
        self.list.passenger(self.who)
    }

    /// Every number of the selected passenger's prediction; none when the recipe gives no answer for them.
    pub fn trace(&self) -> Option<Trace> {
        let inputs = self.run().encoder().encode(&self.passenger())?;
        let trace = self.network().forward(&inputs);
        defined(trace.logit()).is_some().then_some(trace)
    }

    /// What a preset is about, with its figures where the list is the one they are of.
    pub fn story(&self, preset: Preset) -> Word {
        if self.list.is_embedded() { presets::story(preset) } else { presets::idea(preset) }
    }

    /// Whether the selected passenger's number at a place is to be seen: the slow flow has come there, and it is not the
    /// answer, z included, that is kept from a class.
    pub fn has_reached(&self, spot: Spot) -> bool {
        let is_kept = self.hides_answer(self.who) && spot.is_answer(self.network());
        !is_kept && self.flow.is_none_or(|flow| flow.has_reached(spot))
    }

    /// Whether the answer about a row is kept from a class: what the network says of it, and what became of it.
    pub fn hides_answer(&self, row: usize) -> bool {
        self.presenter.hides(row)
    }

    /// Whether what the network says of a row is not said yet: of the selected one until the slow flow comes to it, and
    /// in front of a class of everybody whose answer is not told.
    pub fn is_withheld(&self, row: usize) -> bool {
        self.hides_answer(row) || (row == self.who && !self.has_reached(Spot::Verdict))
    }

    /// The panel with the focus.
    pub const fn focus(&self) -> Panel {
        self.focus_on.on(self.screen)
    }

    /// Whether a row is of the part that is shown.
    pub fn shows_row(&self, row: usize) -> bool {
        match self.parts {
            Parts::Both => true,
            Parts::Train => self.run().split().trains(row),
            Parts::Test => self.run().split().tests(row),
        }
    }

    /// Whether epochs pass by themselves.
    pub fn is_playing(&self) -> bool {
        self.playback.state() != PlayState::Resting
    }

    /// Whether Space would train.
    pub(super) fn would_train(&self) -> bool {
        !self.is_playing() && self.run().at_end()
    }

    /// Whether Space would replay the past.
    pub(super) fn would_replay(&self) -> bool {
        !self.is_playing() && !self.run().at_end()
    }

    /// Whether the run has more than its first epoch.
    pub fn has_past(&self) -> bool {
        self.runs.active().has_past()
    }

    /// Whether there is another run than the one on the screen.
    pub(super) fn has_other_runs(&self) -> bool {
        self.runs.listed().count() > 1
    }

    /// Whether the published weights themselves are on the screen.
    pub fn is_published(&self) -> bool {
        self.runs.active().is_published()
    }

    /// Whether the run on the screen began at the published weights.
    pub fn begins_published(&self) -> bool {
        self.runs.active().begins_published()
    }

    /// Whether Space now accepts the offer to watch the post's network being trained.
    pub fn offer_stands(&self) -> bool {
        self.begins_published() && self.offer == Offer::Made
    }

    pub(super) fn touch(&mut self) {
        self.dirty = true;
    }

    /// Marks all that follows from the cursors as out of date.
    pub(super) fn moved(&mut self) {
        self.stale = true;
        self.dirty = true;
    }

    /// What follows from the cursors; blank where they have moved since it was brought up to date.
    pub fn shown(&self) -> &Shown {
        self.shown.get(&self.shown_of()).unwrap_or(&NOTHING)
    }

    /// Whether it is up to date.
    pub(super) fn knows_shown(&self) -> bool {
        self.shown.get(&self.shown_of()).is_some()
    }

    pub(super) fn shown_of(&self) -> Of {
        let slot = self.runs.active();
        let other = self.other_in_ledger();
        Of {
            stamp: slot.stamp(),
            span: slot.span,
            mark: slot.mark,
            against: other.map(|other| other.moment_at(other.run.epoch())),
        }
    }

    /// The run the ledger compares with, if it is another one than that on the screen.
    pub(super) fn other_in_ledger(&self) -> Option<&Slot> {
        let other = self.against.filter(|&run| run != self.runs.active_index());
        self.runs.get(other?)
    }

    /// Whether the race is what the screen shows.
    pub fn shows_race(&self) -> bool {
        self.race.is_some() && self.screen == Screen::Train
    }

    /// Whether the run under the cursor is another than the one on the screen.
    pub(super) fn points_at_other_run(&self) -> bool {
        self.has_other_runs() && self.run_row != self.runs.active_index()
    }

    /// What another run and the one on the screen do about a missing age, where that differs.
    pub fn other_policy(&self, other: usize) -> Option<(MissingAge, MissingAge)> {
        let policies = (self.runs.get(other)?.run.recipe().missing_age, self.run().recipe().missing_age);
        (policies.0 != policies.1).then_some(policies)
    }

    /// What the network on the screen says of the person of one's own, while their popup is open.
    pub fn what_if_answer(&self) -> Option<&Reply> {
        self.what_if.as_ref()?.answer(self.stamp().moment)
    }

    /// Shows a notice.
    pub(super) fn tell(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.touch();
    }

    /// Gives a panel the focus of its screen, and puts that screen on.
    pub(super) fn set_focus(&mut self, panel: impl Into<Panel>) {
        let panel = panel.into();
        self.screen = panel.screen();
        self.focus_on.set(panel);
        self.touch();
    }
}
