//! A line typed in front of a class: how many hands were raised, or the teacher's note.

use crate::app::core::presenter::Hands;
use crate::app::core::text_field::TextField;
use crate::app::popups::behaviour::{Next, PopupBehaviour, line};
use crate::app::{App, Core, present};

/// The longest note.
const LONGEST_NOTE: usize = 200;

/// A line being typed.
#[derive(Debug, Clone)]
pub struct ClassLine {
    /// What was typed.
    pub field: TextField,
    /// Whether it is the note, rather than hands.
    pub is_note: bool,
}

impl ClassLine {
    pub(in crate::app) fn for_hands() -> Self {
        Self { field: TextField::default(), is_note: false }
    }

    pub(in crate::app) fn for_note(core: &Core) -> Self {
        Self { field: TextField::new(&core.presenter.note), is_note: true }
    }

    /// The hands for lived and for died, as `18 7`; the second may be missing.
    pub fn hands(&self) -> Option<Hands> {
        let mut numbers = self.field.text().split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
        let mut next = || numbers.next().map(str::parse).transpose().ok();
        let [lived, died, more] = [next()?, next()?, next()?];
        more.is_none().then_some([lived?, died.unwrap_or(0)])
    }
}

impl PopupBehaviour for ClassLine {
    line!();

    /// What names no number of hands stays under the cursor.
    fn enter(&mut self, app: &mut App) -> Next {
        if self.is_note {
            app.core.presenter.note = self.field.text().trim().chars().take(LONGEST_NOTE).collect();
            return Next::Closes;
        }
        let Some(hands) = self.hands() else {
            return Next::Stays;
        };
        present::count(&mut app.core, hands);
        Next::Closes
    }
}
