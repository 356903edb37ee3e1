//! The turn of the program: read everything that waits, let time pass, draw if anything changed.
//!
//! One thread. Draws only when nothing is left to read, so a held key never lags; while it trains, a key is
//! answered at once and a frame is otherwise drawn at most each [`FRAME`]; at rest it waits and does nothing.

use std::collections::VecDeque;
use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::Size;

use super::event::Event;
use super::events::{Events, SLICE};
use super::log::Log;
use super::state_folder::Opened;
use super::system::Suspended;
use crate::app;
use crate::app::{Action, App, Effect, FoundFile, Refused, ThemeName};
use crate::data::PassengerList;
use crate::explain::words::Message;
use crate::training::{RecipePatch, Run};
use crate::ui;

/// The shortest time between two frames that only the passing of time asks for, and between two ticks.
pub const FRAME: Duration = Duration::from_millis(33);

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Quit,
    /// A signal of this number asked for it.
    Signal(i32),
}

/// The terminal that is drawn on; the real one, or a record of what was asked in a test.
pub trait FrameHost {
    /// Called before a frame is drawn, so that the terminal can hold it back until it is whole.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn begin_frame(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Called after a frame was drawn.
    ///
    /// # Errors
    /// When the terminal cannot be written to.
    fn end_frame(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Gives the terminal back, stops until continued, and takes the terminal again.
    ///
    /// # Errors
    /// When the process cannot stop or the terminal cannot be taken.
    fn suspend(&mut self, who: Suspended) -> io::Result<()>;

    /// Takes the terminal again after a stop that gave no warning.
    ///
    /// # Errors
    /// When the terminal cannot be taken.
    fn resume(&mut self) -> io::Result<()>;
}

/// The world outside the program; the real one, or a record of what was asked in a test.
pub trait Host: FrameHost {
    /// Puts text on the clipboard.
    ///
    /// # Errors
    /// A sentence for the user.
    fn copy(&mut self, text: &str) -> Result<(), String>;

    /// Writes a file into the current folder and gives the name it got.
    ///
    /// # Errors
    /// A sentence for the user.
    fn export(&mut self, name: &str, contents: &str) -> Result<String, String>;

    /// Writes a file where the user wants it and gives the path it got; over another file only when
    /// the user said so.
    ///
    /// # Errors
    /// That there is a file already, or a sentence for the user.
    fn save(&mut self, path: &str, contents: &[u8], overwrite: bool) -> Result<String, Refused>;

    /// Opens a model or a recipe for this list; tensors that do not say their recipe take this one.
    ///
    /// # Errors
    /// A sentence for the user.
    fn open(&mut self, path: &str, recipe: &RecipePatch, list: &Arc<PassengerList>) -> Result<Run, Message>;

    /// The models and recipes that can be opened without a path.
    fn find_files(&mut self) -> Vec<FoundFile>;

    /// Keeps how far the tour has come for later sessions, where anything is kept.
    fn keep_progress(&mut self, text: &str);

    /// Where what happens is told, if anywhere.
    fn log(&mut self) -> Option<&mut Log> {
        None
    }

    /// How many runs earlier sessions left.
    fn count_saved_runs(&mut self) -> usize;

