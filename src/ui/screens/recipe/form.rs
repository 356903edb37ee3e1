//! The lines of the form: label, value, what follows from it; `*` before what waits, `–` where a line
//! says nothing, the arrows and the text field on the line in focus.

use super::notes;
use crate::app::RecipeTarget;
use crate::app::popups::Popup;
use crate::app::{RecipePanel, Target};
use crate::explain::words::recipe as words;
use crate::training::{Recipe, Section, Setting};
use crate::ui::prelude::*;
use crate::ui::widgets::{popup, table};

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
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
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
#[derive(Clone, Copy, PartialEq)]
enum Row {
    Blank,
    Heading(Section),
    Setting(Setting),
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
        rows.push(Row::Setting(line));
    }
    rows
}

/// Draws the lines that fit; the one in focus is always among them.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let room = usize::from(inner.height);
    let rows = rows(room);
    let at = rows.iter().position(|&row| row == Row::Setting(context.app.screens.recipe.line));
    // One line more than the one in focus is seen on either side, where there is one.
    let top = (at.unwrap_or(0) + 2).saturating_sub(room).min(rows.len().saturating_sub(room));
    let wanted = context.app.screens.recipe.wanted_recipe(&context.app.core);
    let waiting = context.app.screens.recipe.waiting_lines(&context.app.core);
    for (&row, at) in rows[top..].iter().zip(inner.rows()) {
        match row {
            Row::Blank => {}
            Row::Heading(section) => {
                let word = match section {
                    Section::Data => words::DATA,
                    Section::Network => words::NETWORK,
                    Section::Learning => words::LEARNING,
                };
                context.text(at.from(1), context.say(word), theme.heading);
            }
            Row::Setting(line) => draw_line(context, at, line, &wanted, waiting.contains(&line)),
        }
    }
    let below = rows.len().saturating_sub(top + room);
    for (sign, count, y) in [("↑", top, 0), ("↓", below, inner.height.saturating_sub(1))] {
        if count > 0 {
            context.text_at_right(inner.below(y), format!("{sign}{count}"), theme.muted);
        }
    }
}

fn draw_line(context: &mut Context<'_>, area: Rect, line: Setting, wanted: &Recipe, waits: bool) {
    let (app, theme) = (context.app, context.theme);
    let here = app.screens.recipe.line == line;
    let has_keys = here && context.has_keys(RecipePanel::Recipe);
    let idle = line.idle(wanted).is_some();
    let least = if app.core.settings.language.is_wide() { VALUE_WIDE } else { VALUE };
    let cells = (area.width / 5).clamp(least, 30);
    let value = if idle { numbers::MISSING.to_owned() } else { value(context, line, wanted) };
    let (note, warns) = notes::note(app, line, wanted, waits);
    let quiet = |style| if idle { theme.muted } else { style };
    let signs = Line::from_iter([
        Span::styled(if here { "▸" } else { " " }, theme.text),
        Span::styled(if waits { "*" } else { " " }, theme.waiting),
    ]);
    context.line(area.from(1), signs);
    let label = context.say(words::label(line));
    context.text(area.from(LABEL), text::cut(label, usize::from(BACK - LABEL - 1)), quiet(theme.text));
    let style = quiet(if waits { theme.waiting } else { theme.text });
    context.text(area.from(BACK + 2), text::cut(&value, cells.into()), style);
    let on = BACK + 2 + cells + 1;
    let beside = area.from(on + 2).less(1);
    let style = if warns { theme.notice } else { theme.muted };
    context.text(beside, text::cut(&note, beside.width.into()), style);
    if has_keys {
        table::restyle(area.less(area.width.saturating_sub(on + 1)), theme.cursor, context.buf);
    }
    context.note(area, RecipeTarget::Line(line));
    if here && !idle && line != Setting::Features {
        let style = if has_keys { theme.cursor } else { theme.muted };
        for (x, sign, forward) in [(BACK, "◂", false), (on, "▸", true)] {
            context.text(area.from(x), sign, style);
            context.note(Rect { x: area.x + x, width: 1, ..area }, RecipeTarget::Step(forward));
        }
    }
    if here && let Some(Popup::RecipeLine(typed)) = app.popups.top() {
        let place = Rect { x: area.x + BACK + 1, width: cells + 2, ..area };
        popup::clear(place, theme.base, context.buf);
        context.field(place, &typed.field, true);
        context.note(place, Target::Popup);
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
