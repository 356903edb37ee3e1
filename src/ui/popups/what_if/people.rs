//! The real people most like the person of one's own, and what became of them.

use crate::analysis::Attribute;
use crate::analysis::what_if::Reply;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::app::{App, Target};
use crate::data::{Column, Sex};
use crate::explain::words::{Word, network, what_if as words};
use crate::ui::passenger;
use crate::ui::prelude::*;

/// What became of them stands at most here, not far from who they are.
const FATES: u16 = 90;

/// What the section is called.
pub(super) const fn title(what_if: &WhatIf) -> Word {
    match what_if.person.sex {
        Sex::Female => words::LIKE_HER,
        Sex::Male => words::LIKE_HIM,
    }
}

/// Draws so many people, and what is to be said of them.
pub(super) fn draw(context: &mut Context<'_>, area: Rect, what_if: &WhatIf, rows: u16) {
    let (app, theme) = (context.app, context.theme);
    let Some(answer) = app.core.what_if_answer() else {
        return;
    };
    let columns = [Column::Id, Column::Name, Column::Sex, Column::Age, Column::Class, Column::Survived, Column::Right];
    let nearest = answer.similar.nearest.iter().take(rows.into()).enumerate();
    let people = nearest.map(|(place, neighbour)| {
        let row = neighbour.row;
        let class = app.core.list.passenger(row).class;
        let class = class.map_or_else(String::new, |class| context.fill(words::CLASS_N, &[class.to_string()]));
        let is_who = row == app.core.who;
        let mut cells = columns.map(|column| passenger::cell(app, theme, row, column));
        cells[4] = Span::styled(class, theme.muted);
        TableRow::new(cells).target(Target::PopupRow(place)).marked(is_who).cursor(is_who)
    });
    let mut widths = columns.map(passenger::column);
    // With its word.
    widths[4] = TableColumn::left(Constraint::Max(12));
    let table = Table::new(theme, widths, people);
    context.table(Rect { width: area.width.min(FATES).saturating_sub(1), ..area }, table);
    let below = area.inset().below(rows);
    let line = sentence(app, what_if, answer);
    context.text(below, text::cut(&line, below.width.into()), theme.text);
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
