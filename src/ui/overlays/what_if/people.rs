//! The real people most like the person of one's own, and what became of them.

use ratatui::layout::Rect;

use crate::analysis::Attribute;
use crate::analysis::what_if::Reply;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::{App, Target};
use crate::data::Sex;
use crate::explain::numbers;
use crate::explain::words::{network, people, what_if as words};
use crate::ui::context::Context;
use crate::ui::text;

/// Cells of a name.
const NAME: usize = 40;

/// What became of them stands at most here, not far from who they are.
const FATES: u16 = 90;

/// Draws the section from row `y` on with so many people.
pub(super) fn draw(context: &mut Context<'_>, inside: Rect, y: u16, what_if: &WhatIf, rows: u16) {
    let title = match what_if.person.sex {
        Sex::Female => words::LIKE_HER,
        Sex::Male => words::LIKE_HIM,
    };
    let title = context.say(title);
    let y = super::section(context, inside, y, title);
    let Some(answer) = context.app.core.what_if_answer() else {
        return;
    };
    let nearest = answer.similar.nearest.iter().take(usize::from(rows));
    for (place, neighbour) in nearest.enumerate() {
        person(context, inside, y + place as u16, neighbour.row, place);
    }
    let line = sentence(context.app, what_if, answer);
    let line = text::cut(&line, usize::from(inside.width) - 2).into_owned();
    let style = context.theme.text;
    context.pen(inside).text(1, y + rows, &line, style);
}

/// `   4  Futrelle, Mrs. Jacques Heath (Lily Ma…  f    35  class 1  lived ✗`.
fn person(context: &mut Context<'_>, inside: Rect, y: u16, row: usize, place: usize) {
    let app = context.app;
    let theme = *context.theme;
    let passenger = app.core.list.passenger(row);
    let sex = context.say(people::letter(passenger.sex));
    let age = passenger.age.map_or_else(|| context.say(words::AGE_NONE).to_owned(), |age| numbers::compact(age, 5));
    let class = passenger.class.map_or_else(String::new, |class| context.fill(words::CLASS_N, &[class.to_string()]));
    let fate = fate(app, passenger.survived);
    let right = app.core.shown().row(row).right;
    let is_who = row == app.core.who;
    let mut pen = context.pen(inside);
    pen.text(1, y, if is_who { "▸" } else { " " }, theme.text);
    pen.text(2, y, &text::pad_left(&passenger.id.to_string(), 4), theme.text);
    pen.text(8, y, &text::pad_right(passenger.name, NAME), theme.text);
    let x = 9 + NAME as u16;
    pen.text(x, y, sex, theme.muted);
    pen.text(x + 2, y, &text::pad_left(&age, 5), theme.text);
    pen.text(x + 9, y, &class, theme.muted);
    let end = inside.width.min(FATES) - 2;
    pen.text(end - 8, y, &text::pad_left(fate, 7), theme.text);
    let (mark, style) = if right { ("✓", theme.right) } else { ("✗", theme.wrong) };
    if passenger.survived.is_some() {
        pen.text(end, y, mark, style);
    }
    if is_who {
        pen.restyle(1, y, inside.width - 2, theme.cursor);
    }
    let line = Rect { y: inside.y + y, height: 1, ..inside };
    context.note(line, Target::OverlayRow(place));
}

fn fate(app: &App, survived: Option<bool>) -> &'static str {
    app.core.settings.say(match survived {
        Some(true) => network::LIVED,
        Some(false) => network::DIED,
        None => words::UNKNOWN,
    })
}

/// What the list says of all those the network cannot tell from this person.
fn sentence(app: &App, what_if: &WhatIf, answer: &Reply) -> String {
    let language = app.core.settings.language;
    let lived = |rows: &mut dyn Iterator<Item = usize>| {
        let survived = rows.filter(|&row| app.core.list.passenger(row).survived == Some(true));
        survived.count()
    };
    let same = &answer.similar.same;
    let says = fate(app, Some(answer.says)).to_owned();
    if same.is_empty() {
        let nearest = &answer.similar.nearest;
        let said = nearest.iter().filter(|near| app.core.shown().row(near.row).said);
        let values = [
            nearest.len().to_string(),
            lived(&mut nearest.iter().map(|near| near.row)).to_string(),
            said.count().to_string(),
        ];
        return language.fill(words::NEAR, &values);
    }
    let count = same.len();
    let alive = lived(&mut same.iter().copied());
    // Where only age and sex count, they say who these people are.
    let by_age_and_sex = what_if::fields(app.core.run().encoder()) == [Attribute::Age, Attribute::Sex];
    let age = what_if.person.age.filter(|&age| {
        let mut same = same.iter();
        by_age_and_sex && same.all(|&row| app.core.list.passenger(row).age == Some(age))
    });
    let woman = what_if.person.sex == Sex::Female;
    match (age, count) {
        (None, 1) => {
            let was = fate(app, app.core.list.passenger(same[0]).survived).to_owned();
            language.fill(words::SAME_ONE, &[was, says])
        }
        (None, _) => {
            let values = [count.to_string(), alive.to_string(), says];
            language.fill(words::SAME, &values)
        }
        (Some(age), 1) => {
            let word = if woman { words::ONE_WOMAN } else { words::ONE_MAN };
            let was = fate(app, app.core.list.passenger(same[0]).survived).to_owned();
            language.fill(word, &[numbers::full(age), was, says])
        }
        (Some(age), _) => {
            let word = if woman { words::SAME_WOMEN } else { words::SAME_MEN };
            let values = [count.to_string(), numbers::full(age), alive.to_string(), says];
            language.fill(word, &values)
        }
    }
}
