//! Saving a run to a file of the user's choice: the line that asks for the path, and what goes into the file. Paths
//! are opened by `terminal`.

use strum::VariantArray;

use crate::app::core::text_field::TextField;
use crate::app::popups::Popup;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Core, Effect, Notice, Panel, Refused, TrainPanel};
use crate::explain::words::{Message, notices, texts};
use crate::training::Run;

texts!("runs.Saving.word");

/// What of a run is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Saving {
    /// Everything: the network with recipe and past.
    Model,
    /// What it is made by, to be edited and run again.
    Recipe,
    /// The numbers of the network, for `PyTorch` and others.
    Weights,
}

impl Saving {
    /// All of them, in the order of the popup.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// The ending of its files.
    const fn ending(self) -> &'static str {
        match self {
            Self::Model => "json",
            Self::Recipe => "toml",
            Self::Weights => "safetensors",
        }
    }
}

/// What is saved, and where.
#[derive(Debug, Clone)]
pub struct SaveForm {
    /// The path.
    pub field: TextField,
    /// What is saved.
    pub what: Saving,
    /// The place of the run.
    pub run: usize,
    /// Why the last try did not work.
    pub refused: Option<Refused>,
}

impl SaveForm {
    /// Asks where to save the run under the cursor of the list, or the one on the screen.
    pub(in crate::app) fn of(core: &Core) -> Option<Self> {
        let run = if core.focus() == Panel::Train(TrainPanel::Runs) { core.run_row } else { core.runs.active_index() };
        let what = Saving::Model;
        let path = format!("{}.{}", file_stem(&core.runs.get(run)?.run.name), what.ending());
        Some(Self { field: TextField::new(&path), what, run, refused: None })
    }
}

impl PopupBehaviour for SaveForm {
    fn list(&self, _app: &App) -> Option<(usize, usize)> {
        Some((self.what as usize, Saving::ALL.len()))
    }

    /// Saves this; the ending of the path follows.
    fn select(&mut self, _app: &mut App, row: usize) {
        let before = std::mem::replace(&mut self.what, Saving::ALL[row]).ending();
        self.refused = None;
        if let Some(stem) = self.field.text().strip_suffix(&format!(".{before}")) {
            self.field = TextField::new(&format!("{stem}.{}", self.what.ending()));
        }
    }

    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    fn typed(&mut self, _app: &mut App, field: TextField) {
        (self.field, self.refused) = (field, None);
    }

    /// Saves; a second time it overwrites.
    fn enter(&mut self, app: &mut App) -> Next {
        let path = self.field.text().trim().to_owned();
        if let Some(slot) = app.core.runs.get(self.run).filter(|_| !path.is_empty()) {
            let contents = contents(self.what, &slot.run);
            let overwrite = self.refused == Some(Refused::Exists);
            app.core.asked.push(Effect::Save { path, contents, overwrite });
        }
        Next::Stays
    }

    fn click(&mut self, app: &mut App, row: usize) -> Next {
        self.select(app, row);
        Next::Stays
    }
}

/// The answer to it.
pub(in crate::app) fn saved(app: &mut App, result: Result<String, Refused>) {
    let core = &mut app.core;
    core.touch();
    match (result, app.popups.open.last_mut()) {
        (Ok(path), top) => {
            if matches!(top, Some(Popup::SaveForm(_))) {
                app.popups.open.pop();
            }
            core.tell(Notice::info(Message::new(notices::SAVED, [path])));
        }
        (Err(refused), Some(Popup::SaveForm(form))) => form.refused = Some(refused),
        (Err(Refused::Failed(why)), _) => {
            let why = core.settings.tell(&why);
            core.tell(Notice::warning(Message::new(notices::NOT_SAVED, [why])));
        }
        (Err(Refused::Exists), _) => {}
    }
}

/// What the file holds.
fn contents(what: Saving, run: &Run) -> Vec<u8> {
    let mut bytes = Vec::new();
    let written = match what {
        Saving::Model => run.model().write(&mut bytes),
        Saving::Recipe => return recipe_text(run).into_bytes(),
        Saving::Weights => run.model().write_safetensors(&mut bytes),
    };
    written.expect("memory can be written");
    bytes
}

/// The recipe as TOML, with what it does not tell about this run as comments.
fn recipe_text(run: &Run) -> String {
    let recipe = toml::to_string(run.recipe()).expect("a recipe can be written as TOML");
    let mut lines = vec![format!("# recipe of run {}", run.name.escape_debug())];
    for change in run.changes() {
        let at = change.epoch;
        let became = [("the learning rate", change.learning_rate), ("l1", change.l1), ("l2", change.l2)];
        for (name, value) in became {
            lines.extend(value.map(|value| format!("# at epoch {at} {name} became {value}")));
        }
        if !change.edits.is_empty() {
            lines.push(format!("# at epoch {at} numbers were set by hand; the model file has them"));
        }
    }
    format!("{}\n{recipe}", lines.join("\n"))
}

/// A file name that is a name everywhere.
fn file_stem(name: &str) -> String {
    let safe = |c: char| c.is_alphanumeric() || "-_+".contains(c);
    let stem: String = name.trim().chars().map(|c| if safe(c) { c } else { '-' }).collect();
    if stem.is_empty() { "run".to_owned() } else { stem }
}
