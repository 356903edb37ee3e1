//! `snapshot`: one frame of the real program as text, coloured text or a drawing, without a terminal or a
//! clock. The same arguments give the same bytes; coloured text also heeds `NO_COLOR` and the locale.

use std::path::PathBuf;
use std::str::FromStr;

use super::common::Common;
use super::failure::Failure;
use super::{gauge, headless, lessons, open, output, sources};
use crate::app::keys::KeyTable;
use crate::app::{ColorDepth, Command, Screen, ThemeName};
use crate::ui::{self, picture};
use clap::{Args, ValueEnum};

/// Arguments of `snapshot`.
#[derive(Debug, Args)]
pub struct SnapshotArgs {
    /// explore, train, gradients, beliefs, landscape, score, recipe, what-if, tour or help
    #[arg(long, value_name = "NAME", value_parser = view)]
    screen: Pictured,
    /// Columns and rows
    #[arg(long, value_name = "80x24", default_value = "80x24")]
    size: Size,
    /// Keys pressed before, as words: `j Tab Enter Esc Space Up PgDn C-p S-Tab F1 text:abc`
    #[arg(long, value_name = "KEYS", default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    keys: String,
    /// Drawn as a film that begins again for ever: a frame more after each of these keys
    #[arg(long, value_name = "KEYS", default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    film: String,
    /// What to write
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write here [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// What a frame is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Characters only
    Text,
    /// Characters and colours, for a terminal, as `NO_COLOR` and the locale want them
    Ansi,
    /// A drawing
    Svg,
}

/// What stands on the screen before the first key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pictured {
    Screen(Screen),
    WhatIf,
    Tour,
    Help,
}

/// Cells across and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    columns: u16,
    rows: u16,
}

impl SnapshotArgs {
    /// Presses the keys and writes the frame.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let list = sources::list(common)?;
        let run = sources::to_open(common, &list)?;
        let run = run.map(|run| gauge::trained(run, 0)).transpose()?;
        let mut app = headless::program(common, &list, run);
        open::before_a_class(common, &mut app);
        app.tour.add(lessons::of_their_own(common)?);
        if self.format != Format::Text {
            app.core.settings.depth = ColorDepth::True;
        }
        if self.format == Format::Ansi {
            // It is for a terminal, so it is what a terminal would show.
            app.core.settings.theme = open::theme(common);
            app.core.settings.ascii = open::ascii(common);
        }
        app.rebind(common.own.said.keys.clone());
        let words = format!("{} {}", self.screen.opening_keys(&app.keys), self.keys);
        let Size { columns, rows } = self.size;
        // Effects are for the world outside, which a picture does not touch.
        let mut pressed = |keys: &str| {
            let (frame, _) = headless::press(&mut app, (columns, rows), keys).map_err(Failure::input)?;
            Ok::<_, Failure>(frame)
        };
        let frame = pressed(&words)?;
        let then = self.film.split_whitespace().map(pressed).collect::<Result<Vec<_>, _>>()?;
        let ground = background(app.core.settings.theme);
        let picture = match self.format {
            Format::Text | Format::Ansi if !then.is_empty() => {
                return Err(Failure::usage("--film is drawn: it needs --format svg"));
            }
            Format::Text => picture::text(&frame),
            Format::Ansi => picture::ansi(&frame),
            Format::Svg if then.is_empty() => picture::svg(&frame, ground),
            Format::Svg => picture::film(&[vec![frame], then].concat(), ground),
        };
        output::write(self.output.as_deref(), |out| out.write_all(picture.as_bytes()))
    }
}

impl Pictured {
    /// The keys a user would press to get there.
    fn opening_keys(self, keys: &KeyTable) -> String {
        match self {
            Self::Screen(screen) => keys.label(Command::Show(screen)),
            Self::WhatIf => keys.label(Command::WhatIf),
            Self::Tour => format!("{} {}", keys.label(Command::Lessons), keys.label(Command::Open)),
            Self::Help => keys.label(Command::Help),
        }
    }
}

/// The ground a theme was made for.
const fn background(theme: ThemeName) -> picture::SvgColors {
    match theme {
        ThemeName::Light => picture::SvgColors::Light,
        ThemeName::Terminal | ThemeName::Dark | ThemeName::Contrast | ThemeName::Mono => picture::SvgColors::Dark,
    }
}

fn view(name: &str) -> Result<Pictured, String> {
    match name {
        "help" => return Ok(Pictured::Help),
        "tour" => return Ok(Pictured::Tour),
        "what-if" => return Ok(Pictured::WhatIf),
        _ => {}
    }
    let built = || {
        let names = Screen::ALL.iter().map(|one| one.key()).collect::<Vec<_>>().join(", ");
        format!("{names}, what-if, tour and help are")
    };
    match Screen::from_key(name) {
        Some(screen) => Ok(Pictured::Screen(screen)),
        None => Err(format!("there is no such screen; {} there", built())),
    }
}

impl FromStr for Size {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let most = 1..=ui::MOST_CELLS;
        let cells = |text: &str| text.parse().ok().filter(|cells| most.contains(cells));
        text.split_once(['x', '×'])
            .and_then(|(columns, rows)| Some(Self { columns: cells(columns)?, rows: cells(rows)? }))
            .ok_or("expected columns x rows, such as 80x24, each 1 to 1000")
    }
}
