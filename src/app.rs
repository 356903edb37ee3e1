//! The state of the program and the only code that changes it: three cursors (*who*, *when*, *where*)
//! over the runs of a session. Draws nothing, reads nothing, writes nothing.

pub mod arithmetic;
pub mod beliefs;
pub mod curve;
pub mod edit;
pub mod figure;
pub mod flow;
pub mod gradients;
pub mod keys;
pub mod landscape;
pub mod listing;
pub mod overlay;
pub mod playback;
pub mod pointer;
pub mod race;
pub mod recipe_form;
pub mod run_files;
pub mod runs;
pub mod score;
pub mod settings;
pub mod shown;
pub mod sweep;
pub mod text_field;
pub mod what_if;

mod action;
mod command;
mod edit_commands;
mod explore;
mod hits;
mod list_commands;
mod mouse;
mod movement;
mod notice;
mod overlay_commands;
mod panel;
pub mod prepared;
mod race_commands;
mod recipe_commands;
mod run_commands;
mod time;
mod train;
mod undo;
mod update;
mod what_if_commands;
mod work;

use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

pub use action::{Action, Effect};
pub use command::{Command, Stride};
pub use hits::{Area, Hits, Target, WhatIfTarget};
pub use notice::Notice;
pub use panel::{
    BeliefsPanel, ExplorePanel, Focus, GradientsPanel, LandscapePanel, Panel, RecipePanel, ScorePanel, Screen,
    TrainPanel,
};
pub use settings::{Settings, ThemeName};
pub use update::update;
// Others still find them here.
pub use crate::explain::{names, plain, words, words::Language};

use crate::data::number::defined;
use crate::data::{Passenger, PassengerList, View};
use crate::explain::names::Names;
use crate::nn::{Network, Trace};
use crate::training::{ModelFile, Preset, Run};
use beliefs::Beliefs;
use curve::Curve;
use edit::Edit;
use flow::Flow;
use gradients::Gradients;
use landscape::Landscape;
use listing::Listing;
use overlay::Overlay;
use playback::{Playback, State};
use pointer::Spot;
use prepared::Prepared;
use race::Race;
use recipe_form::RecipeForm;
use runs::{Origin, Runs, Slot};
use score::Score;
use shown::Shown;
use sweep::Sweep;
use undo::Undo;
use what_if::WhatIf;

/// What of the curves and the ledger is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Parts {
    /// Training and test rows.
    #[default]
    Both,
    /// Training rows only.
    Train,
    /// Test rows only.
    Test,
}

/// How far the offer on the published network has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Open,
    Made,
    Declined,
}

