//! `export`: drawings of a run as SVG, its history as CSV, its network as a program, without the screen. The
//! drawings are those that `x` writes.

mod python;

use std::path::PathBuf;

use clap::Args;

use self::python::Python;
use super::common::Common;
use super::failure::Failure;
use super::sources::EarlierEpochs;
use super::{headless, output};
use crate::app::figure::{Export as What, Figure};
use crate::app::{App, Screen};
use crate::training::RecipePatch;
use crate::ui::figures;

/// The screen the keys are pressed on: large enough for all panels.
const SIZE: (u16, u16) = (200, 60);

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// diagram, curve, loss, accuracy, beliefs (or surface), landscape or roc as SVG; history or passengers as CSV; recipe as TOML; python or torch as a program of the network
    #[arg(value_name = "NAME", value_parser = named)]
    what: Exported,
    /// Write here [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Train so many epochs more before
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    epochs: u64,
    /// Whose numbers: the number of a passenger [default: the first of the list]
    #[arg(long, value_name = "ID")]
    passenger: Option<u32>,
    /// Keys pressed on the drawing's screen before, to choose its view: `v a J`
    #[arg(long, value_name = "KEYS", default_value = "", hide_default_value = true, allow_hyphen_values = true)]
    keys: String,
    #[command(flatten)]
    recipe: RecipePatch,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy)]
enum Exported {
    /// What the program's own menu offers, too.
    OfMenu(What),
    /// The network in Python.
    Program(Python),
}

impl ExportArgs {
    /// Draws or lists, and writes.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let past = if self.needs_past() { EarlierEpochs::Walked } else { EarlierEpochs::Left };
        let mut app = headless::about(common, self.recipe.clone(), past, self.epochs, self.passenger)?;
        let words = format!("{} {}", screen(self.what).digit(), self.keys);
        headless::press(&mut app, SIZE, &words).map_err(Failure::input)?;
        let contents = contents(&app, self.what);
        output::write(self.output.as_deref(), |out| out.write_all(contents.as_bytes()))
    }

    /// Whether epochs before the one a model stands at are seen, or keys could go there.
    fn needs_past(&self) -> bool {
        let seen = match self.what {
            Exported::OfMenu(What::Figure(Figure::Loss | Figure::Accuracy | Figure::Landscape) | What::History) => true,
            Exported::OfMenu(
                What::Figure(Figure::Network | Figure::Curve | Figure::Beliefs | Figure::Roc)
                | What::Passengers
                | What::Recipe,
            )
            | Exported::Program(_) => false,
        };
        seen || !self.keys.trim().is_empty()
    }
}

fn contents(app: &App, what: Exported) -> String {
    match what {
        Exported::OfMenu(What::Figure(figure)) => figures::svg(app, figure),
        Exported::OfMenu(table @ (What::Passengers | What::History | What::Recipe)) => {
            crate::app::taken_along::table(app, table).unwrap_or_default()
        }
        Exported::Program(kind) => python::program(app.core.run(), kind),
    }
}

/// Where keys choose how the drawing looks.
const fn screen(what: Exported) -> Screen {
    let Exported::OfMenu(what) = what else {
        return Screen::Explore;
    };
    match what {
        What::Figure(Figure::Network | Figure::Curve) | What::Passengers => Screen::Explore,
        What::Figure(Figure::Loss | Figure::Accuracy) | What::History => Screen::Train,
        What::Figure(Figure::Beliefs) => Screen::Beliefs,
        What::Figure(Figure::Landscape) => Screen::Landscape,
        What::Figure(Figure::Roc) => Screen::Score,
        What::Recipe => Screen::Recipe,
    }
}

fn named(name: &str) -> Result<Exported, String> {
    let what = match name {
        "python" => return Ok(Exported::Program(Python::Plain)),
        "torch" => return Ok(Exported::Program(Python::Torch)),
        "history" => What::History,
        "passengers" => What::Passengers,
        "recipe" => What::Recipe,
        "surface" => What::Figure(Figure::Beliefs),
        "network" => What::Figure(Figure::Network),
        _ => What::Figure(Figure::named(name).ok_or_else(|| {
            let figures = Figure::ALL.iter().map(|one| one.key());
            let names: Vec<_> = figures.chain(["history", "passengers", "recipe", "python", "torch"]).collect();
            format!("there is no such export; there are {}", names.join(", "))
        })?),
    };
    Ok(Exported::OfMenu(what))
}
