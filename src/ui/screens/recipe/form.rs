//! The lines of the form: label, value, what follows from it; `*` before what waits, `–` where a line
//! says nothing, the arrows and the text field on the line in focus.

use crate::app::overlay::Overlay;
use crate::app::{Panel, RecipePanel, RecipeTarget, Target};
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::notes;
use crate::explain::numbers;
use crate::explain::words::recipe as words;
use crate::training::{Recipe, Section, Setting};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;
use crate::ui::widgets::text_field::TextFieldView;

/// Where the labels begin: after the signs of focus and waiting.
const LABEL: u16 = 3;
/// Where the sign stands that changes a value back; the value follows.
const BACK: u16 = 19;
/// Cells of the narrowest value, `cross-entropy`, and of its Japanese name.
const VALUE: u16 = 14;
const VALUE_WIDE: u16 = 16;

/// The width the form wants on a wide screen.
pub fn width(all: u16) -> u16 {
    (all * 60 / 100).clamp(68, 108)
}

/// The border: whose recipe, and how much waits.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let title = context.fill(words::FORM_OF, &[app.core.run_title()]);
    let waiting = app.screens.recipe.waiting_lines(&app.core).len();
    let info = match waiting {
        0 => context.say(words::NOTHING_WAITS).to_owned(),
        1 => context.say(words::ONE_WAITS).to_owned(),
        more => context.fill(words::MANY_WAIT, &[more.to_string()]),
    };
    Frame::new(context.theme, title).info(info)
}

/// A row of the form.
#[derive(Clone, Copy)]
enum Row {
    Blank,
    Heading(Section),
    Line(Setting),
}

/// All rows, with as much air as there is room for.
fn rows(room: usize) -> Vec<Row> {
    let (lines, sections) = (Setting::ALL.len(), 3);
    let headings = room >= lines + sections;
    let blanks = room >= lines + sections + sections - 1;
    let mut rows = Vec::new();
    let mut section = None;
    for &line in Setting::ALL {
        if section != Some(line.section()) {
            if blanks && section.is_some() {
                rows.push(Row::Blank);
            }
            section = Some(line.section());
            if headings {
                rows.push(Row::Heading(line.section()));
            }
        }
        rows.push(Row::Line(line));
    }
    rows
}

/// Draws the lines that fit; the one in focus is always among them.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let room = usize::from(inner.height);
    let rows = rows(room);
    let focus = context.app.screens.recipe.line;
    let at = rows.iter().position(|row| matches!(row, Row::Line(line) if *line == focus));
    // One line more than the one in focus is seen on either side, where there is one.
    let top = (at.unwrap_or(0) + 2).saturating_sub(room);
    let top = top.min(rows.len().saturating_sub(room));
    let wanted = context.app.screens.recipe.wanted_recipe(&context.app.core);
    let waiting = context.app.screens.recipe.waiting_lines(&context.app.core);
    for (y, row) in rows.iter().skip(top).take(room).enumerate() {
        let at = Rect { y: inner.y + y as u16, height: 1, ..inner };
        match *row {
            Row::Blank => {}
            Row::Heading(section) => {
                let word = match section {
                    Section::Data => words::DATA,
                    Section::Network => words::NETWORK,
                    Section::Learning => words::LEARNING,
                };
                let heading = context.say(word);
                context.pen(at).text(1, 0, heading, theme.heading);
            }
            Row::Line(line) => draw_line(context, at, line, &wanted, waiting.contains(&line)),
        }
    }
    let below = rows.len().saturating_sub(top + room);
    let more = [("↑", top, 0), ("↓", below, inner.height.saturating_sub(1))];
    for (sign, count, y) in more {
        if count > 0 {
            context.pen(inner).right(y, 0, &format!("{sign}{count}"), theme.muted);
        }
    }
}

fn draw_line(context: &mut Context<'_>, area: Rect, line: Setting, wanted: &Recipe, waits: bool) {
    let app = context.app;
    let theme = *context.theme;
    let here = app.screens.recipe.line == line;
    let has_keys = here && app.core.focus() == Panel::Recipe(RecipePanel::Recipe);
    let idle = line.idle(wanted).is_some();
    let least = if app.core.settings.language.is_wide() { VALUE_WIDE } else { VALUE };
    let value_width = (area.width / 5).clamp(least, 30);
    let value = if idle { numbers::MISSING.to_owned() } else { value(context, line, wanted) };
    let (note, warns) = notes::note(app, line, wanted, waits);
    let label = context.say(words::label(line));
    let mut pen = context.pen(area);
    pen.text(1, 0, if here { "▸" } else { " " }, theme.text);
    pen.text(2, 0, if waits { "*" } else { " " }, theme.waiting);
    let label = text::cut(label, usize::from(BACK - LABEL - 1));
    pen.text(LABEL, 0, &label, if idle { theme.muted } else { theme.text });
    let shown = text::cut(&value, usize::from(value_width));
    let style = if waits { theme.waiting } else { theme.text };
    pen.text(BACK + 2, 0, &shown, if idle { theme.muted } else { style });
    let on = BACK + 2 + value_width + 1;
    let note_at = on + 2;
    let note = text::cut(&note, usize::from(area.width.saturating_sub(note_at + 1)));
    pen.text(note_at, 0, &note, if warns { theme.notice } else { theme.muted });
    if has_keys {
        pen.restyle(0, 0, note_at - 1, theme.cursor);
    }
    context.note(area, RecipeTarget::Line(line));
    if here && !idle && line != Setting::Features {
        let style = if has_keys { theme.cursor } else { theme.muted };
        for (x, sign, forward) in [(BACK, "◂", false), (on, "▸", true)] {
            context.pen(area).text(x, 0, sign, style);
            let sign = Rect { x: area.x + x, width: 1, ..area };
            context.note(sign, RecipeTarget::Step(forward));
        }
    }
    if here && let Some(Overlay::RecipeText { field }) = &app.core.overlay {
        let place = Rect { x: area.x + BACK + 1, width: value_width + 2, ..area };
        context.pen(place).text(0, 0, &" ".repeat(usize::from(place.width)), theme.text);
        context.pen(place).restyle(0, 0, place.width, theme.base);
        TextFieldView::new(field.text(), field.cursor(), theme.text).cursor(theme.cursor).render(place, context.buf);
        context.note(place, Target::Overlay);
    }
}

/// What a line says; the published network did not begin at weights its recipe could make.
pub fn value(context: &Context<'_>, line: Setting, recipe: &Recipe) -> String {
    let app = context.app;
    if line == Setting::Init && notes::starts_published(app) {
        return context.say(words::PUBLISHED).to_owned();
    }
    notes::shown(app, line, recipe)
}
