//! The columns: which are shown, and what each holds over the people listed.

use crate::data::{Column, ColumnStats};
use crate::explain::words::list as words;
use crate::ui::describe;
use crate::ui::prelude::*;

/// Cells of the list of columns.
const NAMES: u16 = 20;

/// Draws the popup.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let theme = context.theme;
    let frame = Frame::new(theme, context.say(words::COLUMNS_TITLE)).footer(context.say(words::COLUMNS_KEYS));
    let inside = super::parts::open(context, area, (78, Column::ALL.len() as u16 + 2), frame);
    // Those of this frame: the list behind is drawn already.
    let shown = context.hits.columns().to_vec();
    let rows = Column::ALL.iter().map(|column| {
        TableRow::new([
            super::parts::checkbox(theme, shown.contains(column)),
            Span::styled(column.header(), theme.text),
        ])
    });
    let selected = Column::ALL.iter().position(|&column| column == context.app.core.listing.column).unwrap_or(0);
    let columns = [Constraint::Length(3), Constraint::Fill(1)].map(TableColumn::left);
    super::parts::choices(context, Rect { width: NAMES, ..inside }, columns, rows, (0, selected));
    for row in inside.rows() {
        context.text(row.from(NAMES), "│", theme.border);
    }
    draw_statistics(context, inside.from(NAMES + 2));
}

/// Words and numbers in turn, some blanks apart.
fn figures(context: &Context<'_>, figures: Vec<(crate::explain::words::Word, String)>) -> Line<'static> {
    let theme = context.theme;
    let spans = figures.into_iter().flat_map(|(word, value)| {
        let label = Span::styled(format!("{} ", context.say(word)), theme.muted);
        [label, Span::styled(value, theme.text), Span::raw("   ")]
    });
    spans.collect()
}

fn draw_statistics(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let column = app.core.listing.column;
    let facts = app.core.shown().facts(app.core.run().split());
    let stats = ColumnStats::of(&app.core.list, column, &facts, app.core.view.rows());
    let values = [column.header().to_owned(), app.core.view.rows().len().to_string()];
    let heading = Span::styled(context.fill(words::STATS_OF, &values), theme.heading);
    let room = usize::from(area.width).saturating_sub(heading.width() + 3);
    let filter = Span::styled(describe::filter_in(app, room), theme.now);
    context.line(area, Line::from_iter([heading, Span::raw("  "), filter]));
    let counts = [(words::KNOWN, stats.count), (words::MISSING, stats.missing), (words::DISTINCT, stats.distinct)];
    let counts = counts.map(|(word, count)| (word, count.to_string()));
    context.line(area.below(1), figures(context, counts.to_vec()));
    if stats.count == 0 {
        return context.text(area.below(3), context.say(words::ALL_MISSING), theme.muted);
    }
    let (bars, top) = if let Some(of) = &stats.numeric {
        let short = |value| numbers::compact(value, 7);
        let range = format!("{}…{}", short(of.min), short(of.max));
        let mut line = figures(context, vec![(words::MEAN, short(of.mean)), (words::SD, short(of.sd))]);
        line.push_span(Span::styled(context.fill(words::OF_KNOWN, &[stats.count.to_string()]), theme.muted));
        context.line(area.below(2), line);
        let line = figures(context, vec![(words::MEDIAN, short(of.median)), (words::RANGE, range)]);
        context.line(area.below(3), line);
        let bins = of.histogram.iter();
        let bins = bins.map(|&(from, to, count)| (format!("{}…{}", short(from), short(to)), theme.muted, count));
        (bins.collect::<Vec<_>>(), 4)
    } else if stats.distinct == stats.count {
        return context.text(area.below(3), context.say(words::ALL_DIFFERENT), theme.muted);
    } else {
        (stats.top.iter().map(|(value, count)| (value.clone(), theme.text, *count)).collect(), 3)
    };
    let most = bars.iter().map(|&(_, _, count)| count).max().unwrap_or(1).max(1);
    let room = usize::from(area.width).saturating_sub(31);
    let rows = bars.into_iter().map(|(name, style, count)| {
        // Whoever is there is seen.
        let bar = "█".repeat((count * room).div_ceil(most));
        let count = Span::styled(count.to_string(), theme.text);
        TableRow::new([Span::styled(name, style), count, Span::styled(bar, theme.curve)])
    });
    let columns = [
        TableColumn::right(Constraint::Length(16)),
        TableColumn::right(Constraint::Length(5)),
        TableColumn::left(Constraint::Fill(1)),
    ];
    let area = Rect { x: area.x - 1, width: area.width + 1, ..area }.below(top);
    context.table(area, Table::new(theme, columns, rows));
}
