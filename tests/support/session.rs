//! A whole session without a terminal: keys written as words go in, a drawn screen comes out.
//!
//! What the real loop does around `update` and `view` is done here too: every key is followed by a
//! frame, and the program learns where things stand on it.

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use titanic_tui::app;
use titanic_tui::app::keys::written as keys;
use titanic_tui::app::{Action, App, Effect, Ground, Settings};
use titanic_tui::data::PassengerList;
use titanic_tui::ui;

/// The embedded list, read once for all tests of a file.
static LIST: LazyLock<Arc<PassengerList>> = LazyLock::new(|| Arc::new(PassengerList::embedded()));

/// The program, its last frame, and what it asked of the world.
pub struct Session {
    pub app: App,
    pub buf: Buffer,
    pub effects: Vec<Effect>,
}

impl Session {
    /// The program as it opens in a terminal of this size.
    pub fn open(width: u16, height: u16) -> Self {
        Self::with(Settings::default(), width, height)
    }

    /// The same with other settings; in a dark terminal, unless they say otherwise.
    pub fn with(mut settings: Settings, width: u16, height: u16) -> Self {
        if settings.ground == Ground::Unknown {
            settings.ground = Ground::Color([0; 3]);
        }
        Self::of(App::new(Arc::clone(&LIST), settings), width, height)
    }

    /// This program in a terminal of this size.
    pub fn of(app: App, width: u16, height: u16) -> Self {
        let mut session = Self { app, buf: Buffer::empty(Rect::new(0, 0, width, height)), effects: Vec::new() };
        session.draw();
        session
    }

    /// One thing happens, and a frame is drawn.
    pub fn act(&mut self, action: Action) -> &mut Self {
        self.effects.extend(app::update(&mut self.app, action));
        self.draw()
    }

    /// Keys in the words of `app::keys::written`, a frame after each.
    pub fn press(&mut self, words: &str) -> &mut Self {
        for key in keys::parse(words).expect("a test names keys") {
            self.act(Action::Key(key));
        }
        self
    }

    /// Draws a frame as the loop does.
    pub fn draw(&mut self) -> &mut Self {
        self.app.take_dirty();
        self.buf.reset();
        let hits = ui::view_buffer(&self.app, self.buf.area, &mut self.buf);
        app::update(&mut self.app, Action::Drawn(hits));
        self
    }

    /// Time passes.
    pub fn wait(&mut self, milliseconds: u64) -> &mut Self {
        self.act(Action::Tick(Duration::from_millis(milliseconds)))
    }

    /// The last frame as text.
    pub fn screen(&self) -> String {
        ui::picture::text(&self.buf)
    }
}
