//! Opening a file: the line that asks for the path, and the run that comes from it. Paths are opened by `terminal`.

use crate::app::commands::{editing, switch};
use crate::app::core::runs::Origin;
use crate::app::core::text_field::TextField;
use crate::app::popups::Popup;
use crate::app::popups::behaviour::{Next, PopupBehaviour};
use crate::app::{App, Effect, Notice};
use crate::explain::words::{Message, runs as words};
use crate::training::Run;

/// Which file is opened.
#[derive(Debug, Clone, Default)]
pub struct OpenForm {
    /// The path.
    pub field: TextField,
    /// Why the last try did not work.
    pub problem: Option<Message>,
}

impl PopupBehaviour for OpenForm {
    fn field(&self) -> Option<&TextField> {
        Some(&self.field)
    }

    fn typed(&mut self, _app: &mut App, field: TextField) {
        *self = Self { field, problem: None };
    }

    fn enter(&mut self, app: &mut App) -> Next {
        let path = self.field.text().trim().to_owned();
        match app.open_line(&path) {
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