    /// Reads the runs that earlier sessions left of this list.
    fn open_saved_runs(&mut self, list: &Arc<PassengerList>) -> Opened;
}

/// Runs the program until the user or a signal ends it.
///
/// # Errors
/// When the events cannot be read or the backend cannot be drawn on.
pub fn run<B>(
    terminal: &mut Terminal<B>,
    events: &mut impl Events,
    host: &mut impl Host,
    app: &mut App,
) -> io::Result<Ended>
where
    B: Backend<Error: Error + Send + Sync + 'static>,
{
    let mut session = Session::begin(terminal, host, app, events.now())?;
    if !session.app.core.settings.ascii {
        events.ask_width()?;
    }
    let mut asked_after = None;
    loop {
        session.draw_when_due(events)?;
        // What is on the screen waits for no answer; after a stop it may stand on another ground.
        if session.app.core.settings.theme == ThemeName::Terminal && asked_after != Some(session.stops) {
            asked_after = Some(session.stops);
            events.ask_ground()?;
        }
        session.read_all(events)?;
        session.let_time_pass(events.now())?;
        if let Some(ended) = session.ended() {
            return Ok(ended);
        }
    }
}

/// The size of the terminal, as far as it is drawn on.
fn drawn_size<B>(terminal: &Terminal<B>) -> io::Result<Size>
where
    B: Backend<Error: Error + Send + Sync + 'static>,
{
    let size = terminal.size().map_err(io::Error::other)?;
    Ok(drawn(size))
}

/// As much of a terminal of this size as is drawn on: it may claim to be larger than memory.
pub(super) fn drawn(size: Size) -> Size {
    Size::new(size.width.min(ui::MOST_CELLS), size.height.min(ui::MOST_CELLS))
}

/// Makes what is drawn as large as the terminal is, every cell of it to be drawn anew: `Terminal::clear` would ask the
/// terminal where its cursor is and wait for the answer.
pub(super) fn fit<B>(terminal: &mut Terminal<B>) -> io::Result<()>
where
    B: Backend<Error: Error + Send + Sync + 'static>,
{
    let size = drawn_size(terminal)?;
    terminal.resize(size.into()).map_err(io::Error::other)
}

struct Session<'a, B: Backend, H> {
    terminal: &'a mut Terminal<B>,
    host: &'a mut H,
    app: &'a mut App,
    /// Somebody waits for this frame: the user did something, or what stood on the screen is gone.
    answer: bool,
    /// The cells on the terminal are not what the last frame left there.
    clear: bool,
    ended: Option<Ended>,
    /// How often the process stood still; that time is nobody's.
    stops: u32,
    ticked: Duration,
    drawn: Duration,
}

