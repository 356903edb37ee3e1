//! What the network said against what became of them, bin by bin: does .3 mean three in ten?

use super::rows;
use crate::analysis::score::{BINS, Bin, bin_ends};
use crate::app::ScorePanel;
use crate::app::ScoreTarget;
use crate::explain::words::score as words;
use crate::ui::prelude::*;
use crate::ui::theme::Theme;
use crate::ui::widgets::rail::{PLAIN, rail};

/// Cells of all that is no picture: bin, mean p, people, those who lived and their share, where counts have this many
/// digits at most.
const FIGURES: u16 = 37;
const DIGITS: u16 = 4;

/// The border: what the glyphs mean, and over whom.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let asked = rows::asked(context, rows::board(context));
    Frame::new(context.theme, context.say(words::CALIBRATION)).info(context.fill(words::CALIBRATION_KEY, &[asked]))
}

/// Rows that show every bin without scrolling, with borders.
pub(super) const HEIGHT: u16 = BINS as u16 + 3;

/// A line for each tenth of p: those without people keep their place, so that none moves while time
/// plays.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let score = &context.app.screens.score;
    let bins = score.part(&rows::board(context).calibration);
    if bins.iter().all(Option::is_none) {
        return context.text(inner.inset(), context.say(words::NOBODY_ASKED), theme.muted);
    }
    let more = (rows::digits(context) as u16).saturating_sub(DIGITS);
    let cells = inner.width.saturating_sub(FIGURES + 2 * more);
    let shown = context.page(ScorePanel::Calibration, score.bin, inner.height.saturating_sub(1), BINS);
    let has_keys = context.has_keys(ScorePanel::Calibration);
    let rows = shown.map(|at| {
        let is_here = at == score.bin && has_keys;
        let cells = row(theme, at, bins[at].as_ref(), cells);
        TableRow::new(cells).target(ScoreTarget::Bin(at)).marked(is_here).cursor(is_here)
    });
    let muted = |words: &str| Span::styled(words.to_owned(), theme.muted);
    let columns = [
        TableColumn::left(Constraint::Length(7)).head(muted("p")),
        TableColumn::right(Constraint::Length(6)).head(muted(context.say(words::HEAD_SAID))),
        TableColumn::right(Constraint::Length(6 + more)).head(muted(context.say(words::HEAD_PEOPLE))),
        TableColumn::right(Constraint::Length(12 + more)).head(muted(context.say(words::HEAD_LIVED))),
        TableColumn::left(Constraint::Fill(1)).head(text::at_ends(muted("0"), muted("1"), cells)),
    ];
    let table = Table::new(theme, columns, rows).stripe(4);
    context.table(inner.less(1), table);
}

fn row(theme: &Theme, at: usize, bin: Option<&Bin>, cells: u16) -> [Line<'static>; 5] {
    let (from, to) = bin_ends(at);
    let [from, to] = [from, to].map(|end| numbers::decimal(end, 1));
    let ends = Span::styled(format!("{from}–{to}"), theme.muted).into();
    let Some(bin) = bin else {
        return [ends, Line::default(), Span::styled("0", theme.muted).into(), Line::default(), Line::default()];
    };
    let percent = numbers::percent(bin.lived as usize, bin.people as usize);
    let picture = if cells < 8 {
        Line::default()
    } else {
        let column = |share: f64| (share * f64::from(cells - 1)).round() as u16;
        let marks = [(column(bin.said), "┃", theme.now), (column(bin.share()), "●", theme.text)];
        rail(cells, bin.wilson.map(column), PLAIN, theme.muted, &marks)
    };
    let figures = [numbers::fixed(bin.said, 3, 6), bin.people.to_string(), format!("{} {percent}", bin.lived)];
    let [said, people, lived] = figures.map(|figure| Span::styled(figure, theme.text).into());
    [ends, said, people, lived, picture]
}
