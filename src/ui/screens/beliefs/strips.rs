//! Two strips of ages, women and men: p along each as colour, the real people who lived stacked above
//! it and those who died below. Nothing is normalised: one dot is one person.

mod plan;
mod stack;

use plan::{SEXES, StripPlan};
use stack::Stack;

use super::{people, say};
use crate::analysis::beliefs::{Fate, YEARS};
use crate::app::App;
use crate::app::BeliefsTarget;
use crate::data::{Passenger, Sex};
use crate::explain::words::beliefs as words;
use crate::nn::math;
use crate::ui::prelude::*;
use crate::ui::widgets::{heat_map, table};

/// The border: what is drawn, and of how many people.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let app = context.app;
    let crowd = &app.screens.beliefs.picture(&app.core).crowd;
    let known: usize = SEXES.iter().map(|&sex| crowd.all(sex, Fate::Lived) + crowd.all(sex, Fate::Died)).sum();
    let dots = say::by_part(app, [words::DOTS, words::DOTS_TRAIN, words::DOTS_TEST]);
    Frame::titled(context.theme, say::strip_titles(app)).info(context.fill(dots, &[known.to_string()]))
}

/// The strips, their people and the lines below.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let plan = StripPlan::of(context.app, inner);
    for (place, sex) in SEXES.into_iter().enumerate() {
        strip(context, inner, &plan, place, sex);
        stacks(context, inner, &plan, place, sex);
        labels(context, inner, &plan, place, sex);
        flips(context, inner, &plan, place, sex);
    }
    ages(context, inner, &plan);
    marks(context, inner, &plan);
    let ground = inner.from(plan.left);
    let ground = Rect { width: plan.cells().min(ground.width), height: plan.axis.min(inner.height), ..ground };
    context.note(ground, BeliefsTarget::Ages { per_year: plan.per_year, men_from: inner.y + plan.tops[1] });
    foot(context, inner.from(1).below(plan.foot), &plan);
}

fn strip(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let strips = &context.app.screens.beliefs.picture(&context.app.core).strips;
    let area = Rect { x: inner.x + plan.left, y: inner.y + plan.strip(place), width: plan.cells(), height: plan.thick };
    let half = 0.5 / f64::from(plan.per_year);
    let last = 2 * (plan.cells() - 1);
    let p = |at: u16| {
        // The last cell of a short strip begins as the others do; its end is the end of all ages.
        let age = if at > last && usize::from(plan.years) < YEARS { 80.0 } else { f64::from(at) * half };
        strips.z(sex, age.min(80.0)).map(math::sigmoid)
    };
    heat_map::strip(context.theme, area.intersection(inner), context.buf, p);
}

/// The people of one sex, above and below the strip.
fn stacks(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let theme = context.theme;
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let strip = plan.strip(place);
    for (fate, style) in [(Fate::Lived, theme.lived), (Fate::Died, theme.died)] {
        let is_above = fate == Fate::Lived;
        let y = |row: u16| if is_above { strip - 1 - row } else { strip + plan.thick + row };
        let rows = plan.rows[place][fate as usize];
        let mut beyond = 0;
        for cell in 0..plan.cells() {
            let stack = Stack::new(crowd.count(sex, fate, plan.halves(cell)), rows, plan.packing);
            beyond += stack.beyond;
            for (row, glyph) in (0..rows).map_while(|row| Some((row, stack.glyph(row, is_above)?))) {
                context.text(inner.from(plan.left + cell).below(y(row)), glyph.to_string(), style);
            }
        }
        if beyond > 0 && rows > 0 {
            let more = text::pad_left(&format!("+{beyond}"), usize::from(plan.left) - 1);
            context.text(inner.below(y(rows - 1)), more, theme.text);
        }
    }
}

/// Counts and words at the left, and p's span at the right.
fn labels(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let (app, theme) = (context.app, context.theme);
    let crowd = &app.screens.beliefs.picture(&app.core).crowd;
    let strip = plan.strip(place);
    let (middle, below) = (strip + plan.thick / 2, strip + plan.thick);
    let mut labels = vec![
        (middle, say::sex(app, sex).to_owned(), theme.text),
        (strip - 1, crowd.all(sex, Fate::Lived).to_string(), theme.lived),
        (below, crowd.all(sex, Fate::Died).to_string(), theme.died),
        (strip - 2, context.say(words::LIVED).to_owned(), theme.muted),
    ];
    // Under a single row of people there is no second row for the word.
    if plan.rows[place][1] > 1 {
        labels.push((below + 1, context.say(words::DIED).to_owned(), theme.muted));
    }
    for (y, label, style) in labels {
        context.text(inner.below(y), text::pad_left(&label, usize::from(plan.left) - 1), style);
    }
    if let Some(span) = span(app, sex).filter(|_| plan.has_right) {
        let right = inner.from(plan.left + plan.cells() + 1).below(middle);
        context.text(right, context.fill(words::SPAN, &[span]), theme.muted);
    }
}

/// The least and the greatest p along a strip.
fn span(app: &App, sex: Sex) -> Option<String> {
    let (least, most) = app.screens.beliefs.picture(&app.core).strips.span(sex)?;
    let ends = [least, most].map(|z| numbers::chance(math::sigmoid(z)));
    Some(ends.join("–"))
}

