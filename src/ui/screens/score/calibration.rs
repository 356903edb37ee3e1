//! What the network said against what became of them, bin by bin: does .3 mean three in ten?

use crate::app::core::listing::fitted_top;
use crate::app::screens::score::Board;
use crate::app::{Panel, ScorePanel, ScoreTarget};
use ratatui::layout::Rect;

use super::rows;
use crate::analysis::score::{BINS, Bin, bin_ends};
use crate::explain::numbers;
use crate::explain::words::score as words;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// Cells before the picture: bin, mean p, people, those who lived and their share.
const FIGURES: u16 = 36;

/// The border: what the glyphs mean, and over whom.
pub fn frame<'a>(context: &Context<'a>, board: &Board) -> Frame<'a> {
    let asked = rows::asked(context, board);
    Frame::new(context.theme, context.say(words::CALIBRATION)).info(context.fill(words::CALIBRATION_KEY, &[asked]))
}

/// Rows that show every bin without scrolling, with borders.
pub const HEIGHT: u16 = BINS as u16 + 3;

/// A line for each tenth of p: those without people keep their place, so that none moves while time
/// plays.
pub fn draw(context: &mut Context<'_>, board: &Board, area: Rect) {
    let inner = Frame::inner(area);
    let theme = *context.theme;
    let score = &context.app.screens.score;
    let bins = score.part(&board.calibration);
    if bins.iter().all(Option::is_none) {
        let words = context.say(words::NOBODY_ASKED);
        context.pen(inner).text(1, 0, words, theme.muted);
        return;
    }
    let plot = Rect { x: inner.x + FIGURES.min(inner.width), width: inner.width.saturating_sub(FIGURES + 1), ..inner };
    let heads = [
        text::pad_right("p", 8),
        text::pad_left(context.say(words::HEAD_SAID), 6),
        text::pad_left(context.say(words::HEAD_PEOPLE), 7),
        text::pad_left(context.say(words::HEAD_LIVED), 13),
    ];
    context.pen(inner).text(1, 0, &heads.concat(), theme.muted);
    let mut pen = context.pen(plot);
    pen.text(0, 0, "0", theme.muted);
    pen.right(0, 0, "1", theme.muted);
    let page = usize::from(inner.height.saturating_sub(1));
    let top = fitted_top(0, score.bin, page, BINS);
    context.hits.set_page(ScorePanel::Calibration, page);
    for (row, (at, bin)) in bins.iter().enumerate().skip(top).take(page).enumerate() {
        let y = row as u16 + 1;
        draw_ends(context, inner, y, at);
        if let Some(bin) = bin {
            draw_bin(context, inner, plot, y, bin);
        } else {
            let nobody = text::pad_left("0", 7);
            context.pen(inner).text(15, y, &nobody, theme.muted);
        }
        let line = Rect { y: inner.y + y, height: 1, ..inner };
        context.note(line, ScoreTarget::Bin(at));
        if at == score.bin && context.app.core.focus() == Panel::Score(ScorePanel::Calibration) {
            let style = context.theme.cursor;
            let mut pen = context.pen(inner);
            pen.text(0, y, "▸", style);
            pen.restyle(0, y, FIGURES.min(inner.width), style);
        }
    }
}

/// The p's a bin lies between.
fn draw_ends(context: &mut Context<'_>, inner: Rect, y: u16, bin: usize) {
    let style = context.theme.muted;
    let (from, to) = bin_ends(bin);
    let [from, to] = [from, to].map(|end| numbers::decimal(end, 1));
    context.pen(inner).text(1, y, &format!("{from}–{to}"), style);
}

fn draw_bin(context: &mut Context<'_>, inner: Rect, plot: Rect, y: u16, bin: &Bin) {
    let theme = *context.theme;
    let percent = numbers::percent(bin.lived as usize, bin.people as usize);
    let [low, high] = bin.wilson;
    let mut pen = context.pen(inner);
    pen.text(9, y, &numbers::fixed(bin.said, 3, 6), theme.text);
    pen.text(15, y, &format!("{:>7}", bin.people), theme.text);
    pen.text(22, y, &format!("{:>5} {percent}", bin.lived), theme.text);
    if plot.width < 8 {
        return;
    }
    let column = |share: f64| (share * f64::from(plot.width - 1)).round() as u16;
    let mut pen = context.pen(plot);
    for x in column(low)..=column(high) {
        pen.text(x, y, "─", theme.muted);
    }
    pen.text(column(bin.said), y, "┃", theme.now);
    pen.text(column(bin.share()), y, "●", theme.text);
}
