//! The columns: which are shown, and what each holds over the people listed.

use ratatui::layout::Rect;

use crate::app::Target;
use crate::data::{Column, ColumnStats};
use crate::explain::numbers;
use crate::explain::words::list as words;
use crate::ui::context::Context;
use crate::ui::{describe, text};

/// Cells of the list of columns.
const NAMES: u16 = 20;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let title = context.say(words::COLUMNS_TITLE);
    let footer = context.say(words::COLUMNS_KEYS);
    let size = (78, Column::ALL.len() as u16 + 2);
    let inside = super::open(context, area, size, title, footer);
    draw_names(context, Rect { width: NAMES, ..inside });
    let rest = Rect { x: inside.x + NAMES, width: inside.width.saturating_sub(NAMES), ..inside };
    draw_statistics(context, rest);
}

fn draw_names(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    // Those of this frame: the list behind is drawn already.
    let shown = context.hits.columns().to_vec();
    for (index, column) in Column::ALL.iter().copied().enumerate() {
        let y = index as u16;
        let on = shown.contains(&column);
        let mark = if on { "[x]" } else { "[ ]" };
        let mut pen = context.pen(area);
        let end = pen.text(1, y, mark, if on { theme.now } else { theme.muted });
        pen.text(end + 1, y, column.header(), theme.text);
        if column == app.core.listing.column {
            pen.restyle(0, y, area.width - 1, theme.cursor);
        }
        let row = Rect { y: area.y + y, height: 1, ..area };
        context.note(row, Target::OverlayRow(index));
    }
}

fn draw_statistics(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let column = app.core.listing.column;
    let facts = app.core.shown().facts(app.core.run().train_rows());
    let stats = ColumnStats::of(&app.core.list, column, &facts, app.core.view.rows());
    let values = [column.header().to_owned(), app.core.view.rows().len().to_string()];
    let heading = context.fill(words::STATS_OF, &values);
    let language = app.core.settings.language;
    let mut pen = context.pen(area);
    let x = pen.text(1, 0, &heading, theme.heading) + 2;
    let filter = describe::filter_in(app, usize::from(area.width.saturating_sub(x + 1)));
    pen.text(x, 0, &filter, theme.now);
    let counts = [(words::KNOWN, stats.count), (words::MISSING, stats.missing), (words::DISTINCT, stats.distinct)];
    let mut x = 1;
    for (word, count) in counts {
        x = pen.text(x, 1, &format!("{} ", language.say(word)), theme.muted);
        x = pen.text(x, 1, &count.to_string(), theme.text) + 3;
    }
    if stats.count == 0 {
        pen.text(1, 3, language.say(words::ALL_MISSING), theme.muted);
        return;
    }
    if stats.numeric.is_none() && stats.distinct == stats.count {
        pen.text(1, 3, language.say(words::ALL_DIFFERENT), theme.muted);
        return;
    }
    let width = usize::from(area.width);
    let bar = |count: usize, most: usize| {
        let room = width.saturating_sub(32);
        // Whoever is there is seen.
        let cells = (count * room).div_ceil(most.max(1));
        "█".repeat(cells)
    };
    if let Some(numbers) = &stats.numeric {
        let short = |value| numbers::compact(value, 7);
        let range = format!("{}…{}", short(numbers.min), short(numbers.max));
        let figures = [
            [(words::MEAN, short(numbers.mean)), (words::SD, short(numbers.sd))],
            [(words::MEDIAN, short(numbers.median)), (words::RANGE, range)],
        ];
        for (y, figures) in (2..).zip(figures) {
            let mut x = 1;
            for (word, value) in figures {
                x = pen.text(x, y, &format!("{} ", language.say(word)), theme.muted);
                x = pen.text(x, y, &value, theme.text) + 3;
            }
            if y == 2 {
                let known = [stats.count.to_string()];
                pen.text(x, y, &language.fill(words::OF_KNOWN, &known), theme.muted);
            }
        }
        let most = numbers.histogram.iter().map(|&(_, _, count)| count).max().unwrap_or(1);
        for (index, &(from, to, count)) in numbers.histogram.iter().enumerate() {
            let y = 4 + index as u16;
            let bin = format!("{}…{}", numbers::compact(from, 7), numbers::compact(to, 7));
            pen.text(1, y, &text::pad_left(&bin, 16), theme.muted);
            pen.text(18, y, &text::pad_left(&count.to_string(), 5), theme.text);
            pen.text(24, y, &bar(count, most), theme.curve);
        }
    } else {
        let most = stats.top.iter().map(|&(_, count)| count).max().unwrap_or(1);
        for (index, (value, count)) in stats.top.iter().enumerate() {
            let y = 3 + index as u16;
            pen.text(1, y, &text::pad_left(&text::cut(value, 16), 16), theme.text);
            pen.text(18, y, &text::pad_left(&count.to_string(), 5), theme.text);
            pen.text(24, y, &bar(*count, most), theme.curve);
        }
    }
}
