//! Opening a file: the files that can be opened, the line for the path of another one or for a shared line, and the
//! run that comes from it. Paths are opened by `terminal`.

use crossterm::event::{KeyCode, KeyEvent};

use crate::app::commands::{editing, switch};
use crate::app::core::runs::Origin;
use crate::app::core::text_field::TextField;
use crate::app::popups::Popup;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Effect, FoundFile, Notice};
use crate::explain::words::{Message, runs as words};
use crate::training::Run;

/// Which file is opened.
#[derive(Debug, Clone, Default)]
pub struct OpenForm {
    /// The path, a part of a name, or a shared line.
    pub field: TextField,
    /// Why the last try did not work.
    pub problem: Option<Message>,
    /// The row under the cursor.
    pub selected: usize,
    /// What can be opened, once it is known.
    files: Option<Vec<FoundFile>>,
}

/// `I`: asks for the path and meanwhile for what there is.
pub(in crate::app) fn open(app: &mut App) {
    app.popups.toggle(OpenForm::default());
    if matches!(app.popups.top(), Some(Popup::OpenForm(_))) {
        app.core.asked.push(Effect::FindFiles);
    }
}

/// What there is.
pub(in crate::app) fn found(app: &mut App, files: Vec<FoundFile>) {
    if let Some(Popup::OpenForm(form)) = app.popups.open.last_mut() {
        form.files = Some(files);
        app.core.touch();
    }
}

impl OpenForm {
    /// Whether it is known what can be opened, and there is nothing.
    pub fn finds_nothing(&self) -> bool {
        self.files.as_ref().is_some_and(Vec::is_empty)
    }

    /// The files whose names fit what was typed.
    pub fn fitting(&self) -> Vec<&FoundFile> {
        let typed = self.field.text().trim().to_lowercase();
        let fits = |file: &&FoundFile| {
            let subject = if typed.contains('/') { &file.path } else { file.name() };
            subject.to_lowercase().contains(&typed)
        };
        self.files.iter().flatten().filter(fits).collect()
    }
}

impl PopupBehaviour for OpenForm {
    fn list(&self, _app: &App) -> Option<(usize, usize)> {
        Some((self.selected, self.fitting().len()))
    }

    fn select(&mut self, _app: &mut App, row: usize) {
        self.selected = row;
    }

    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    fn typed(&mut self, _app: &mut App, field: TextField) {
        (self.field, self.problem) = (field, None);
        let typed = self.field.text().trim();
        let named = |file: &&FoundFile| file.path == typed || file.name() == typed;
        self.selected = self.fitting().iter().position(named).unwrap_or(0);
    }

    /// Tab writes out what is under the cursor.
    fn types(&mut self, app: &mut App, key: KeyEvent) -> bool {
        let mut field = self.field.clone();
        if key.code == KeyCode::Tab {
            if let Some(file) = self.fitting().get(self.selected) {
                field = TextField::new(&file.path);
            }
        } else if !field.takes(key) {
            return false;
        }
        self.typed(app, field);
        true
    }

    fn enter(&mut self, app: &mut App) -> Next {
        let typed = self.field.text().trim();
        let path = self.fitting().get(self.selected).map_or(typed, |file| &file.path).to_owned();
        match app.open_line(typed) {
            Some(Ok(())) => return Next::Closes,
            Some(Err(why)) => self.problem = Some(why),
            None if path.is_empty() => {}
            None => {
                let recipe = Box::new(app.core.run().recipe().clone().into());
                app.core.asked.push(Effect::OpenFile { path, recipe });
            }
        }
        Next::Stays
    }
}

/// The answer to it: a run that walks back where its file knows its past.
pub(in crate::app) fn opened(app: &mut App, result: Result<Box<Run>, Message>) {
    let core = &mut app.core;
    core.touch();
    editing::keep_edit(core);
    let mut run = match (result, app.popups.open.last_mut()) {
        (Ok(run), _) => *run,
        (Err(why), Some(Popup::OpenForm(form))) => return form.problem = Some(why),
        (Err(why), _) => return core.tell(Notice::warning(why)),
    };
    app.popups.open.pop();
    if core.runs.all().iter().any(|slot| slot.run.name == run.name) {
        run.name = format!("{} {}", run.name, core.runs.next_name());
    }
    let target = run.replay_target();
    let name = run.name.clone();
    let before = core.runs.active_index();
    let after = core.runs.add(run, Origin::File);
    switch::show_new(core, before, after);
    if let Some(epoch) = target {
        core.playback.seek(epoch);
    }
    core.tell(Notice::info(Message::new(words::OPENED_FILE, [name])));
}
