//! A prediction as plain text, to be copied elsewhere: ASCII minus, full precision.

use std::fmt::Write as _;

use crate::app::Core;
use crate::app::core::what_if;
use crate::app::core::what_if::WhatIf;
use crate::data::number::exact;
use crate::data::{Column, cell_text};
use crate::explain::prediction::copied;

const fn fate(lived: bool) -> &'static str {
    if lived { "lived" } else { "died" }
}

/// The selected passenger's prediction, every sum with its terms.
pub(super) fn prediction(core: &Core) -> String {
    let passenger = core.passenger();
    let mut text = format!("{}\n", passenger.name);
    let run = core.run();
    let Some(trace) = core.trace() else {
        text.push_str("no age: this recipe gives no sum and counts them as died\n");
        return text;
    };
    text += &copied(run, &trace);
    let was = passenger.survived.map_or("not known", fate);
    let _ = writeln!(text, "says: {}; was: {was}", fate(core.shown().row(core.who).said));
    text
}

/// What the network says of the person of one's own, every sum with its terms, and the least change
/// that flips it.
pub(super) fn what_if(core: &Core, what_if: &WhatIf) -> String {
    let run = core.run();
    let mut text = String::from("a person of one's own");
    for attribute in what_if::fields(run.encoder()) {
        let value = what_if.value(attribute);
        let value = value.map_or_else(|| "not known".to_owned(), exact);
        let _ = write!(text, ", {} {value}", attribute.column().header());
    }
    text.push('\n');
    let Some(answer) = core.what_if_answer() else {
        return text;
    };
    if let Some(trace) = &answer.trace {
        text += &copied(run, trace);
    }
    let _ = writeln!(text, "says: {}", fate(answer.says));
    match answer.nearest() {
        None => text.push_str("no single change flips it\n"),
        Some((attribute, flip)) => {
            let _ = write!(
                text,
                "nearest flip: {} {}, p = {}",
                attribute.column().header(),
                exact(flip.shown),
                exact(flip.p)
            );
            if let Some(fence) = flip.fence {
                let _ = write!(text, " (it flips at {fence})");
            }
            text.push('\n');
        }
    }
    text
}

/// The selected passenger's row with the names of its columns, one a line.
pub(super) fn person(core: &Core) -> String {
    let mut text = String::new();
    for &column in Column::ALL {
        let value = cell_text(&core.list, core.who, column, core.shown().live());
        let _ = writeln!(text, "{}: {value}", column.key());
    }
    text
}
