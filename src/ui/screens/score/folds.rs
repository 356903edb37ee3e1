//! Cross-validation of the run on the screen: its folds, each judged by a network that never saw it, and how much they
//! differ.

use crate::analysis::cross_validation::Fold;
use crate::analysis::{CrossValidation, Spread};
use crate::app::App;
use crate::app::screens::score::FOLDS;
use crate::data::number::defined;
use crate::explain::words::folds as words;
use crate::ui::prelude::*;
use crate::ui::widgets::rail::{PLAIN, rail};

/// The shares of right answers at the ends of the axis, in per cent.
const AXIS: (f64, f64) = (50.0, 100.0);
/// Cells of a fold's number, its right answers, their share and its loss.
const COLUMNS: [u16; 4] = [5, 9, 8, 7];

/// Rows that show every fold and their mean, with borders.
pub(super) const HEIGHT: u16 = FOLDS as u16 + 4;

/// The border of the panel.
pub fn frame<'a>(context: &Context<'a>, _: Rect) -> Frame<'a> {
    let (core, job) = (&context.app.core, &context.app.screens.score.folds);
    let frame = Frame::new(context.theme, context.say(words::TITLE));
    let is_done = job.begun().is_some_and(|(_, folds)| folds.is_done());
    let footer = match (job.is_running(), job.is_of(core.run())) {
        (true, _) => context.say(words::STOPS).to_owned(),
        (false, true) if is_done => String::new(),
        (false, true) => context.say(words::GOES_ON).to_owned(),
        (false, false) if core.run().epoch() == 0 => String::new(),
        (false, false) => context.fill(words::STARTS, &[core.run_name(), numbers::whole(core.run().epoch())]),
    };
    let frame = if footer.is_empty() { frame } else { frame.footer(footer) };
    match job.begun() {
        Some((name, folds)) => {
            let numbers = [folds.epochs(), folds.judged().len() as u64, folds.count() as u64];
            let [epochs, judged, all] = numbers.map(|number| number.to_string());
            frame.info(context.fill(words::PROGRESS, &[name.clone(), epochs, judged, all]))
        }
        None => frame,
    }
}

/// A row for each fold that is judged, how much they differ, and what all this is, as far as there is room.
pub fn draw(context: &mut Context<'_>, inner: Rect) {
    let theme = context.theme;
    let mut rest = inner.inset();
    if let Some((_, folds)) = context.app.screens.score.folds.begun() {
        let cells = rest.width.saturating_sub(1 + COLUMNS.iter().map(|cells| cells + 1).sum::<u16>());
        let shown = folds.judged().len().min(usize::from(rest.height).saturating_sub(2));
        let above = folds.judged().len() - shown;
        table(context, inner.less(1), folds, (above, cells));
        if above > 0 {
            context.text_at_right(inner, format!("↑{above}"), theme.muted);
        }
        rest = rest.below(1 + shown as u16);
        for (line, style) in summary(context, folds).into_iter().map(|line| (line, theme.text)) {
            context.text(rest, text::cut(&line, rest.width.into()), style);
            rest = rest.below(1);
        }
    }
    for sentence in about(context.app) {
        if text::wrap(&sentence, rest.width.into()).len() <= rest.height.into() {
            rest = rest.below(context.paragraph(rest, &sentence, theme.muted));
        }
    }
}

/// The folds from one of them on.
fn table(context: &mut Context<'_>, area: Rect, folds: &CrossValidation, (first, cells): (usize, u16)) {
    let theme = context.theme;
    let heads = [words::FOLD, words::RIGHT, words::SHARE, words::LOSS].map(|word| context.say(word));
    let heading = |words: String| Span::styled(words, theme.heading);
    let columns = heads.into_iter().zip(COLUMNS).map(|(head, cells)| {
        TableColumn::left(Constraint::Length(cells)).head(heading(text::pad_left(head, cells.into())))
    });
    let [from, to] = [AXIS.0, AXIS.1].map(|end| heading(format!("{end:.0}%")));
    let axis = if cells < 8 { Line::default() } else { text::at_ends(from, to, cells) };
    let columns = columns.chain([TableColumn::left(Constraint::Fill(1)).head(axis)]);
    let mean = folds.accuracy().map(|spread| spread.mean);
    let rows = folds.judged().iter().enumerate().skip(first);
    let rows: Vec<_> = rows.map(|(at, fold)| row(context, (at, fold), folds.epochs(), (mean, cells))).collect();
    context.table(area, Table::new(theme, columns, rows).stripe(1));
}

/// One fold; what lies between it and the mean of all is a line.
fn row<'a>(
    context: &Context<'a>,
    (at, fold): (usize, &Fold),
    epochs: u64,
    (mean, cells): (Option<f64>, u16),
) -> TableRow<'a> {
    let theme = context.theme;
    let held = &fold.held;
    let overflowed = if fold.epoch < epochs { "!" } else { "" };
    let loss = defined(held.loss).map_or_else(|| numbers::MISSING.to_owned(), numbers::loss_short);
    let [number, right, share, loss] = [
        format!("{overflowed}{}", at + 1),
        numbers::count(held.correct as usize, held.total as usize),
        numbers::percent(held.correct as usize, held.total as usize),
        loss,
    ];
    let styles = [theme.text, theme.text, theme.now, theme.text];
    let texts = [number, right, share, loss].into_iter().zip(COLUMNS).zip(styles);
    let mut row: Vec<Line<'_>> = texts
        .map(|((cell, cells), style)| Line::from(Span::styled(text::pad_left(&cell, cells.into()), style)))
        .collect();
    if let (Some(mean), Some(share), true) = (mean, held.accuracy(), cells >= 8) {
        let column = |share: f64| {
            let along = ((share * 100.0 - AXIS.0) / (AXIS.1 - AXIS.0)).clamp(0.0, 1.0);
            (along * f64::from(cells - 1)).round() as u16
        };
        let (mean, here) = (column(mean), column(share));
        let marks = [(mean, "│", theme.muted), (here, "●", theme.here)];
        row.push(rail(cells, [mean.min(here), mean.max(here)], PLAIN, theme.muted, &marks));
    }
    TableRow::new(row)
}

/// Mean, standard deviation and range of the share of right answers, and of the loss.
fn summary(context: &Context<'_>, folds: &CrossValidation) -> Vec<String> {
    let values =
        |spread: Spread, write: fn(f64) -> String| [spread.mean, spread.sd, spread.least, spread.most].map(write);
    let percent = |share: f64| numbers::decimal(100.0 * share, 2);
    let accuracy = folds.accuracy().map(|spread| context.fill(words::MEAN, &values(spread, percent)));
    let loss = folds.loss().map(|spread| context.fill(words::MEAN_LOSS, &values(spread, numbers::loss_short)));
    accuracy.into_iter().chain(loss).collect()
}

/// What is done, and of whom nothing is known while it is done.
fn about(app: &App) -> Vec<String> {
    let (core, job) = (&app.core, &app.screens.score.folds);
    let language = core.settings.language;
    let (rows, count, seed) = match job.begun() {
        Some((_, folds)) => (folds.rows(), folds.count(), folds.recipe().seed),
        None => (core.run().split().train_rows(), FOLDS, core.run().recipe().seed),
    };
    let first = job.begun().is_none() && core.run().epoch() == 0;
    let first = first.then(|| language.say(words::TRAIN_FIRST).to_owned());
    let what = language.fill(words::ABOUT, &[rows, count].map(|number| number.to_string()));
    let how = language.fill(words::BY_SEED, &[seed.to_string()]);
    first.into_iter().chain([what, how]).collect()
}
