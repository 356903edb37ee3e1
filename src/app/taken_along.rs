//! What is taken along: text for the clipboard, tables and drawings for files.

use crate::app::figure::Export;
use crate::app::{App, Core, Effect};
use crate::data::{Column, export_csv};

/// The arithmetic of what is shown, as text for other programs.
pub(super) fn copy(app: &mut App) {
    let copied = app.popups.copied(app);
    let copied = copied.unwrap_or_else(|| app.with_screen(|screen, core| screen.copied(core)));
    app.core.asked.push(Effect::Copy(copied));
}

/// Writes this into the user's folder.
pub(super) fn export(app: &mut App, export: Export) {
    let effect = match export {
        Export::Figure(figure) => {
            app.screens.prepare(&mut app.core, figure);
            Effect::Draw(figure)
        }
        Export::Passengers | Export::History | Export::Recipe => {
            Effect::Export { name: export.file(), contents: table(app, export).unwrap_or_default() }
        }
    };
    app.core.asked.push(effect);
}

/// A table to take along as text; none for a drawing.
#[expect(clippy::missing_panics_doc, reason = "memory can be written, and a recipe is plain values")]
pub fn table(app: &App, export: Export) -> Option<String> {
    let core = &app.core;
    match export {
        Export::Passengers => Some(list_as_csv(core)),
        Export::History => Some(in_memory(|out| crate::training::write_history(core.run(), out))),
        Export::Recipe => {
            let recipe = app.screens.recipe.wanted_recipe(core);
            Some(toml::to_string(&recipe).expect("a recipe is a table of plain values"))
        }
        Export::Figure(_) => None,
    }
}

fn list_as_csv(core: &Core) -> String {
    let live = core.shown().live();
    in_memory(|out| export_csv(&core.list, Column::ALL, core.view.rows(), live, out))
}

fn in_memory(write: impl FnOnce(&mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory can be written");
    String::from_utf8(out).expect("tables are text")
}
