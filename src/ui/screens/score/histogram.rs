//! How many people were given which p: those who lived above, those who died below, the threshold
//! between.

use ratatui::widgets::Sparkline;

use super::rows;
use crate::analysis::score::histogram;
use crate::app::ScoreTarget;
use crate::explain::words::score as words;
use crate::ui::prelude::*;

/// Numbers of bins over 0…1, the finest first; tenths are edges of all of them.
const BINS: [u16; 4] = [50, 40, 20, 10];

/// The border: over whom.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    Frame::new(context.theme, context.say(words::HISTOGRAM)).info(rows::asked(context, rows::board(context)))
}

/// Both bands, the axis, and what a column's height means.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let score = &context.app.screens.score;
    let answers = score.part(&rows::board(context).answers);
    let names = [words::LIVED, words::ROWS_DIED].map(|word| context.say(word));
    let gutter = names.map(text::width).into_iter().max().unwrap_or(0) as u16 + 2;
    // One column more than the bins take is kept for a threshold of one, one for half of the last label.
    let room = inner.width.saturating_sub(gutter + 4);
    // Of those that fill the panel best, the finest.
    let Some(bins) = BINS.into_iter().rev().max_by_key(|&bins| room / bins * bins) else {
        return;
    };
    let cells = room / bins;
    let counts = histogram(answers, bins.into());
    let highest = counts.iter().map(|&(died, lived)| died.max(lived)).max().unwrap_or(0);
    if highest == 0 || cells == 0 || inner.height < 4 {
        return context.text(inner.inset(), context.say(words::NOBODY_ASKED), theme.muted);
    }
    let bands = inner.height - 2;
    let (died, lived): (Vec<u32>, Vec<u32>) = counts.into_iter().unzip();
    let upper = bands.div_ceil(2);
    let plot = Rect { x: inner.x + gutter + 1, width: bins * cells + 1, height: bands, ..inner };
    let cut_at = (score.threshold() * f64::from(bins)).round() as u16;
    let parts = [(&lived, 0, upper, theme.lived, names[0]), (&died, upper, bands - upper, theme.died, names[1])];
    for (counts, top, height, style, name) in parts {
        draw_band(context, Rect { height, ..plot.below(top) }, counts, (highest, cells), style);
        context.text(inner.from(1).below(top + height - 1), name, style);
        if height > 1 {
            let people = text::pad_left(&counts.iter().sum::<u32>().to_string(), text::width(name));
            context.text(inner.from(1).below(top + height - 2), people, theme.muted);
        }
    }
    // Behind the first column of those that are said to have lived: no column gives way to it, so that all stand alike.
    for row in plot.from(cut_at * cells).rows() {
        if context.buf[(row.x, row.y)].symbol() == " " {
            context.text(row, "┃", theme.now);
        }
    }
    // Ticks as far apart as labels need, all equally far, each in the middle of its label.
    let axis = Rect { x: plot.x - 1, y: plot.bottom(), width: plot.width + 3, height: 1 };
    let tenth = bins / 10 * cells;
    let step = [1_u8, 2, 5].into_iter().find(|&step| tenth * u16::from(step) >= 5);
    for at in (0..=10).step_by(step.unwrap_or(10).into()) {
        let bin = at * (bins / 10);
        context.text(axis.from(bin * cells), numbers::decimal(f64::from(at) / 10.0, 1), theme.muted);
    }
    let width = numbers::full(1.0 / f64::from(bins));
    let words = context.fill(words::TALLEST, &[highest.to_string(), width]);
    context.text(inner.from(1).below(bands + 1), words, theme.muted);
    context.note(Rect { height: bands + 1, ..plot }, ScoreTarget::Cut);
}

/// Columns growing up from the lower edge of a band.
fn draw_band(context: &mut Context<'_>, band: Rect, counts: &[u32], (highest, cells): (u32, u16), style: Style) {
    let most = u64::from(band.height) * 8;
    // Whoever is there is seen: the least column is one person at least.
    let heights = counts.iter().map(|&count| (u64::from(count) * most).div_ceil(highest.into()));
    let columns: Vec<u64> = heights.flat_map(|height| std::iter::repeat_n(height, cells.into())).collect();
    context.draw(Sparkline::default().data(&columns).max(most).style(style), band);
}
