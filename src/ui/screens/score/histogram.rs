//! How many people were given which p: those who lived above, those who died below, the threshold
//! between.

use crate::app::ScoreTarget;
use crate::app::screens::score::Board;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Sparkline, Widget};

use super::rows;
use crate::analysis::score::histogram;
use crate::explain::numbers;
use crate::explain::words::score as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// Numbers of bins over 0…1, the finest first; tenths are edges of all of them.
const BINS: [u16; 4] = [50, 40, 20, 10];

/// The border: over whom.
pub fn frame<'a>(context: &Context<'a>, board: &Board) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::HISTOGRAM)).info(rows::asked(context, board))
}

/// Both bands, the axis, and what a column's height means.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let score = &context.app.screens.score;
    let answers = score.part(&board.this.answers);
    let names = [words::LIVED, words::ROWS_DIED].map(|word| context.say(word));
    let gutter = names.map(text::width).into_iter().max().unwrap_or(0) as u16 + 2;
    // One column more than the bins take is kept for the threshold, one for half of the last label.
    let room = inner.width.saturating_sub(gutter + 4);
    let fills = |bins: u16| room / bins * bins;
    // Of those that fill the panel best, the finest.
    let Some(bins) = BINS.into_iter().rev().max_by_key(|&bins| fills(bins)) else {
        return;
    };
    let cells = room / bins;
    let counts = histogram(answers, bins.into());
    let highest = counts.iter().map(|&(died, lived)| died.max(lived)).max();
    let highest = highest.unwrap_or(0);
    if highest == 0 || cells == 0 || inner.height < 4 {
        let words = context.say(words::NOBODY_ASKED);
        context.pen(inner).text(1, 0, words, theme.muted);
        return;
    }
    let bands = inner.height - 2;
    let lived: Vec<u32> = counts.iter().map(|&(_, lived)| lived).collect();
    let died: Vec<u32> = counts.iter().map(|&(died, _)| died).collect();
    let upper = bands.div_ceil(2);
    let plot = Rect { x: inner.x + gutter + 1, width: bins * cells + 1, ..inner };
    let cut_at = (score.threshold() * f64::from(bins)).round() as u16;
    let parts = [(&lived, 0, upper, theme.lived, names[0]), (&died, upper, bands - upper, theme.died, names[1])];
    for (counts, top, height, style, name) in parts {
        let band = Rect { y: plot.y + top, height, ..plot };
        draw_band(context, band, counts, (highest, cells, cut_at), style);
        let mut pen = context.pen(inner);
        pen.text(1, top + height - 1, name, style);
        if height > 1 {
            let people: u32 = counts.iter().sum();
            let people = text::pad_left(&people.to_string(), text::width(name));
            pen.text(1, top + height - 2, &people, theme.muted);
        }
    }
    let mut pen = context.pen(Rect { height: bands + 1, ..plot });
    for y in 0..bands {
        pen.text(cut_at * cells, y, "┃", theme.now);
    }
    // Ticks as far apart as labels need, all equally far, each in the middle of its label.
    let mut pen = context.pen(Rect { x: plot.x - 1, y: plot.y + bands, width: plot.width + 3, height: 1 });
    let tenth = bins / 10 * cells;
    let step = [1_u8, 2, 5].into_iter().find(|&step| tenth * u16::from(step) >= 5);
    for at in (0..=10).step_by(step.unwrap_or(10).into()) {
        let label = numbers::decimal(f64::from(at) / 10.0, 1);
        let bin = at * (bins / 10);
        let x = bin * cells + u16::from(bin > cut_at);
        pen.text(x, 0, &label, theme.muted);
    }
    let width = numbers::full(1.0 / f64::from(bins));
    let words = context.fill(words::TALLEST, &[highest.to_string(), width]);
    context.pen(inner).text(1, bands + 1, &words, theme.muted);
    context.note(Rect { height: bands + 1, ..plot }, ScoreTarget::Cut);
}

/// Columns growing up from the lower edge of a band.
fn draw_band(
    context: &mut Context<'_>,
    band: Rect,
    counts: &[u32],
    (highest, cells, cut_at): (u32, u16, u16),
    style: Style,
) {
    let most = u64::from(band.height) * 8;
    // Whoever is there is seen: the least column is one person at least.
    let heights = counts.iter().map(|&count| (u64::from(count) * most).div_ceil(highest.into()));
    let columns: Vec<u64> = heights.flat_map(|height| std::iter::repeat_n(height, cells.into())).collect();
    let (below, above) = columns.split_at(usize::from(cut_at * cells).min(columns.len()));
    for (columns, x) in [(below, 0), (above, cut_at * cells + 1)] {
        let area = Rect { x: band.x + x, width: columns.len() as u16, ..band }.intersection(band);
        Sparkline::default().data(columns).max(most).style(style).render(area, context.buf);
    }
}
