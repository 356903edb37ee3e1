//! The screen: everything the command line and the environment decide before it opens.

use std::io::{self, IsTerminal, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use terminfo::Database;
use terminfo::capability::MaxColors;

use super::common::Common;
use super::environment::{self, is_asked_for, locale, variable};
use super::failure::Failure;
use super::lessons::{self, TourArgs};
use super::sources;
use crate::app::{self, Action, App, ColorDepth, Ground, Settings, Shared, ThemeName, present, tour};
use crate::data::{Labels, ListReader, PassengerList, ReadError, ReadState};
use crate::explain::words::{Message, runs as words};
use crate::terminal::event_loop::Ended;
use crate::terminal::input::{Accept, shown};
use crate::terminal::loading::{self, Loaded};
use crate::terminal::log::Log;
use crate::terminal::state_folder::StateFolder;
use crate::terminal::{RealTerminal, guard, run_files};
use crate::training::RecipePatch;

/// How long a list may take to read before anything is drawn: the first frame of one that is read by then is that of
/// the program itself.
const UNSEEN: Duration = Duration::from_millis(40);

/// What the program opens on.
pub(super) enum Opening<'a> {
    /// What the flags name.
    Plain,
    /// A shared line or a file.
    State(&'a str),
    /// The guided tour.
    Tour(TourArgs),
}

/// Opens the program on the terminal and comes back when the user leaves.
pub fn run(common: &Common, opening: Opening<'_>) -> Result<(), Failure> {
    let what = if let Opening::State(what) = opening { Some(what) } else { None };
    let is_piped = common.data.as_deref() == Some(Path::new("-")) && !io::stdin().is_terminal();
    let piped = is_piped.then(guard::take_piped).transpose().map_err(Failure::input)?;
    guard::require_terminal().map_err(Failure::input)?;
    let own = lessons::of_their_own(common)?;
    let mut folder = if common.no_state { None } else { StateFolder::of_the_user() };
    let progress = folder.as_ref().map(StateFolder::progress);
    let unkept = folder.as_ref().and_then(|folder| folder.check().err());
    let settings = settings(common);
    let mut log = log(common, &settings)?;
    let mut take = || RealTerminal::take(!common.no_mouse, folder.take(), log.take()).map_err(Failure::unfinished);
    let (mut taken, mut given_up) = (None, None);
    let list = match &common.data {
        None => PassengerList::embedded(),
        Some(path) => {
            let mut source = match piped {
                Some(bytes) => sources::source_of(common, path, Box::new(bytes), Labels::Required),
                None => sources::source(common, path, Labels::Required, Accept::Pieces)?,
            };
            let loaded = if is_read_unseen(path, &mut source.reader).map_err(Failure::input)? {
                Loaded::Whole
            } else {
                let terminal = taken.insert(take()?);
                terminal.read(&settings, &mut source).map_err(Failure::unfinished)?.map_err(Failure::input)?
            };
            match loaded {
                Loaded::Whole => PassengerList::read_by(source.reader).map_err(Failure::input)?,
                Loaded::GivenUp => {
                    given_up = Some(source.name);
                    PassengerList::embedded()
                }
                Loaded::Ended(ended) => return result(ended),
            }
        }
    };
    let list = Arc::new(list);
    let mut app = program(common, what, list, settings)?;
    app.rebind(common.own.said.keys.clone());
    if let Some(wrong) = common.own.notice() {
        app::update(&mut app, Action::Warned(wrong));
    }
    if let Some(error) = unkept {
        app::update(&mut app, Action::Warned(Message::new(words::UNKEPT, [error.to_string()])));
    }
    if let Some(name) = given_up {
        app::update(&mut app, Action::GaveUp(name));
    }
    app.tour.add(own);
    if let Some(kept) = progress {
        // Only who opens the program itself is offered the tour.
        let is_plain = matches!(opening, Opening::Plain) && !common.present;
        tour::remember(&mut app, kept.as_deref().or((!is_plain).then_some("")));
    }
    before_a_class(common, &mut app);
    if let Opening::Tour(tour) = opening {
        tour.open(&mut app)?;
    }
    let terminal = taken.map_or_else(take, Ok)?;
    result(terminal.run(&mut app).map_err(Failure::unfinished)?)
}

/// The program as it opens on what the command line names.
pub fn program(
    common: &Common,
    what: Option<&str>,
    list: Arc<PassengerList>,
    settings: Settings,
) -> Result<App, Failure> {
    let told = |why: Message| Failure::usage(why.text(common.language()));
    let (mut run, wrong) = match sources::to_open(common, &list) {
        // The recipe of the config is none of what was asked for here.
        Ok(_) if common.own_recipe().is_some() && what.is_some() => (None, None),
        Err(Failure::Input(wrong)) if common.own_recipe().is_some() => (None, Some(wrong)),
        opened => (opened?, None),
    };
    if let Some(path) = what.filter(|what| Shared::find(what).is_none()) {
        run = Some(run_files::open(path, &RecipePatch::default(), &list).map_err(told)?);
    }
    let mut app = match run {
        Some(run) => App::from_run(list, run, settings),
        None => App::new(list, settings),
    };
    what.and_then(|what| app.open_line(what)).transpose().map_err(told)?;
    if let Some(wrong) = wrong {
        app::update(&mut app, Action::Warned(Message::sentence(&format!("{wrong:#}"))));
    }
    Ok(app)
}

/// The log that the command line asks for, begun with what is known of the terminal.
fn log(common: &Common, settings: &Settings) -> Result<Option<Log>, Failure> {
    let Some(path) = &common.log else { return Ok(None) };
    let Settings { theme, language, depth, ascii, .. } = settings;
    let begins = format!(
        "titanic-tui {}: {}, theme {}, language {}, colours {depth:?}, characters {}",
        env!("CARGO_PKG_VERSION"),
        environment::terminal(),
        theme.key(),
        language.key(),
        if *ascii { "ASCII" } else { "Unicode" },
    );
    let opened = Log::open(path, &begins);
    opened.map(Some).map_err(|error| Failure::usage(format!("could not write {}: {error}", shown(path))))
}

/// Puts the program in front of a class where that is asked for, with the teacher's note.
pub fn before_a_class(common: &Common, app: &mut App) {
    app.core.presenter.note = common.note.clone().unwrap_or_default();
    if common.present {
        present::begin(app);
    }
}

/// Whether a list is read to its end within a moment; what is typed on the keyboard always is, before keys have another
/// meaning.
fn is_read_unseen(path: &Path, reader: &mut ListReader<impl Read>) -> Result<bool, ReadError> {
    let begun = Instant::now();
    while path == Path::new("-") || begun.elapsed() < UNSEEN {
        match reader.read(loading::ROWS)? {
            ReadState::Reading => {}
            ReadState::Waiting => return Ok(false),
            ReadState::Done => return Ok(true),
        }
    }
    Ok(false)
}

const fn result(ended: Ended) -> Result<(), Failure> {
    match ended {
        Ended::Quit => Ok(()),
        Ended::Signal(number) => Err(Failure::Signal(number)),
    }
}

/// What the command line and the environment say of looks and language.
pub fn settings(common: &Common) -> Settings {
    Settings {
        theme: theme(common),
        language: common.language(),
        ascii: ascii(common),
        motion: !reduced_motion_with_source(common).0,
        ground: ground(&variable("COLORFGBG")),
        depth: depth_by(&variable("COLORTERM")),
        session: session(),
        ..Settings::default()
    }
}

/// The colours of a terminal's screen.
pub fn theme(common: &Common) -> ThemeName {
    theme_with_source(common).0
}

/// The colours, and the flag or the variable that names them, before the config and what is usual.
pub(super) fn theme_with_source(common: &Common) -> (ThemeName, Option<&'static str>) {
    match (common.theme, common.own.said.theme) {
        (Some(named), _) => (named, Some("--theme")),
        (None, _) if is_asked_for("NO_COLOR") => (ThemeName::Mono, Some("NO_COLOR")),
        (None, own) => (own.map(|said| said.value).unwrap_or_default(), None),
    }
}

/// Whether nothing moves but what keys move, and the flag or the variable that says so.
pub(super) fn reduced_motion_with_source(common: &Common) -> (bool, Option<&'static str>) {
    match (common.reduced_motion, common.own.said.reduced_motion) {
        (Some(named), _) => (named, Some("--reduced-motion")),
        (None, _) if is_asked_for("NO_MOTION") => (true, Some("NO_MOTION")),
        (None, own) => (own.is_some_and(|said| said.value), None),
    }
}

/// Whether a terminal's screen is drawn with ASCII characters only.
pub fn ascii(common: &Common) -> bool {
    common.ascii.unwrap_or_else(|| has_old_charset(&locale("LC_CTYPE")))
}

/// The colours of the terminal, if `COLORTERM` said this.
pub(super) fn depth_by(said: &str) -> ColorDepth {
    depth(said, &variable("TERM"), || Database::from_env().ok())
}

/// Terminals with any colour say so in `COLORTERM`, in the name of their kind, or in what is known of that kind; those with
/// 256 in the last two.
fn depth(said: &str, kind: &str, known: impl FnOnce() -> Option<Database>) -> ColorDepth {
    if matches!(said, "truecolor" | "24bit") || kind.ends_with("-direct") {
        return ColorDepth::True;
    }
    let named = ["256color", "kitty", "ghostty", "alacritty", "foot", "wezterm", "iterm"];
    let known = known();
    let has = |name| known.as_ref().and_then(|known| known.raw(name)).is_some();
    let colors = known.as_ref().and_then(Database::get::<MaxColors>).map_or(0, |MaxColors(colors)| colors);
    if has("RGB") || has("Tc") || colors > 256 {
        ColorDepth::True
    } else if colors == 256 || named.iter().any(|name| kind.contains(name)) {
        ColorDepth::Indexed
    } else {
        ColorDepth::Sixteen
    }
}

/// `COLORFGBG` ends with the number of the background among the sixteen, a first hint until the terminal is asked.
fn ground(said: &str) -> Ground {
    match said.rsplit(';').next().and_then(|number| number.parse().ok()) {
        Some(0..=6 | 8) => Ground::Color([0; 3]),
        Some(7 | 9..=15) => Ground::Color([255; 3]),
        Some(16_u8..) | None => Ground::Unknown,
    }
}

/// A word no other session has: the second it began in, and its process.
fn session() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    format!("{}-{}", since.as_secs(), std::process::id())
}

