//! Quick filters and an expression.

use crate::app::commands::people;
use crate::app::core::text_field::TextField;
use crate::app::popups::behaviour::{Next, PopupBehaviour, rows};
use crate::app::{App, Core};
use crate::data::{Expression, Filter, Quick};

/// The filter of the list.
#[derive(Debug, Clone)]
pub struct FilterForm {
    /// The expression line.
    pub line: TextField,
    /// The row under the cursor: 0 is the expression line, then the quick filters.
    pub selected: usize,
}

impl FilterForm {
    /// The form with the filter as it is.
    pub(in crate::app) fn of(core: &Core) -> Self {
        Self { line: TextField::new(&core.view.filter().expression.to_string()), selected: 0 }
    }
}

impl PopupBehaviour for FilterForm {
    rows!(Quick::ALL.len() + 1);

    fn field(&self) -> Option<&TextField> {
        (self.selected == 0).then_some(&self.line)
    }

    fn typed(&mut self, app: &mut App, field: TextField) {
        // A half-typed condition leaves the list as it is; the popup says what is missing.
        if let Ok(expression) = Expression::parse(field.text()) {
            let filter = Filter { expression, ..app.core.view.filter().clone() };
            people::set_filter(&mut app.core, filter);
        }
        self.line = field;
    }

    fn toggles(&self) -> bool {
        self.selected > 0
    }

    fn enter(&mut self, app: &mut App) -> Next {
        let Some(row) = self.selected.checked_sub(1) else {
            return Next::Closes;
        };
        people::toggle_quick(&mut app.core, Quick::ALL[row]);
        Next::Stays
    }
}
