//! Opening and closing popups, and what follows what is typed into them. What else keys do in them stands in
//! `overlay_commands`.

use crate::app::commands::{people, what_if_form};
use crate::app::core::text_field::TextField;
use crate::app::overlay::Overlay;
use crate::app::{Core, Effect};
use crate::data::{Expression, Filter};

pub(in crate::app) fn close(core: &mut Core) -> Vec<Effect> {
    if let Some(Overlay::Search { from, .. }) = core.overlay.take() {
        core.who = from;
    }
    what_if_form::return_to_what_if(core);
    vec![Effect::Redraw]
}

pub(in crate::app) fn open_palette(core: &mut Core) -> Vec<Effect> {
    core.toggle_overlay(Overlay::Palette { field: TextField::default(), selected: 0 })
}

pub(in crate::app) fn open_filter(core: &mut Core) -> Vec<Effect> {
    let field = TextField::new(&core.view.filter().expression.to_string());
    core.toggle_overlay(Overlay::Filter { field, selected: 0 })
}

/// The text of an open field changed: what follows it, follows now.
pub(in crate::app) fn typed(core: &mut Core) {
    match &mut core.overlay {
        Some(Overlay::Search { .. }) => people::search_typed(core),
        Some(Overlay::Palette { selected, .. }) => *selected = 0,
        Some(Overlay::Rename { taken, .. }) => *taken = false,
        Some(Overlay::Save(form)) => form.refused = None,
        Some(Overlay::OpenFile(form)) => form.problem = None,
        Some(Overlay::Filter { field, .. }) => {
            // A half-typed condition leaves the list as it is; the popup says what is missing.
            if let Ok(expression) = Expression::parse(field.text()) {
                let filter = Filter { expression, ..core.view.filter().clone() };
                people::set_filter(core, filter);
            }
        }
        Some(
            Overlay::Help { .. }
            | Overlay::Columns
            | Overlay::Person
            | Overlay::WhatIf
            | Overlay::Why
            | Overlay::Presets { .. }
            | Overlay::Features { .. }
            | Overlay::Export { .. }
            | Overlay::Race { .. }
            | Overlay::RecipeText { .. },
        )
        | None => {}
    }
}

/// Whether ↑ and ↓ do anything in the open popup.
pub fn moves(core: &Core) -> bool {
    match &core.overlay {
        Some(Overlay::Help { .. }) => core.hits.overlay_last_top() > 0,
        Some(Overlay::Search { field, .. }) => !field.text().is_empty(),
        Some(Overlay::Person) => core.view.rows().len() > 1,
        Some(
            Overlay::Palette { .. }
            | Overlay::Presets { .. }
            | Overlay::Filter { .. }
            | Overlay::Export { .. }
            | Overlay::Race { .. }
            | Overlay::Save(_)
            | Overlay::Columns
            | Overlay::Features { .. }
            | Overlay::WhatIf,
        ) => true,
        Some(Overlay::Rename { .. } | Overlay::OpenFile(_) | Overlay::RecipeText { .. } | Overlay::Why) | None => false,
    }
}

/// Whether ↑↓ stand on a box of the open popup that is switched on and off.
pub fn toggles(core: &Core) -> bool {
    matches!(core.overlay, Some(Overlay::Columns | Overlay::Features { .. } | Overlay::Filter { selected: 1.., .. }))
}
