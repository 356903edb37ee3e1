//! `doctor`: what the program sees of its terminal and its surroundings, as lines to be pasted into a report. They are in
//! English in every language, for whoever reads the report.

use std::env;
use std::path::Path;

use clap::Args;
use serde::Serialize;

use super::common::Common;
use super::environment::{self, locale, variable};
use super::failure::Failure;
use super::{open, output};
use crate::app::{ColorDepth, ThemeName};
use crate::terminal::clipboard::copiers;
use crate::terminal::files;
use crate::terminal::input::shown;
use crate::terminal::state_folder::StateFolder;
use crate::terminal::system::{self, Answers, Unasked};
use crate::training;

/// Arguments of `doctor`.
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// What is seen, in the order of the lines.
#[derive(Debug, Serialize)]
struct DoctorReport {
    version: &'static str,
    system: String,
    instructions: String,
    terminal: String,
    size: Option<(u16, u16)>,
    colours: String,
    theme: String,
    asked: String,
    ground: Option<String>,
    ambiguous_width: Option<u16>,
    locale: String,
    language: &'static str,
    characters: &'static str,
    clipboard: String,
    state_folder: String,
    config: String,
}

impl DoctorArgs {
    /// Looks, asks the terminal where there is one, and prints what was found.
    pub fn run(self, common: &Common) -> Result<(), Failure> {
        let answers = system::ask().map_err(Failure::unfinished)?;
        if let Ok(Answers { ended: Some(signal), .. }) = answers {
            return Err(Failure::Signal(signal));
        }
        let seen = DoctorReport::with(common, answers);
        output::write(None, |out| {
            if self.json {
                serde_json::to_writer_pretty(&mut *out, &seen)?;
                return writeln!(out);
            }
            seen.lines().into_iter().try_for_each(|(name, value)| writeln!(out, "{name}: {value}"))
        })
    }
}

impl DoctorReport {
    fn with(common: &Common, answers: Result<Answers, Unasked>) -> Self {
        let (theme, named) = open::theme_with_source(common);
        let from = named.unwrap_or(if common.own.said.theme.is_some() { "config" } else { "usual" });
        let asked = match answers {
            Ok(_) => "the terminal was asked".to_owned(),
            Err(Unasked::NoTerminal(end)) => format!("nothing was asked: standard {end} is no terminal"),
            Err(Unasked::ShowsThem) => "nothing was asked: terminals of this kind show questions as text".to_owned(),
        };
        let answers = answers.unwrap_or_default();
        Self {
            version: env!("CARGO_PKG_VERSION"),
            system: format!("{} {}", env::consts::OS, env::consts::ARCH),
            instructions: training::instructions(),
            terminal: environment::terminal(),
            size: system::size(),
            colours: colours(theme),
            theme: format!("{} ({from})", theme.key()),
            asked,
            ground: answers.ground.map(|[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}")),
            ambiguous_width: answers.ambiguous,
            locale: Some(locale("LC_CTYPE")).filter(|name| !name.is_empty()).unwrap_or_else(|| "none named".to_owned()),
            language: common.language().key(),
            characters: if open::ascii(common) { "ASCII" } else { "Unicode" },
            clipboard: clipboard(),
            state_folder: state_folder(common),
            config: config(common),
        }
    }

    fn lines(&self) -> Vec<(&'static str, String)> {
        let or = |value: Option<String>| value.unwrap_or_else(|| "no answer".to_owned());
        let size = self.size.map(|(columns, rows)| format!("{columns}x{rows}"));
        vec![
            ("titanic-tui", self.version.to_owned()),
            ("system", self.system.clone()),
            ("instructions", self.instructions.clone()),
            ("terminal", self.terminal.clone()),
            ("size", size.unwrap_or_else(|| "unknown".to_owned())),
            ("colours", self.colours.clone()),
            ("theme", self.theme.clone()),
            ("questions", self.asked.clone()),
            ("ground (OSC 11)", or(self.ground.clone())),
            ("ambiguous characters", or(self.ambiguous_width.map(|cells| format!("width {cells}")))),
            ("locale", self.locale.clone()),
            ("language", self.language.to_owned()),
            ("characters", self.characters.to_owned()),
            ("clipboard", self.clipboard.clone()),
            ("state folder", self.state_folder.clone()),
            ("config", self.config.clone()),
        ]
    }
}

/// How many colours are used, and why so many.
fn colours(theme: ThemeName) -> String {
    if theme == ThemeName::Mono {
        return "none, by the theme".to_owned();
    }
    let (said, kind) = (variable("COLORTERM"), variable("TERM"));
    match open::depth_by(&said) {
        ColorDepth::True if open::depth_by("") == ColorDepth::True => {
            format!("24-bit, by TERM={kind} and what terminfo knows of it")
        }
        ColorDepth::True => format!("24-bit, by COLORTERM={said}"),
        ColorDepth::Indexed => format!("256, by TERM={kind}"),
        ColorDepth::Sixteen => "16, for neither COLORTERM nor TERM names more".to_owned(),
    }
}

/// How text is copied, and what there would be.
fn clipboard() -> String {
    let found: Vec<&str> = copiers(|name| env::var_os(name)).iter().map(|copier| copier.program).collect();
    let found = if found.is_empty() { "none".to_owned() } else { found.join(", ") };
    format!("OSC 52, which the terminal has to allow; programs found: {found}")
}

fn state_folder(common: &Common) -> String {
    let Some(folder) = StateFolder::of_the_user() else { return "none: there is no home".to_owned() };
    let kept = if common.no_state { ", not used (--no-state)" } else { "" };
    format!("{}{kept}", place(folder.runs()))
}

fn config(common: &Common) -> String {
    let Some(path) = &common.own.path else { return "none: there is no home".to_owned() };
    let wrong = common.own.wrong.len();
    let wrong = if wrong == 0 { String::new() } else { format!(", {wrong} wrong in it") };
    format!("{}{wrong}", place(path))
}

/// A path, whether it is there, and whether it can be written; nothing is made to find out.
fn place(path: &Path) -> String {
    let can = files::check_place(path);
    let there = if path.exists() { "" } else { ", not there yet" };
    match can {
        Ok(()) => format!("{}{there}, writable", shown(path)),
        Err(error) => format!("{}{there}, not writable: {error}", shown(path)),
    }
}
