//! Two strips of ages, women and men: p along each as colour, the real people who lived stacked above
//! it and those who died below. Nothing is normalised: one dot is one person.

mod plan;
mod stack;

use crate::app::{App, BeliefsTarget};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{people, say};
use crate::analysis::beliefs::{Fate, YEARS};
use crate::data::{Passenger, Sex};
use crate::explain::numbers;
use crate::explain::words::beliefs as words;
use crate::nn::math;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::heat_map;
use crate::ui::widgets::panel::Panel as Frame;
use plan::{SEXES, StripPlan};
use stack::Stack;

/// The border: what is drawn, and of how many people.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let crowd = &app.screens.beliefs.picture(&app.core).crowd;
    let known: usize = SEXES.iter().map(|&sex| crowd.all(sex, Fate::Lived) + crowd.all(sex, Fate::Died)).sum();
    let dots = say::by_part(app, [words::DOTS, words::DOTS_TRAIN, words::DOTS_TEST]);
    Frame::titled(context.theme, say::strip_titles(app)).info(context.fill(dots, &[known.to_string()]))
}

/// The strips, their people and the lines below.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let plan = StripPlan::of(context.app, inner);
    for (place, sex) in SEXES.into_iter().enumerate() {
        strip(context, inner, &plan, place, sex);
        stacks(context, inner, &plan, place, sex);
        labels(context, inner, &plan, place, sex);
        flips(context, inner, &plan, place, sex);
    }
    ages(context, inner, &plan);
    marks(context, inner, &plan);
    let ground = Rect {
        x: inner.x + plan.left,
        width: plan.cells().min(inner.width.saturating_sub(plan.left)),
        height: plan.axis.min(inner.height),
        ..inner
    };
    context.note(ground, BeliefsTarget::Ages { per_year: plan.per_year, men_from: inner.y + plan.tops[1] });
    foot(context, inner, &plan);
}

fn strip(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let strips = &context.app.screens.beliefs.picture(&context.app.core).strips;
    let area = Rect { x: inner.x + plan.left, y: inner.y + plan.strip(place), width: plan.cells(), height: plan.thick }
        .intersection(inner);
    let half = 0.5 / f64::from(plan.per_year);
    let last = 2 * (plan.cells() - 1);
    let p = |at: u16| {
        // The last cell of a short strip begins as the others do; its end is the end of all ages.
        let age = if at > last && usize::from(plan.years) < YEARS { 80.0 } else { f64::from(at) * half };
        strips.z(sex, age.min(80.0)).map(math::sigmoid)
    };
    heat_map::strip(context.theme, area, context.buf, p);
}

/// The people of one sex, above and below the strip.
fn stacks(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let theme = *context.theme;
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let sides =
        [(Fate::Lived, plan.strip(place), theme.lived), (Fate::Died, plan.strip(place) + plan.thick, theme.died)];
    for (fate, base, style) in sides {
        let rows = plan.rows[place][fate as usize];
        let mut beyond = 0;
        for cell in 0..plan.cells() {
            let people = crowd.count(sex, fate, plan.halves(cell));
            let stack = Stack::new(people, rows, plan.packing);
            beyond += stack.beyond;
            for row in 0..rows {
                let Some(glyph) = stack.glyph(row, fate == Fate::Lived) else {
                    break;
                };
                let y = match fate {
                    Fate::Lived => base - 1 - row,
                    Fate::Died => base + row,
                };
                let mut pen = context.pen(inner);
                pen.text(plan.left + cell, y, &glyph.to_string(), style);
            }
        }
        if beyond > 0 && rows > 0 {
            let y = match fate {
                Fate::Lived => base - rows,
                Fate::Died => base + rows - 1,
            };
            let more = text::pad_left(&format!("+{beyond}"), usize::from(plan.left) - 1);
            context.pen(inner).text(0, y, &more, theme.text);
        }
    }
}

