//! `tour`, and lessons of somebody's own from a folder.

use std::path::Path;

use clap::Args;

use super::common::Common;
use super::failure::Failure;
use crate::app::App;
use crate::app::tour::{self, Lesson};
use crate::terminal::files;
use crate::terminal::input::{self, Accept, shown};

/// The most bytes a file of a lesson has.
const LESSON_BYTES: u64 = 1 << 20;

/// Arguments of `tour`.
#[derive(Debug, Args)]
pub struct TourArgs {
    /// A lesson or a task, by its number or its name [default: where you stopped]
    #[arg(value_name = "LESSON")]
    lesson: Option<String>,
}

impl TourArgs {
    /// Opens the tour.
    pub fn open(self, app: &mut App) -> Result<(), Failure> {
        let at = match &self.lesson {
            None => app.tour.next_lesson(),
            Some(named) => self.find(app.tour.lessons()).ok_or_else(|| {
                let names: Vec<&str> = app.tour.lessons().iter().map(|lesson| lesson.name.as_str()).collect();
                Failure::usage(format!(
                    "there is no lesson `{named}`; there are 1 to {}, or {}",
                    names.len(),
                    names.join(", ")
                ))
            })?,
        };
        tour::begin(app, at);
        Ok(())
    }

    fn find(&self, lessons: &[Lesson]) -> Option<usize> {
        let named = self.lesson.as_ref()?;
        let number = named.parse().ok().filter(|number| (1..=lessons.len()).contains(number));
        number.map(|number| number - 1).or_else(|| lessons.iter().position(|lesson| lesson.name == *named))
    }
}

/// The lessons of the folder that `--lessons` names, in the order of its files' names.
pub(super) fn of_their_own(common: &Common) -> Result<Vec<Lesson>, Failure> {
    let Some(folder) = &common.lessons else {
        return Ok(Vec::new());
    };
    let unread = |error: std::io::Error| Failure::usage(format!("could not read {}: {error}", shown(folder)));
    let files = files::ending_in(folder, "toml").map_err(unread)?;
    if files.is_empty() {
        return Err(Failure::usage(format!("{} holds no lessons: they are files that end in .toml", shown(folder))));
    }
    files.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> Result<Lesson, Failure> {
    let contents = input::read(path, Accept::Files, LESSON_BYTES).map_err(Failure::input)?;
    let text = String::from_utf8(contents)
        .map_err(|_| Failure::usage(format!("{} is not UTF-8: save it as that", shown(path))))?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Lesson::read(&name, &text)
        .map_err(|wrong| Failure::usage(format!("{}:{}:{}: {}", shown(path), wrong.line, wrong.column, wrong.message)))
}
