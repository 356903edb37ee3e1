//! The handout as Markdown, to be changed before it is printed; the drawings stand in it as HTML allows.

use std::fmt::Write as _;

use super::Handout;
use crate::explain::handout::{SheetBlock, SheetCell};
use crate::explain::words::handout as words;

/// Where something is to be written.
const BLANK: &str = "\\_\\_\\_\\_\\_\\_";

/// The whole text.
pub(super) fn written(handout: &Handout) -> String {
    let say = |word| handout.language.say(word);
    let mut text = format!("# {}\n\n{}\n\n", say(words::TITLE), escaped(&handout.about));
    let _ = writeln!(text, "{} {BLANK}{BLANK} {} {BLANK}\n", say(words::PUPIL), say(words::DATE));
    for block in &handout.blocks {
        put(&mut text, handout, block, false);
    }
    if let Some(line) = &handout.line {
        let _ = writeln!(text, "{}\n\n    {line}\n", say(words::SAME));
    }
    let _ = writeln!(text, "---\n\n# {}\n\n{}\n", say(words::ANSWERS), say(words::DIGITS));
    for block in handout.answers() {
        put(&mut text, handout, block, true);
    }
    text
}

/// Writes a part, with the answers or with blanks.
fn put(text: &mut String, handout: &Handout, block: &SheetBlock, told: bool) {
    let cell = |cell: &SheetCell| match cell {
        SheetCell::Given(text) => escaped(text),
        SheetCell::Asked(text) if told => format!("**{}**", escaped(text)),
        SheetCell::Asked(_) => BLANK.to_owned(),
    };
    let _ = match block {
        SheetBlock::Heading(heading) => writeln!(text, "## {}\n", escaped(heading)),
        SheetBlock::Text(words) => writeln!(text, "{}\n", escaped(words)),
        SheetBlock::Line(cells) => writeln!(text, "{}\n", cells.iter().map(cell).collect::<String>()),
        SheetBlock::Table(heads, rows) => {
            let columns = rows.first().map_or(0, Vec::len);
            let heads = (0..columns).map(|at| heads.get(at).map_or_else(String::new, |head| escaped(head)));
            let _ = writeln!(text, "| {} |", heads.collect::<Vec<_>>().join(" | "));
            let _ = writeln!(text, "|---|{}", "---:|".repeat(columns.saturating_sub(1)));
            for row in rows {
                let _ = writeln!(text, "| {} |", row.iter().map(cell).collect::<Vec<_>>().join(" | "));
            }
            writeln!(text)
        }
        SheetBlock::Picture(picture) => writeln!(text, "{}", handout.drawing(*picture)),
    };
}

/// Text that cannot be taken for markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        if "\\`*_|<>[]#".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
