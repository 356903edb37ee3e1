//! Saving a run to a file of the user's choice and opening one: the lines that ask for the path, and
//! what goes into the file. Paths are opened by `terminal`.

use crate::app::commands::{editing, switch, what_if_form};
use crate::app::core::runs::Origin;
use crate::app::core::text_field::TextField;
use crate::app::core::undo::Undoable;
use crate::app::overlay::{OpenForm, Overlay, Refused, SaveForm, Saving};
use crate::app::{Core, Effect, Notice, Panel, TrainPanel};

use crate::explain::words::{Message, notices, runs as words};
use crate::training::Run;

/// What the file holds.
fn contents(what: Saving, run: &Run) -> Vec<u8> {
    match what {
        Saving::Model => {
            let mut bytes = Vec::new();
            run.model().write(&mut bytes).expect("memory can be written");
            bytes
        }
        Saving::Recipe => recipe_text(run).into_bytes(),
        Saving::Weights => {
            let mut bytes = Vec::new();
            run.model().write_safetensors(&mut bytes).expect("memory can be written");
            bytes
        }
    }
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

/// Asks where to save the run under the cursor of the list, or the one on the screen.
pub(in crate::app) fn open_save(core: &mut Core) -> Vec<Effect> {
    let run = if core.focus() == Panel::Train(TrainPanel::Runs) { core.run_row } else { core.runs.active_index() };
    let Some(slot) = core.runs.get(run) else {
        return Vec::new();
    };
    let what = Saving::Model;
    let path = format!("{}.{}", file_stem(&slot.run.name), what.ending());
    core.toggle_overlay(Overlay::Save(SaveForm { field: TextField::new(&path), what, run, refused: None }))
}

/// Asks for a file to open.
pub(in crate::app) fn open_open(core: &mut Core) -> Vec<Effect> {
    core.toggle_overlay(Overlay::OpenFile(OpenForm::default()))
}

/// Enter in the popup that saves; a second one overwrites.
pub(in crate::app) fn save(core: &mut Core, form: SaveForm) -> Vec<Effect> {
    let path = form.field.text().trim().to_owned();
    let slot = core.runs.get(form.run);
    let (Some(slot), false) = (slot, path.is_empty()) else {
        core.overlay = Some(Overlay::Save(form));
        return Vec::new();
    };
    let contents = contents(form.what, &slot.run);
    let overwrite = form.refused == Some(Refused::Exists);
    core.overlay = Some(Overlay::Save(form));
    vec![Effect::Save { path, contents, overwrite }]
}

/// The answer to it.
pub(in crate::app) fn saved(core: &mut Core, result: Result<String, Refused>) -> Vec<Effect> {
    match (result, &mut core.overlay) {
        (Ok(path), open) => {
            if matches!(open, Some(Overlay::Save(_))) {
                *open = None;
            }
            what_if_form::return_to_what_if(core);
            core.tell(Notice::info(Message::new(notices::SAVED, [path])));
        }
        (Err(refused), Some(Overlay::Save(form))) => form.refused = Some(refused),
        (Err(Refused::Failed(why)), _) => {
            let why = why.text(core.settings.language);
            core.tell(Notice::warning(Message::new(notices::NOT_SAVED, [why])));
        }
        (Err(Refused::Exists), _) => {}
    }
    core.touch();
    vec![Effect::Redraw]
}

/// Chooses what is saved, up or down from what it is.
pub(in crate::app) fn choose_saving(form: &mut SaveForm, by: isize) {
    let at = Saving::ALL.iter().position(|&what| what == form.what);
    let to = crate::app::core::movement::step(at.unwrap_or(0), by, Saving::ALL.len());
    save_as(form, Saving::ALL[to]);
}

/// Saves this; the ending of the path follows.
pub(in crate::app) fn save_as(form: &mut SaveForm, what: Saving) {
    let (before, after) = (form.what.ending(), what.ending());
    form.what = what;
    form.refused = None;
    if let Some(stem) = form.field.text().strip_suffix(&format!(".{before}")) {
        form.field = TextField::new(&format!("{stem}.{after}"));
    }
}

/// Enter in the popup that opens.
pub(in crate::app) fn open_file(core: &mut Core, form: OpenForm) -> Vec<Effect> {
    let path = form.field.text().trim().to_owned();
    core.overlay = Some(Overlay::OpenFile(form));
    if path.is_empty() {
        return Vec::new();
    }
    let recipe = Box::new(core.run().recipe().clone().into());
    vec![Effect::OpenFile { path, recipe }]
}

/// The answer to it: a run that walks back where its file knows its past.
pub(in crate::app) fn opened_file(core: &mut Core, result: Result<Box<Run>, Message>) -> Vec<Effect> {
    core.touch();
    editing::keep_edit(core);
    let mut run = match (result, &mut core.overlay) {
        (Ok(run), _) => *run,
        (Err(why), Some(Overlay::OpenFile(form))) => {
            form.problem = Some(why);
            return Vec::new();
        }
        (Err(why), _) => {
            core.tell(Notice::warning(why));
            return Vec::new();
        }
    };
    core.overlay = None;
    what_if_form::return_to_what_if(core);
    if core.runs.all().iter().any(|slot| slot.run.name == run.name) {
        run.name = format!("{} {}", run.name, core.runs.next_name());
    }
    let target = run.replay_target();
    let name = run.name.clone();
    let before = core.runs.active_index();
    let after = core.runs.add(run, Origin::File);
    core.undo.record(Undoable::made(before, after, vec![after]));
    switch::put_on_screen(core, after);
    if let Some(epoch) = target {
        core.playback.seek(epoch);
    }
    core.tell(Notice::info(Message::new(words::OPENED_FILE, [name])));
    vec![Effect::Redraw]
}

/// Asks for the runs of earlier sessions.
pub(in crate::app) fn reopen(core: &mut Core) -> Vec<Effect> {
    core.saved_runs = 0;
    vec![Effect::OpenSavedRuns]
}

pub(in crate::app) fn open_saved(core: &mut Core, runs: Vec<(String, Run)>, unreadable: usize) {
    let opened = runs.len();
    let before = core.runs.active_index();
    for (file, mut run) in runs {
        if core.runs.all().iter().any(|slot| slot.run.name == run.name) {
            run.name = core.runs.next_name();
        }
        let target = run.replay_target();
        let after = core.runs.add(run, Origin::File);
        if let Some(slot) = core.runs.get_mut(after) {
            slot.saved_as = Some(file);
        }
        switch::switch(core, before, after);
        if let Some(epoch) = target {
            core.playback.seek(epoch);
        }
    }
    let counts = [opened.to_string(), unreadable.to_string()];
    core.tell(if unreadable == 0 {
        Notice::info(Message::new(notices::OPENED, counts))
    } else {
        Notice::warning(Message::new(notices::OPENED_SOME, counts))
    });
    core.moved();
}