/// Counts and words at the left, and p's span at the right.
fn labels(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let theme = *context.theme;
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let cells = usize::from(plan.left) - 1;
    let [lived, died] = [Fate::Lived, Fate::Died].map(|fate| crowd.all(sex, fate).to_string());
    let name = say::sex(context.app, sex);
    let words = [words::LIVED, words::DIED].map(|word| text::pad_left(context.say(word), cells));
    let strip = plan.strip(place);
    let below = strip + plan.thick;
    let span = span(context.app, sex);
    let mut pen = context.pen(inner);
    pen.text(0, strip + plan.thick / 2, &text::pad_left(name, cells), theme.text);
    pen.text(0, strip - 1, &text::pad_left(&lived, cells), theme.lived);
    pen.text(0, below, &text::pad_left(&died, cells), theme.died);
    // Under a single row of people there is no second row for the word.
    pen.text(0, strip - 2, &words[0], theme.muted);
    if plan.rows[place][1] > 1 {
        pen.text(0, below + 1, &words[1], theme.muted);
    }
    if plan.has_right
        && let Some(span) = span
    {
        let span = context.fill(words::SPAN, &[span]);
        let mut pen = context.pen(inner);
        pen.text(plan.left + plan.cells() + 1, strip + plan.thick / 2, &span, theme.muted);
    }
}

/// The least and the greatest p along a strip.
fn span(app: &App, sex: Sex) -> Option<String> {
    let (least, most) = app.screens.beliefs.picture(&app.core).strips.span(sex)?;
    let ends = [least, most].map(|z| numbers::probability(math::sigmoid(z), 3));
    Some(ends.join("–"))
}

/// The ages at which the answer turns: a line through the strip and those who lived, its age above.
fn flips(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let theme = *context.theme;
    let crossings = context.app.screens.beliefs.picture(&context.app.core).crossings(sex).clone();
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let right = plan.left + plan.cells();
    let mut free = plan.left;
    for &age in crossings.ages() {
        let cell = plan.cell(age);
        let x = plan.left + cell;
        let top = plan.tops[place];
        let label = numbers::decimal(age, 2);
        let width = label.len() as u16;
        // To the right of its line, or to the left where the strip ends.
        let at = if x + 2 + width <= right { x + 2 } else { x.saturating_sub(width + 1) };
        if at >= free {
            context.pen(inner).text(at, top, &label, theme.text);
            free = (at + width).max(x) + 1;
        }
        let people = crowd.count(sex, Fate::Lived, plan.halves(cell));
        let stack = Stack::new(people, plan.rows[place][0], plan.packing);
        for row in (0..plan.rows[place][0]).filter(|&row| stack.glyph(row, true).is_none()) {
            let y = plan.strip(place) - 1 - row;
            context.pen(inner).text(x, y, "┃", theme.muted);
        }
        context.pen(inner).text(x, top, "┃", theme.text);
        for row in 0..plan.thick {
            let at = Position::new(inner.x + x, inner.y + plan.strip(place) + row);
            heat_map::mark(context.buf, at, "┃", theme.now);
        }
    }
}

/// The years below both strips, and which of them is the cursor's.
fn ages(context: &mut Context<'_>, inner: Rect, plan: &StripPlan) {
    let theme = *context.theme;
    let app = context.app;
    let label = text::pad_left(context.say(words::AGE_AXIS), usize::from(plan.left) - 1);
    let mark = plan.left + plan.cell(app.screens.beliefs.beliefs_cursor(&app.core)[0] as f64);
    let right = plan.left + plan.cells();
    let is_who = app.screens.beliefs.cursor_follows_who(&app.core) && app.core.passenger().age.is_some();
    let mut pen = context.pen(inner);
    pen.text(0, plan.axis, &label, theme.muted);
    let mut on_tick = false;
    for year in (0..=80).step_by(10).filter(|&year| year < usize::from(plan.years)) {
        let is_rest = year + 1 == usize::from(plan.years) && usize::from(plan.years) < YEARS;
        let tick = if is_rest { format!("{year}+") } else { year.to_string() };
        let at = if is_rest { right.saturating_sub(tick.len() as u16) } else { plan.left + plan.cell(year as f64) };
        let end = pen.text(at, plan.axis, &tick, theme.muted);
        on_tick |= (at..end).contains(&mark);
    }
    if on_tick {
        pen.restyle(mark, plan.axis, 1, theme.pointer);
    } else {
        let glyph = if is_who { "▴" } else { "●" };
        pen.text(mark, plan.axis, glyph, theme.pointer);
    }
}

