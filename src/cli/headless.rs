//! The program without a terminal or a clock: keys in, the last frame out. What the user would wait
//! for is done before the next key.

use std::sync::Arc;
use std::time::Duration;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::common::Common;
use super::failure::Failure;
use super::gauge;
use super::sources::{self, EarlierEpochs};
use crate::app;
use crate::app::core::playback::PlayState;
use crate::app::keys::written::{self, NotAKey};
use crate::app::{Action, App, ColorDepth, Effect, Ground, Settings};
use crate::data::PassengerList;
use crate::training::{RecipePatch, Run};
use crate::ui;

/// The program with a run on its screen, or as it opens without one. Nothing comes from the
/// environment, so that the same arguments give the same bytes everywhere.
pub fn program(common: &Common, list: &Arc<PassengerList>, run: Option<Run>) -> App {
    let settings = Settings {
        theme: common.theme.or(common.own.said.theme.map(|said| said.value)).unwrap_or_default(),
        language: common.chosen_language().unwrap_or_default(),
        ascii: common.ascii.unwrap_or_default(),
        motion: false,
        // As a dark terminal with sixteen colours.
        ground: Ground::Color([0; 3]),
        depth: ColorDepth::Sixteen,
        session: "headless".to_owned(),
        ..Settings::default()
    };
    match run {
        Some(run) => App::from_run(Arc::clone(list), run, settings),
        None => App::new(Arc::clone(list), settings),
    }
}

/// The program on what the command line names, trained so many epochs more, with a passenger chosen. The published
/// network keeps its name while nothing more is asked of it.
pub fn about(
    common: &Common,
    recipe: RecipePatch,
    past: EarlierEpochs,
    epochs: u64,
    passenger: Option<u32>,
) -> Result<App, Failure> {
    let list = sources::list(common)?;
    let who = sources::row_of(&list, passenger)?;
    let run = match (sources::to_draw(common, recipe, &list, past)?, epochs) {
        (None, 0) => None,
        (run, epochs) => {
            let run = run.unwrap_or_else(|| Run::published(Arc::clone(&list)));
            Some(gauge::trained(run, epochs)?)
        }
    };
    let mut app = program(common, &list, run);
    app.core.who = who;
    Ok(app)
}

/// Presses these keys, each answered by a frame of this size, and gives back the last frame, and what the world
/// outside is asked to do.
///
/// # Errors
/// When a word is no key.
pub fn press(app: &mut App, (columns, rows): (u16, u16), words: &str) -> Result<(Buffer, Vec<Effect>), NotAKey> {
    let keys = written::parse(words)?;
    let mut effects = app::update(app, Action::Resize { columns, rows });
    let area = Rect::new(0, 0, columns, rows);
    for key in keys {
        // Maps on the way to the last frame need not be computed: only jumps in time are waited for.
        while matches!(app.core.playback.state(), PlayState::Seeking(_)) {
            app::update(app, Action::Tick(Duration::ZERO));
        }
        drawn(app, area);
        effects.extend(app::update(app, Action::Key(key)));
    }
    Ok((settled(app, area), effects))
}

/// The frame once no jump in time is under way any more and all of its maps are computed.
fn settled(app: &mut App, area: Rect) -> Buffer {
    loop {
        while is_busy(app) {
            app::update(app, Action::Tick(Duration::ZERO));
            app.take_dirty();
        }
        let frame = drawn(app, area);
        // A map may learn from its first frame how large it is to be.
        if !is_busy(app) && !app.take_dirty() {
            return frame;
        }
    }
}

/// A frame, after which the program knows where things stand on it.
fn drawn(app: &mut App, area: Rect) -> Buffer {
    app.take_dirty();
    let mut frame = Buffer::empty(area);
    let hits = ui::view_buffer(app, area, &mut frame);
    app::update(app, Action::Drawn(hits));
    frame
}

fn is_busy(app: &App) -> bool {
    matches!(app.core.playback.state(), PlayState::Seeking(_)) || app.is_drawing_soon()
}
