//! A passenger in a row: what stands in each column of the list, and its colour, the same wherever people are
//! listed.

use crate::app::App;
use crate::data::Column;
use crate::explain::numbers::{DECIMALS, MISSING, NOT_YET};
use crate::explain::words::{Word, network, people};
use crate::ui::prelude::*;
use crate::ui::theme::Theme;

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

/// A name is never cut shorter than this.
pub(super) const LEAST_NAME: usize = 12;

/// A chance in figures, `.380588`.
pub(super) const CHANCE: usize = DECIMALS + 1;
/// A sum, `−12.345678`.
const SUM: usize = DECIMALS + 4;

/// The least cells of a column under its heading and the mark of the sort.
pub fn width(app: &App, column: Column) -> usize {
    let by_language = |narrow, wide| if app.core.settings.language.is_wide() { wide } else { narrow };
    match column {
        Column::Id => (app.core.list.len().max(1).ilog10() as usize + 1).max(3),
        Column::Name => LEAST_NAME,
        Column::Sex => by_language(3, 4) + usize::from(app.core.view.sort().column == column),
        Column::P => CHANCE,
        Column::Said | Column::Survived => 5,
        Column::Age | Column::Class => by_language(4, 5),
        Column::SibSp => by_language(6, 8),
        Column::Parch | Column::Embarked => by_language(5, 4),
        Column::Ticket => 18,
        Column::Fare => 8,
        Column::Cabin => 15,
        Column::Z => SUM,
        Column::Right => 1,
        Column::Loss => 6,
    }
}

/// A column where people are listed without headings; names take what is left.
pub fn column<'a>(column: Column) -> TableColumn<'a> {
    let width = match column {
        Column::Name => Constraint::Fill(1),
        Column::Id => Constraint::Length(4),
        Column::Sex => Constraint::Max(2),
        Column::Age => Constraint::Length(5),
        Column::P => Constraint::Length(CHANCE as u16),
        Column::Right => Constraint::Length(1),
        Column::Class
        | Column::SibSp
        | Column::Parch
        | Column::Ticket
        | Column::Fare
        | Column::Cabin
        | Column::Embarked
        | Column::Z
        | Column::Said
        | Column::Survived
        | Column::Loss => Constraint::Max(12),
    };
    if is_number(column) { TableColumn::right(width) } else { TableColumn::left(width) }
}

/// Lived or died, and the look of it.
pub fn fate(theme: &Theme, lived: bool) -> (Word, Style) {
    if lived { (network::LIVED, theme.lived) } else { (network::DIED, theme.died) }
}

/// What stands in a column of a row.
pub fn cell(app: &App, theme: &Theme, row: usize, column: Column) -> Span<'static> {
    let person = app.core.list.passenger(row);
    let live = || app.core.shown().row(row);
    let say = |word| app.core.settings.say(word);
    let plain = |text: Option<String>| Span::styled(text.unwrap_or_else(|| MISSING.to_owned()), theme.text);
    let fate = |lived: bool, star| {
        let (word, style) = fate(theme, lived);
        Span::styled(format!("{}{star}", say(word)), style)
    };
    let is_withheld = match column {
        Column::Z | Column::P | Column::Said | Column::Right | Column::Loss => app.core.is_withheld(row),
        Column::Survived => app.core.hides_answer(row),
        Column::Id
        | Column::Name
        | Column::Sex
        | Column::Age
        | Column::Class
        | Column::SibSp
        | Column::Parch
        | Column::Ticket
        | Column::Fare
        | Column::Cabin
        | Column::Embarked => false,
    };
    if is_withheld {
        return Span::styled(NOT_YET, theme.muted);
    }
    let words = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    match column {
        Column::Id => Span::styled(person.id.to_string(), theme.muted),
        Column::Name => plain(Some(person.name.to_owned())),
        Column::Sex => plain(Some(say(people::letter(person.sex)).to_owned())),
        Column::Age => plain(person.age.map(numbers::full)),
        Column::Class => plain(person.class.map(|class| class.to_string())),
        Column::SibSp => plain(person.siblings_spouses.map(|count| count.to_string())),
        Column::Parch => plain(person.parents_children.map(|count| count.to_string())),
        Column::Ticket => plain(words(person.ticket)),
        Column::Fare => plain(person.fare.map(|fare| numbers::fixed(fare, 2, 8))),
        Column::Cabin => plain(words(person.cabin.unwrap_or_default())),
        Column::Embarked => plain(person.port.map(|port| port.letter().to_string())),
        Column::Z => plain(live().z.map(|z| numbers::fixed(z, DECIMALS, SUM))),
        Column::P => plain(live().p.map(numbers::chance)),
        // No number stands behind this answer; the foot of the list says why.
        Column::Said => {
            let live = live();
            fate(live.said, if live.p.is_none() { "*" } else { "" })
        }
        Column::Survived => person.survived.map_or(Span::styled(MISSING, theme.muted), |survived| fate(survived, "")),
        Column::Right => match (person.survived.is_some(), live().right) {
            (false, _) => Span::raw(""),
            (true, true) => Span::styled("✓", theme.right),
            (true, false) => Span::styled("✗", theme.wrong),
        },
        Column::Loss => plain(live().loss.map(|loss| numbers::fixed(loss, 4, 6))),
    }
}