/// The cursor, the chosen passenger and the what-if person on the strips.
fn marks(context: &mut Context<'_>, inner: Rect, plan: &StripPlan) {
    let theme = *context.theme;
    let app = context.app;
    let cursor = app.screens.beliefs.beliefs_cursor(&app.core);
    let mut mark = |sex: Sex, age: f64, glyph: &str, style: Style| {
        let place = usize::from(sex == Sex::Male);
        let at = Position::new(inner.x + plan.left + plan.cell(age), inner.y + plan.strip(place) + plan.thick / 2);
        if inner.contains(at) {
            heat_map::mark(context.buf, at, glyph, style);
        }
    };
    mark(Sex::ALL[cursor[1].min(1)], cursor[0] as f64, "●", theme.pointer);
    let mut person = |passenger: &Passenger<'_>, glyph: &str| {
        if let Some(age) = passenger.age {
            let is_cursor = cursor[1] == passenger.sex as usize && plan.cell(age) == plan.cell(cursor[0] as f64);
            let style = if is_cursor { theme.pointer } else { theme.here };
            mark(passenger.sex, age, glyph, style);
        }
    };
    if let Some(what_if) = &app.core.what_if {
        person(&what_if.person.passenger(), "◆");
    }
    person(&app.core.passenger(), "▴");
}

/// The lines below: people, cursor, ramp, flips, those without an age.
fn foot(context: &mut Context<'_>, inner: Rect, plan: &StripPlan) {
    let theme = *context.theme;
    let y = plan.foot;
    people::who_line(context, inner, y);
    people::cursor_line(context, inner, y + 1);
    let end = people::ramp(context, inner, y + 2);
    let flip = context.say(words::FLIP);
    if usize::from(end) + text::width(flip) + 3 <= usize::from(inner.width) {
        context.pen(inner).text(end + 3, y + 2, flip, theme.muted);
    }
    let mut turns = turns(context);
    if !plan.has_right {
        turns = format!("{turns} · {}", spans(context));
    }
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let ageless = SEXES.map(|sex| crowd.ageless[sex as usize]);
    let all = (ageless[0] + ageless[1]).to_string();
    let values = [all, ageless[0].to_string(), ageless[1].to_string(), say::policy(context.app)];
    let missing = context.fill(words::NO_AGE, &values);
    let mut pen = context.pen(inner);
    pen.text(1, y + 3, &turns, theme.text);
    if ageless != [0, 0] {
        pen.text(1, y + 4, &missing, theme.muted);
    }
}

/// Where the answer turns, in words: `flips  women 34.88, men −6.90 (never)`.
fn turns(context: &Context<'_>) -> String {
    let crossings = &context.app.screens.beliefs.picture(&context.app.core);
    let parts = SEXES.map(|sex| say::turns(context.app, sex, crossings.crossings(sex)));
    context.fill(words::FLIPS, &parts)
}

/// p's span along both strips, where there is no room beside them.
fn spans(context: &Context<'_>) -> String {
    let parts = SEXES.map(|sex| {
        let span = span(context.app, sex).unwrap_or_else(|| numbers::MISSING.to_owned());
        format!("{} {span}", say::sex(context.app, sex))
    });
    {
        let both = context.fill(words::BOTH, &parts);
        context.fill(words::SPAN, &[both])
    }
}