/// The ages at which the answer turns: a line through the strip and those who lived, its age above.
fn flips(context: &mut Context<'_>, inner: Rect, plan: &StripPlan, place: usize, sex: Sex) {
    let theme = context.theme;
    let crowd = &context.app.screens.beliefs.picture(&context.app.core).crowd;
    let right = plan.left + plan.cells();
    let mut free = plan.left;
    for &age in context.app.screens.beliefs.picture(&context.app.core).crossings(sex).ages() {
        let cell = plan.cell(age);
        let x = plan.left + cell;
        let top = plan.tops[place];
        let label = numbers::decimal(age, 2);
        let width = label.len() as u16;
        // To the right of its line, or to the left where the strip ends.
        let at = if x + 2 + width <= right { x + 2 } else { x.saturating_sub(width + 1) };
        if at >= free {
            context.text(inner.from(at).below(top), label, theme.text);
            free = (at + width).max(x) + 1;
        }
        let people = crowd.count(sex, Fate::Lived, plan.halves(cell));
        let stack = Stack::new(people, plan.rows[place][0], plan.packing);
        let column = inner.from(x);
        for row in (0..plan.rows[place][0]).filter(|&row| stack.glyph(row, true).is_none()) {
            context.text(column.below(plan.strip(place) - 1 - row), "┃", theme.muted);
        }
        context.text(column.below(top), "┃", theme.text);
        for row in column.below(plan.strip(place)).rows().take(plan.thick.into()) {
            heat_map::mark(context.buf, row.as_position(), "┃", theme.now);
        }
    }
}

/// The years below both strips, and which of them is the cursor's.
fn ages(context: &mut Context<'_>, inner: Rect, plan: &StripPlan) {
    let (app, theme) = (context.app, context.theme);
    let axis = inner.below(plan.axis);
    context.text(axis, text::pad_left(context.say(words::AGE_AXIS), usize::from(plan.left) - 1), theme.muted);
    let mark = plan.left + plan.cell(app.screens.beliefs.beliefs_cursor(&app.core)[0] as f64);
    let right = plan.left + plan.cells();
    let mut on_tick = false;
    for year in (0..=80).step_by(10).filter(|&year| year < usize::from(plan.years)) {
        let is_rest = year + 1 == usize::from(plan.years) && usize::from(plan.years) < YEARS;
        let tick = if is_rest { format!("{year}+") } else { year.to_string() };
        let cells = tick.len() as u16;
        let at = if is_rest { right.saturating_sub(cells) } else { plan.left + plan.cell(year as f64) };
        context.text(axis.from(at), tick, theme.muted);
        on_tick |= (at..at + cells).contains(&mark);
    }
    let mark = axis.from(mark);
    if on_tick {
        table::restyle(Rect { width: 1, ..mark.row(0) }, theme.pointer, context.buf);
    } else {
        let is_who = app.screens.beliefs.cursor_follows_who(&app.core) && app.core.passenger().age.is_some();
        context.text(mark, if is_who { "▴" } else { "●" }, theme.pointer);
    }
}

/// The cursor, the chosen passenger and the what-if person on the strips.
fn marks(context: &mut Context<'_>, inner: Rect, plan: &StripPlan) {
    let (app, theme) = (context.app, context.theme);
    let cursor = app.screens.beliefs.beliefs_cursor(&app.core);
    let mut mark = |sex: Sex, age: f64, glyph: &str, style: Style| {
        let place = usize::from(sex == Sex::Male);
        let at = inner.from(plan.left + plan.cell(age)).below(plan.strip(place) + plan.thick / 2);
        if !at.is_empty() {
            heat_map::mark(context.buf, at.as_position(), glyph, style);
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
fn foot(context: &mut Context<'_>, area: Rect, plan: &StripPlan) {
    let (app, theme) = (context.app, context.theme);
    people::who_line(context, area);
    people::cursor_line(context, area.below(1));
    let after = area.below(2).from(people::ramp(context, area.below(2)) + 3);
    let flip = context.say(words::FLIP);
    if text::width(flip) <= after.width.into() {
        context.text(after, flip, theme.muted);
    }
    // Where the answer turns, in words: `flips  women 34.88, men −6.90 (never)`.
    let parts = SEXES.map(|sex| say::turns(app, sex, app.screens.beliefs.picture(&app.core).crossings(sex)));
    let mut turns = context.fill(words::FLIPS, &parts);
    if !plan.has_right {
        // p's span along both strips, where there is no room beside them; in the order of the flips if need be.
        let span = |sex| span(app, sex).unwrap_or_else(|| numbers::MISSING.to_owned());
        let named = SEXES.map(|sex| format!("{} {}", say::sex(app, sex), span(sex)));
        let mut more = [named, SEXES.map(span)].into_iter().map(|spans| {
            let both = context.fill(words::BOTH, &spans);
            format!("{turns} · {}", context.fill(words::SPAN, &[both]))
        });
        turns = more.find(|more| text::width(more) <= area.width.into()).unwrap_or_else(|| turns.clone());
    }
    context.text(area.below(3), turns, theme.text);
    let ageless = SEXES.map(|sex| app.screens.beliefs.picture(&app.core).crowd.ageless[sex as usize]);
    if ageless != [0, 0] {
        let counts = [ageless[0] + ageless[1], ageless[0], ageless[1]].map(|count| count.to_string());
        let values = counts.into_iter().chain([say::policy(app)]).collect::<Vec<_>>();
        context.text(area.below(4), context.fill(words::NO_AGE, &values), theme.muted);
    }
}
