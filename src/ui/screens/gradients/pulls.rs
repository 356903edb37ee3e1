//! The batch's gradient as a sum of people: who pulls the parameter up, who down, the strongest by name.

use ratatui::layout::Rect;

use crate::analysis::gradient::Pull;
use crate::app::{GradientsPanel, GradientsTarget, Panel};
use crate::explain::numbers;
use crate::explain::numbers::Digits;
use crate::explain::update::Stage;
use crate::explain::words::{gradients as words, people};
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// The most named on each side.
const MOST: usize = 10;
/// Cells of a sum.
const SUM: usize = 10;
/// Cells of an age as the list has it, `0.83`.
const AGE: usize = 4;

/// The panel's border: which parameter, of how many.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let name = app.core.names().parameter(app.core.spot().parameter(app.core.network()));
    let count = app.screens.gradients.lens(&app.core).batch().map_or(0, |batch| batch.rows.rows.len());
    let info = context.fill(words::PULLS_OF, &[count.to_string()]);
    Frame::new(context.theme, context.fill(words::PULLS, &[name])).info(info)
}

/// Both sides with their sums; the last row says how they become the gradient.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    if inner.height < 3 {
        return;
    }
    // Two headings and the sum.
    let each = (usize::from(inner.height).saturating_sub(3) / 2).min(MOST);
    context.hits.set_page(GradientsPanel::Pulls, each);
    if !app.screens.gradients.shows(Stage::Gradient) {
        return;
    }
    let pulls = app.screens.gradients.lens(&app.core).pulls();
    let scale = pulls.largest();
    let listed = [&pulls.up, &pulls.down].map(|side| side.iter().take(each));
    let sizes = listed.into_iter().flatten().map(|pull| pull.size);
    let sums = [pulls.up_sum, pulls.down_sum, pulls.total()];
    let digits = Digits::of(sizes.chain(sums), SUM);
    let sides = [(words::UP_SUM, &pulls.up, pulls.up_sum), (words::DOWN_SUM, &pulls.down, pulls.down_sum)];
    let chosen = app.screens.gradients.pull;
    let mut place = 0;
    let mut y = 0;
    for (word, side, sum) in sides {
        let count = format!("{:>3}", side.len());
        let heading = context.fill(word, &[count]);
        let mut pen = context.pen(inner);
        pen.text(1, y, &heading, theme.heading);
        let hue = theme.push(Some(sum).filter(|sum| *sum != 0.0));
        pen.right(y, 1, &digits.write(sum, SUM), hue);
        y += 1;
        for pull in side.iter().take(each) {
            let row = Rect { y: inner.y + y, height: 1, ..inner };
            let is_chosen = app.core.focus() == Panel::Gradients(GradientsPanel::Pulls) && place == chosen;
            draw_pull(context, row, *pull, (scale, digits), is_chosen);
            place += 1;
            y += 1;
        }
    }
    let total = pulls.total();
    let room = usize::from(inner.width).saturating_sub(SUM + 3);
    let together = together(context, pulls.idle, room);
    let mut pen = context.pen(inner);
    pen.text(1, y, &text::cut(&together, room), theme.muted);
    pen.right(y, 1, &digits.write(total, SUM), theme.push(Some(total)));
}

/// What the two sums make, and how many people are in neither, as far as there is room to say so.
fn together(context: &Context<'_>, idle: usize, room: usize) -> String {
    let idle = Some(idle.to_string()).filter(|_| idle > 0);
    [words::TOGETHER_IDLE, words::TOGETHER_SHORT]
        .into_iter()
        .filter_map(|word| Some(context.fill(word, &[idle.as_ref()?])))
        .find(|text| text::width(text) <= room)
        .unwrap_or_else(|| context.say(words::TOGETHER).to_owned())
}

fn draw_pull(context: &mut Context<'_>, row: Rect, pull: Pull, (scale, digits): (f64, Digits), is_chosen: bool) {
    let app = context.app;
    let theme = *context.theme;
    let person = app.core.list.passenger(pull.row);
    let width = usize::from(row.width);
    let sex = context.say(people::letter(person.sex));
    let age = person.age.map_or(numbers::MISSING.to_owned(), |age| numbers::compact(age, AGE));
    // Both letters of a language are as wide, so the field is the same for all.
    let facts = format!("{sex} {} ", text::pad_left(&age, AGE));
    let left = width.saturating_sub(text::width(&facts) + SUM + 5);
    let bar = (left * 2 / 5).clamp(4, 40);
    let name = left.saturating_sub(bar);
    let hue = theme.push(Some(pull.size));
    let is_who = app.core.who == pull.row;
    let mark = if is_who { "▸" } else { " " };
    let cells = if scale > 0.0 { pull.size.abs() / scale * bar as f64 } else { 0.0 };
    let mut pen = context.pen(row);
    pen.text(1, 0, mark, theme.text);
    let x = pen.text(2, 0, &text::pad_right(person.name, name), theme.text);
    let x = pen.text(x + 1, 0, &facts, theme.muted);
    pen.text(x, 0, &bar_of(cells), hue);
    pen.right(0, 1, &digits.write(pull.size, SUM), hue);
    if is_chosen {
        pen.restyle(1, 0, row.width.saturating_sub(2), theme.cursor);
    }
    context.note(row, GradientsTarget::Pull(pull.row));
}

/// A bar of so many cells, to a half; a thin one, for twenty thick ones would be all one sees.
fn bar_of(cells: f64) -> String {
    let halves = (cells * 2.0).round().max(1.0) as usize;
    let end = if halves % 2 == 1 { "╸" } else { "" };
    format!("{}{end}", "━".repeat(halves / 2))
}
