//! A large list on its way onto the screen: some rows at a time, and between them keys are read and a gauge is drawn.

use std::error::Error;
use std::io::{self, Read};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::Terminal;
use ratatui::backend::Backend;

use super::event::Event;
use super::event_loop::{Ended, FRAME, FrameHost, fit};
use super::events::Events;
use super::system::Suspended;
use crate::app::Settings;
use crate::data::{ListReader, ReadError, ReadState};
use crate::ui::{self, Loading};

/// How many rows are read before keys are looked at: a few milliseconds.
pub const ROWS: usize = 8192;

/// How long a pipe that gives nothing is left alone.
const PAUSE: Duration = Duration::from_millis(10);

/// A list that is being read.
#[derive(Debug)]
pub struct ListSource<R> {
    /// The file as messages name it.
    pub name: String,
    /// How many bytes it has, where that is known.
    pub size: Option<u64>,
    /// The rows so far.
    pub reader: ListReader<R>,
}

/// How reading came to an end.
#[derive(Debug)]
pub enum Loaded {
    /// All rows are read.
    Whole,
    /// The user wants to go on without this list.
    GivenUp,
    /// The program ends.
    Ended(Ended),
}

/// Reads a list to its end, unless the user or a signal has it otherwise.
///
/// # Errors
/// When the events cannot be read or the backend cannot be drawn on; and within, what is wrong with the list.
pub fn read<B, R: Read>(
    terminal: &mut Terminal<B>,
    events: &mut impl Events,
    host: &mut impl FrameHost,
    settings: &Settings,
    source: &mut ListSource<R>,
) -> io::Result<Result<Loaded, ReadError>>
where
    B: Backend<Error: Error + Send + Sync + 'static>,
{
    let (mut clear, mut drawn, mut patience) = (true, None, Duration::ZERO);
    loop {
        while let Some(event) = events.next(patience)? {
            patience = Duration::ZERO;
            match event {
                Event::Key(key) => match (key.code, key.modifiers.contains(KeyModifiers::CONTROL)) {
                    (KeyCode::Esc, _) => return Ok(Ok(Loaded::GivenUp)),
                    (KeyCode::Char('q'), false) | (KeyCode::Char('c'), true) => {
                        return Ok(Ok(Loaded::Ended(Ended::Quit)));
                    }
                    (KeyCode::Char('z'), true) => (clear, ()) = (true, host.suspend(Suspended::Job)?),
                    _ => {}
                },
                Event::Resize { .. } => clear = true,
                Event::Suspend => (clear, ()) = (true, host.suspend(Suspended::Process)?),
                Event::Continued => (clear, ()) = (true, host.resume()?),
                Event::End(signal) => return Ok(Ok(Loaded::Ended(Ended::Signal(signal)))),
                Event::Mouse(_) | Event::Paste(_) | Event::Ground(_) | Event::AmbiguousWidth(_) => {}
            }
        }
        let now = events.now();
        if clear || drawn.is_none_or(|drawn| now.saturating_sub(drawn) >= FRAME) {
            drawn = Some(now);
            host.begin_frame()?;
            if std::mem::take(&mut clear) {
                fit(terminal)?;
            }
            let loading = Loading {
                name: &source.name,
                rows: source.reader.rows(),
                bytes: source.reader.bytes(),
                of: source.size,
            };
            let draw =
                |frame: &mut ratatui::Frame<'_>| ui::loading(settings, loading, frame.area(), frame.buffer_mut());
            terminal.draw(draw).map_err(io::Error::other)?;
            host.end_frame()?;
        }
        patience = match source.reader.read(ROWS) {
            Ok(ReadState::Reading) => Duration::ZERO,
            Ok(ReadState::Waiting) => PAUSE,
            Ok(ReadState::Done) => return Ok(Ok(Loaded::Whole)),
            Err(wrong) => return Ok(Err(wrong)),
        };
    }
}
