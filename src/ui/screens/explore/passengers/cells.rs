//! One cell of the list: its text, padded to the column, and its colour.

use ratatui::style::Style;

use crate::app::App;
use crate::data::Column;
use crate::explain::numbers::{self, MISSING};
use crate::explain::words::{network, people};
use crate::ui::text;
use crate::ui::theme::Theme;

/// What stands in a cell.
pub struct Cell {
    /// Exactly as wide as the column.
    pub text: String,
    /// Its colour.
    pub style: Style,
}

/// Whether a column is right-aligned.
pub const fn is_number(column: Column) -> bool {
    matches!(
        column,
        Column::Id
            | Column::Age
            | Column::Class
            | Column::SibSp
            | Column::Parch
            | Column::Fare
            | Column::Z
            | Column::P
            | Column::Loss
    )
}

/// The cell of `row` in `column`, `width` cells wide.
pub fn cell(app: &App, theme: &Theme, row: usize, column: Column, width: usize) -> Cell {
    let person = app.core.list.passenger(row);
    let live = app.core.shown().row(row);
    let say = |word| app.core.settings.say(word);
    let fate = |lived: bool| {
        if lived { (say(network::LIVED), theme.lived) } else { (say(network::DIED), theme.died) }
    };
    let whole = |value: Option<u32>| value.map_or(MISSING.to_owned(), |value| value.to_string());
    let plain = |text: String| (text, theme.text);
    let (content, style) = match column {
        Column::Id => (person.id.to_string(), theme.muted),
        Column::Name => plain(person.name.to_owned()),
        Column::Sex => plain(say(people::letter(person.sex)).to_owned()),
        Column::Age => plain(person.age.map_or(MISSING.to_owned(), numbers::full)),
        Column::Class => plain(person.class.map_or(MISSING.to_owned(), |class| class.to_string())),
        Column::SibSp => plain(whole(person.siblings_spouses)),
        Column::Parch => plain(whole(person.parents_children)),
        Column::Ticket => plain(or_missing(person.ticket)),
        Column::Fare => plain(person.fare.map_or(MISSING.to_owned(), |fare| numbers::fixed(fare, 2, width))),
        Column::Cabin => plain(or_missing(person.cabin.unwrap_or_default())),
        Column::Embarked => plain(person.port.map_or(MISSING.to_owned(), |port| port.letter().to_string())),
        Column::Z => plain(live.z.map_or(MISSING.to_owned(), |z| numbers::fixed(z, 4, width))),
        Column::P => plain(live.p.map_or(MISSING.to_owned(), |p| numbers::probability(p, 4))),
        Column::Said => {
            let (word, style) = fate(live.said);
            // No number stands behind this answer; the foot of the list says why.
            let star = if live.p.is_none() { "*" } else { "" };
            (format!("{word}{star}"), style)
        }
        Column::Survived => match person.survived {
            Some(lived) => {
                let (word, style) = fate(lived);
                (word.to_owned(), style)
            }
            None => (MISSING.to_owned(), theme.muted),
        },
        Column::Right => {
            if person.survived.is_none() {
                (String::new(), theme.muted)
            } else if live.right {
                ("✓".to_owned(), theme.right)
            } else {
                ("✗".to_owned(), theme.wrong)
            }
        }
        Column::Loss => plain(live.loss.map_or(MISSING.to_owned(), |loss| numbers::fixed(loss, 4, width))),
    };
    let cut = text::cut(&content, width);
    let text = if is_number(column) { text::pad_left(&cut, width) } else { text::pad_right(&cut, width) };
    Cell { text, style }
}

fn or_missing(text: &str) -> String {
    if text.is_empty() { MISSING.to_owned() } else { text.to_owned() }
}
