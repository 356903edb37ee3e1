//! `handout`: a worksheet about a run, with its answers on a second page, as HTML or Markdown to be printed.

mod html;
mod markdown;

use std::path::{Path, PathBuf};

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use super::sources::EarlierEpochs;
use super::{headless, output};
use crate::app::figure::Figure;
use crate::app::{App, ThemeName};
use crate::explain::handout::{self, SheetBlock, SheetCell, SheetPicture};
use crate::explain::words::{Language, handout as words};
use crate::training::RecipePatch;
use crate::ui::figures;

/// The screen the drawings are made on.
const SIZE: (u16, u16) = (200, 60);
/// How long a recipe is trained where nothing says it.
const EPOCHS: u64 = 500;

/// Arguments of `handout`.
#[derive(Debug, Args)]
pub struct HandoutArgs {
    /// Write here: Markdown where the name ends with .md, else HTML [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Train so many epochs more before [default: 500 with --recipe, else 0]
    #[arg(long, value_name = "N")]
    epochs: Option<u64>,
    /// Whose prediction is computed: the number of a passenger [default: the first of the list]
    #[arg(long, value_name = "ID")]
    passenger: Option<u32>,
}

/// What is written: the parts of the sheet and the drawings on it.
struct Handout {
    language: Language,
    /// Of which run at which epoch.
    about: String,
    /// The command that opens the same in the program, if a line holds it.
    line: Option<String>,
    blocks: Vec<SheetBlock>,
    /// The network and the curve as SVG.
    drawings: [String; 2],
}

impl HandoutArgs {
    /// Computes the sheet and writes it.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let usual = if common.recipe.is_some() && common.model.is_none() { EPOCHS } else { 0 };
        let epochs = self.epochs.unwrap_or(usual);
        let mut app = headless::about(common, RecipePatch::default(), EarlierEpochs::Left, epochs, self.passenger)?;
        let handout = Handout::of(&mut app).ok_or_else(|| {
            let id = app.core.passenger().id;
            Failure::usage(format!("the network has no answer for passenger {id}; name another with --passenger"))
        })?;
        let is_markdown = self.output.as_deref().and_then(Path::extension).is_some_and(|ending| ending == "md");
        let text = if is_markdown { markdown::written(&handout) } else { html::written(&handout) };
        output::write(self.output.as_deref(), |out| out.write_all(text.as_bytes()))
    }
}

impl Handout {
    fn of(app: &mut App) -> Option<Self> {
        // Paper is white.
        app.core.settings.theme = ThemeName::Light;
        let language = app.core.settings.language;
        let blocks = handout::worksheet(app.core.run(), app.core.who, language)?;
        // The slow flow has reached nothing yet, so that nothing is told.
        headless::press(app, SIZE, "1 F").ok()?;
        let drawings = [Figure::Network, Figure::Curve].map(|figure| figures::svg(app, figure));
        let about =
            format!("{}, {}", app.core.run_name(), language.fill(words::EPOCH, &[app.core.run().epoch().to_string()]));
        Some(Self { language, about, line: app.line().ok(), blocks, drawings })
    }

    /// A drawing on the sheet.
    fn drawing(&self, picture: SheetPicture) -> &str {
        match picture {
            SheetPicture::Network => &self.drawings[0],
            SheetPicture::Curve => &self.drawings[1],
        }
    }

    /// What stands on the page of answers: whatever is not said on the sheet.
    fn answers(&self) -> impl Iterator<Item = &SheetBlock> {
        let is_asked = |cell: &SheetCell| matches!(cell, SheetCell::Asked(_));
        self.blocks.iter().filter(move |block| match block {
            SheetBlock::Heading(_) => true,
            SheetBlock::Line(cells) => cells.iter().any(is_asked),
            SheetBlock::Table(_, rows) => rows.iter().flatten().any(is_asked),
            SheetBlock::Text(_) | SheetBlock::Picture(_) => false,
        })
    }
}
