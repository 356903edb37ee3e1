//! What popups are made of: their frame in its place, and choices to be made in them.

use crate::app::Target;
use crate::app::core::text_field::TextField;
use crate::explain::words::runs as words;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::popup;

/// So few columns left and right of a popup are taken into it.
const MARGIN: u16 = 4;

/// Cells of a popup that asks for a path.
pub(super) const WIDE: u16 = 76;

/// Draws an empty popup of this size in the middle of `area` and returns its inside.
pub(super) fn open(context: &mut Context<'_>, area: Rect, (width, height): (u16, u16), frame: Frame<'_>) -> Rect {
    // Two frames a cell apart would look like one that is broken.
    let width = if area.width.saturating_sub(width) <= MARGIN { area.width } else { width };
    open_at(context, popup::centered(area, width, height), frame)
}

/// A popup in just this place.
pub(super) fn open_at(context: &mut Context<'_>, at: Rect, frame: Frame<'_>) -> Rect {
    let inside = frame.draw_over(at, context.buf);
    context.note(at, Target::Popup);
    inside
}

/// Draws the choices of a popup from one on, and notes them for the mouse.
pub(super) fn choices<'a>(
    context: &mut Context<'a>,
    area: Rect,
    columns: impl IntoIterator<Item = TableColumn<'a>>,
    rows: impl IntoIterator<Item = TableRow<'a>>,
    (first, selected): (usize, usize),
) {
    let mut at = first;
    let rows = rows.into_iter().map(|row| {
        if row.is_heading() {
            return row;
        }
        at += 1;
        row.target(Target::PopupRow(at - 1)).marked(at - 1 == selected).cursor(at - 1 == selected)
    });
    let table = Table::new(context.theme, columns, rows).roomy();
    context.table(area, table);
}

/// The box of what is switched on and off.
pub(super) fn checkbox(theme: &Theme, is_on: bool) -> Span<'static> {
    if is_on { Span::styled("[x]", theme.now) } else { Span::styled("[ ]", theme.muted) }
}

/// A label and the field for a path on the first row.
pub(super) fn path_line(context: &mut Context<'_>, inside: Rect, field: &TextField) {
    let label = context.say(words::PATH);
    context.text(inside.inset(), label, context.theme.heading);
    context.field(inside.from(text::width(label) as u16 + 3).less(1), field, true);
}