impl<'a, B, H> Session<'a, B, H>
where
    B: Backend<Error: Error + Send + Sync + 'static>,
    H: Host,
{
    fn begin(terminal: &'a mut Terminal<B>, host: &'a mut H, app: &'a mut App, now: Duration) -> io::Result<Self> {
        let size = drawn_size(terminal)?;
        let mut session =
            Self { terminal, host, app, answer: true, clear: true, ended: None, stops: 0, ticked: now, drawn: now };
        session.act(Action::Resize { columns: size.width, rows: size.height })?;
        let found = session.host.count_saved_runs();
        if found > 0 {
            session.act(Action::Found(found))?;
        }
        Ok(session)
    }

    /// Reads until nothing waits, or until a frame's time has gone by in a flood that never ends.
    fn read_all(&mut self, events: &mut impl Events) -> io::Result<()> {
        let (was_moving, stops) = (self.is_moving(), self.stops);
        let mut patience = self.patience(events.now());
        let mut flood = None;
        while let Some(event) = events.next(patience)? {
            self.take(event)?;
            if self.ended().is_some() {
                return Ok(());
            }
            let now = events.now();
            if now.saturating_sub(*flood.get_or_insert(now)) >= FRAME {
                break;
            }
            patience = Duration::ZERO;
        }
        if self.stops > stops || !was_moving {
            // The time at rest is not playing time.
            self.ticked = events.now();
        }
        Ok(())
    }

    fn ended(&self) -> Option<Ended> {
        self.ended.or_else(|| self.app.is_over().then_some(Ended::Quit))
    }

    fn take(&mut self, event: Event) -> io::Result<()> {
        self.answer = true;
        match event {
            Event::Key(key) => self.act(Action::Key(key)),
            Event::Mouse(mouse) => self.act(Action::Mouse(mouse)),
            Event::Paste(text) => self.act(Action::Paste(text)),
            Event::Ground(ground) => self.act(Action::Ground(ground)),
            Event::AmbiguousWidth(cells) => self.act(Action::AmbiguousWidth(cells)),
            Event::Resize { columns, rows } => {
                self.clear = true;
                self.act(Action::Resize { columns, rows })
            }
            Event::Suspend => self.suspend(Suspended::Process),
            Event::Continued => {
                self.clear = true;
                self.stops += 1;
                self.host.resume()
            }
            Event::End(signal) => {
                self.ended = Some(Ended::Signal(signal));
                Ok(())
            }
        }
    }

    /// How long there is nothing to do unless something happens.
    fn patience(&self, now: Duration) -> Duration {
        if self.app.is_working() {
            Duration::ZERO
        } else if self.app.needs_tick() {
            (self.ticked + FRAME).saturating_sub(now)
        } else {
            SLICE
        }
    }

    fn is_moving(&self) -> bool {
        self.app.is_working() || self.app.needs_tick()
    }

    fn let_time_pass(&mut self, now: Duration) -> io::Result<()> {
        let elapsed = now.saturating_sub(self.ticked);
        if self.answer {
            // Whoever did something sees it before more is worked.
            return Ok(());
        }
        if self.app.is_working() || self.app.needs_tick() && elapsed >= FRAME {
            self.ticked = now;
            self.act(Action::Tick(elapsed))?;
        }
        Ok(())
    }

    /// Applies an action and everything that follows from it.
    fn act(&mut self, action: Action) -> io::Result<()> {
        let mut actions = VecDeque::from([action]);
        while let Some(action) = actions.pop_front() {
            if let Some(log) = self.host.log() {
                log.action(self.app, &action);
            }
            for effect in app::update(self.app, action) {
                if let Some(log) = self.host.log() {
                    log.effect(&effect);
                }
                actions.extend(self.perform(effect)?);
            }
            if let Some(log) = self.host.log() {
                log.warning(self.app);
            }
        }
        Ok(())
    }

    fn perform(&mut self, effect: Effect) -> io::Result<Vec<Action>> {
        match effect {
            Effect::Quit => self.ended = Some(Ended::Quit),
            Effect::Suspend => self.suspend(Suspended::Job)?,
            Effect::Redraw => self.clear = true,
            Effect::Copy(text) => {
                let copied = self.host.copy(&text);
                return Ok(vec![Action::Copied(copied.map(|()| text))]);
            }
            Effect::Export { name, contents } => {
                return Ok(vec![Action::Saved(self.host.export(&name, &contents))]);
            }
            Effect::Draw(figure) => {
                let drawing = ui::figures::svg(self.app, figure);
                let saved = self.host.export(&format!("{}.svg", figure.key()), &drawing);
                return Ok(vec![Action::Saved(saved)]);
            }
            Effect::Save { path, contents, overwrite } => {
                let saved = self.host.save(&path, &contents, overwrite);
                return Ok(vec![Action::SavedFile(saved)]);
            }
            Effect::OpenFile { path, recipe } => {
                let opened = self.host.open(&path, &recipe, &self.app.core.list).map(Box::new);
                return Ok(vec![Action::OpenedFile(opened)]);
            }
            Effect::FindFiles => return Ok(vec![Action::FoundFiles(self.host.find_files())]),
            Effect::KeepProgress(text) => self.host.keep_progress(&text),
            Effect::OpenSavedRuns => {
                let Opened { runs, refused } = self.host.open_saved_runs(&self.app.core.list);
                return Ok(vec![Action::Opened(runs, refused)]);
            }
        }
        Ok(Vec::new())
    }

    fn suspend(&mut self, who: Suspended) -> io::Result<()> {
        (self.answer, self.clear) = (true, true);
        self.stops += 1;
        self.host.suspend(who)
    }

    fn draw_when_due(&mut self, events: &impl Events) -> io::Result<()> {
        let now = events.now();
        let due = self.answer || !self.app.is_working() || now.saturating_sub(self.drawn) >= FRAME;
        if !due {
            return Ok(());
        }
        self.answer = false;
        // Both are asked: the mark in the state must not outlive the frame that a clear asks for.
        if self.app.take_dirty() | self.clear {
            self.draw()?;
            self.drawn = events.now();
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        self.host.begin_frame()?;
        if std::mem::take(&mut self.clear) {
            fit(self.terminal)?;
        }
        let mut hits = app::Hits::default();
        self.terminal.draw(|frame| hits = ui::view(self.app, frame)).map_err(io::Error::other)?;
        self.host.end_frame()?;
        self.act(Action::Drawn(hits))
    }
}