/// Whether a locale names a character set in which boxes and Braille are missing or two cells wide.
fn has_old_charset(locale: &str) -> bool {
    let charset = locale.split_once('.').map_or("", |(_, charset)| charset);
    let charset = charset.split('@').next().unwrap_or_default().to_ascii_lowercase();
    !charset.is_empty() && !matches!(charset.as_str(), "utf-8" | "utf8")
}

#[cfg(test)]
mod tests {
    use terminfo::Value;

    use super::*;

    #[test]
    fn the_environment_tells_how_many_colours_there_are_and_may_hint_at_the_ground() {
        assert_eq!(depth("truecolor", "xterm", || None), ColorDepth::True);
        assert_eq!(depth("", "xterm-direct", || None), ColorDepth::True);
        assert_eq!(depth("", "tmux-256color", || None), ColorDepth::Indexed);
        assert_eq!(depth("", "xterm-kitty", || None), ColorDepth::Indexed);
        assert_eq!(depth("", "linux", || None), ColorDepth::Sixteen);
        // What terminfo knows of a kind whose name says nothing.
        let known = |name: &str, value: Value| {
            let mut entry = Database::new();
            entry.name("st").description("a terminal").raw(name, value);
            entry.build().expect("it has a name")
        };
        assert_eq!(depth("", "st", || Some(known("max_colors", Value::Number(256)))), ColorDepth::Indexed);
        assert_eq!(depth("", "st", || Some(known("max_colors", Value::Number(1 << 24)))), ColorDepth::True);
        assert_eq!(depth("", "st", || Some(known("max_colors", Value::Number(8)))), ColorDepth::Sixteen);
        assert_eq!(depth("", "st", || Some(known("Tc", Value::True))), ColorDepth::True);
        assert_eq!(ground("15;0"), Ground::Color([0; 3]));
        assert_eq!(ground("0;default;15"), Ground::Color([255; 3]));
        assert_eq!(ground("default;default"), Ground::Unknown);
        assert_eq!(ground(""), Ground::Unknown);
    }

    #[test]
    fn only_a_locale_that_names_an_old_character_set_asks_for_ascii() {
        for (locale, old) in [
            ("ja_JP.UTF-8", false),
            ("en_GB.utf8@euro", false),
            ("ja_JP.eucJP", true),
            ("de_DE.ISO-8859-1", true),
            ("C", false),
            ("", false),
        ] {
            assert_eq!(has_old_charset(locale), old, "{locale}");
        }
    }
}