/// Everything the screen shows is a function of this value.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct App {
    /// The people on the list.
    pub list: Arc<PassengerList>,
    /// Which of them are listed, in which order.
    pub view: View,
    /// The cursor *who*: a row of the list.
    pub who: usize,
    /// Whether the table under the pointer is open.
    pub spot_open: bool,
    /// The runs; each holds its cursor *when*.
    pub runs: Runs,
    /// The screen.
    pub screen: Screen,
    /// Whether the focused panel fills the screen.
    pub zoomed: bool,
    /// The list panel's columns and scroll.
    pub listing: Listing,
    /// The curve panel.
    pub curve: Curve,
    /// The slow flow, while it runs.
    pub flow: Option<Flow>,
    /// Whether the loss axis is logarithmic.
    pub log_loss: bool,
    /// Which rows the training screen shows.
    pub parts: Parts,
    /// The row under the cursor in the ledger.
    pub flip: usize,
    /// The row under the cursor in the list of runs.
    pub run_row: usize,
    /// The Gradients screen.
    pub gradients: Gradients,
    /// The Beliefs screen.
    pub beliefs: Beliefs,
    /// The Score screen.
    pub score: Score,
    /// The sweep of hidden widths.
    pub sweep: Sweep,
    /// The person of one's own, once there is one; drawn as ◆ wherever people are.
    pub what_if: Option<WhatIf>,
    /// Whether the what-if popup lies beneath the one that is open.
    what_if_waits: bool,
    /// The recipe form.
    pub recipe: RecipeForm,
    /// The run whose answers the ledger compares with, rather than with an earlier epoch.
    pub against: Option<usize>,
    /// Play, pause, speed.
    pub playback: Playback,
    /// The open popup.
    pub overlay: Option<Overlay>,
    /// The notice row.
    pub notice: Option<Notice>,
    /// Theme, language, glyphs.
    pub settings: Settings,
    /// How many runs of earlier sessions wait to be opened.
    pub saved_runs: usize,
    /// The cursor *where* as it was set, maybe in another network.
    spot: Spot,
    shown: Prepared<shown::Of, Shown>,
    landscape: Landscape,
    edit: Option<Edit>,
    /// The count last praised, so that keeping it does not take the praise off the screen.
    praised: Option<u32>,
    race: Option<Race>,
    /// The panel with the focus on each screen.
    pub focus_on: Focus,
    offer: Offer,
    undo: Undo,
    /// Whom the filter moved away from, and to whom.
    displaced: Option<(usize, usize)>,
    hits: Hits,
    /// The popup of the last frame.
    popup_drawn: Option<Discriminant<Overlay>>,
    drag: Option<(Area, Target)>,
    stale: bool,
    dirty: bool,
    over: bool,
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
            app.playback.seek(epoch);
        }
        app
    }

    fn with(list: Arc<PassengerList>, runs: Runs, settings: Settings) -> Self {
        let mut app = Self {
            view: View::new(&list),
            list,
            who: 0,
            spot: Spot::START,
            spot_open: false,
            runs,
            shown: Prepared::default(),
            screen: Screen::Explore,
            zoomed: false,
            listing: Listing::default(),
            curve: Curve::default(),
            flow: None,
            log_loss: false,
            parts: Parts::default(),
            flip: 0,
            run_row: 0,
            gradients: Gradients::default(),
            beliefs: Beliefs::default(),
            landscape: Landscape::default(),
            score: Score::default(),
            sweep: Sweep::default(),
            what_if: None,
            what_if_waits: false,
            recipe: RecipeForm::default(),
            against: None,
            playback: Playback::default(),
            overlay: None,
            notice: None,
            settings,
            saved_runs: 0,
            edit: None,
            praised: None,
            race: None,
            focus_on: Focus::default(),
            offer: Offer::Open,
            undo: Undo::default(),
            displaced: None,
            hits: Hits::default(),
            popup_drawn: None,
            drag: None,
            stale: true,
            dirty: true,
            over: false,
        };
        app.refresh();
        app
    }

    /// Whether the user has left.
    pub const fn is_over(&self) -> bool {
        self.over
    }

    /// Whether time must pass for something on the screen to go on.
    pub fn needs_tick(&self) -> bool {
        self.playback.state() != State::Resting
            || self.flow.is_some()
            || self.has_slices()
            || self.notice.as_ref().is_some_and(|notice| !notice.is_old())
    }

    /// Whether there is work to do as fast as the machine can.
    pub fn is_working(&self) -> bool {
        if self.has_slices() {
            return true;
        }
        match self.playback.state() {
            State::Resting => false,
            State::Seeking(_) => true,
            State::Playing => {
                let computes = self.race.is_some() || self.run().at_end();
                self.playback.speed().is_none() && computes
            }
        }
    }

    /// Brings what is shown up to date and tells, once, whether anything is to be drawn anew.
    pub fn take_dirty(&mut self) -> bool {
        self.settle();
        // What no frame is going to show need not follow the cursors.
        match self.screen {
            _ if !self.dirty => {}
            Screen::Gradients => self.refresh_gradients(),
            Screen::Beliefs => self.refresh_beliefs(),
            Screen::Landscape => self.follow_landscape(),
            Screen::Score => self.refresh_score(),
            Screen::Explore | Screen::Train | Screen::Recipe => {}
        }
        std::mem::take(&mut self.dirty)
    }

    /// The runs that quitting must keep, each with the name of its file.
    pub fn runs_to_save(&self) -> Vec<(String, ModelFile)> {
        let name = |slot: &Slot| {
            let fresh = || format!("{}-{}", self.settings.session, slot.run.name);
            slot.saved_as.clone().unwrap_or_else(fresh)
        };
        let work = self.runs.all().iter().filter(|slot| slot.is_work());
        work.map(|slot| (name(slot), slot.run.last_model())).collect()
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
            return language.fill(words::explore::RUN, &[&slot.run.name]);
        }
        let word = if slot.is_published() { words::explore::PUBLISHED } else { words::explore::RUN_FROM_PUBLISHED };
        language.say(word).to_owned()
    }

    /// What a run is called among others: `published`, or `A`.
    pub fn name_of(&self, run: usize) -> String {
        match self.runs.get(run) {
            Some(slot) if slot.is_published() && !slot.named => self.settings.say(words::explore::PUBLISHED).to_owned(),
            Some(slot) if slot.begins_published() && !slot.named => {
                self.settings.say(words::explore::FROM_PUBLISHED).to_owned()
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
    fn stamp(&self) -> runs::Stamp {
        self.runs.active().stamp()
    }

    /// The network at the cursor *when*.
    pub fn network(&self) -> &Network {
        self.run().network()
    }

    /// What the parts of the network on the screen are called.
    pub fn names(&self) -> Names<'_> {
        Names { network: self.network(), encoder: self.run().encoder(), language: self.settings.language }
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

    /// The panel with the focus.
    pub const fn focus(&self) -> Panel {
        self.focus_on.on(self.screen)
    }

    /// Where things were drawn in the last frame.
    pub const fn hits(&self) -> &Hits {
        &self.hits
    }

    /// Which popup is open.
    fn popup(&self) -> Option<Discriminant<Overlay>> {
        self.overlay.as_ref().map(discriminant)
    }

    /// Whether the screen shown is Explore.
    pub fn on_explore(&self) -> bool {
        self.screen == Screen::Explore
    }

    /// Whether epochs pass by themselves.
    pub fn is_playing(&self) -> bool {
        self.playback.state() != State::Resting
    }

    /// Whether Space would train.
    pub fn would_train(&self) -> bool {
        !self.is_playing() && self.run().at_end()
    }

    /// Whether Space would replay the past.
    pub fn would_replay(&self) -> bool {
        !self.is_playing() && !self.run().at_end()
    }

    /// Whether the run has more than its first epoch.
    pub fn has_past(&self) -> bool {
        self.runs.active().has_past()
    }

    /// Whether there is another run than the one on the screen.
    pub fn has_other_runs(&self) -> bool {
        self.runs.listed().count() > 1
    }

    /// Whether runs of earlier sessions wait to be opened.
    pub const fn has_saved_runs(&self) -> bool {
        self.saved_runs > 0
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

    /// Whether Space leads to the offer rather than to training these very weights.
    pub fn offers_training(&self) -> bool {
        self.begins_published() && self.offer != Offer::Declined
    }

    fn touch(&mut self) {
        self.dirty = true;
    }

    /// Marks all that follows from the cursors as out of date.
    fn moved(&mut self) {
        self.stale = true;
        self.dirty = true;
    }

    fn refresh(&mut self) {
        self.stale = false;
        self.refresh_shown();
        self.refresh_what_if();
        if self.view.depends_on_network() {
            self.rebuild_view();
        }
        let flips = self.shown().ledger_rows(self.parts).len();
        self.flip = self.flip.min(flips.saturating_sub(1));
    }

    /// Brings what keys may ask for up to date, so that they find what a frame drawn now would show.
    fn settle(&mut self) {
        if self.stale || !self.knows_shown() {
            self.refresh();
        }
        match self.screen {
            Screen::Explore => self.refresh_curve(),
            Screen::Beliefs => self.know_typical(),
            Screen::Recipe => self.refresh_recipe(),
            Screen::Train | Screen::Gradients | Screen::Landscape | Screen::Score => {}
        }
    }
}
