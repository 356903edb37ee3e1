//! The time bar, on every screen: state, speed, epoch, the loss as a track with the cursor on it,
//! train and test, what changed in the last step, and the notice.

mod news;
mod track;

pub(super) use news::notice;

use crate::app::core::playback::PlayState;
use crate::app::{App, Target};
use crate::explain::observation;
use crate::explain::runs;
use crate::explain::words::time as words;
use crate::training::Part;
use crate::ui::prelude::*;

/// Cells of the state, the speed and the epoch.
const LEFT: u16 = 27;
/// Cells of a part's figures at least: label, loss, count, per cent.
const RIGHT: u16 = 40;

/// Cells of what is seen of the run beside the figures, where the bar is narrow.
const NEWS: usize = 20;

/// How a loss is written.
type Write = fn(f64) -> String;

/// Draws the bar in as many rows as the layout gives it.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if area.height <= 2 {
        draw_narrow(context, area);
    } else {
        draw_wide(context, area);
    }
}

fn state_sign(app: &App) -> &'static str {
    let word = match app.core.playback.state() {
        PlayState::Resting => words::RESTING,
        PlayState::Seeking(epoch) if epoch <= app.core.run().last_epoch() => words::REPLAYING,
        PlayState::Playing | PlayState::Seeking(_) if app.core.run().at_end() => words::TRAINING,
        PlayState::Playing | PlayState::Seeking(_) => words::REPLAYING,
    };
    app.core.settings.say(word)
}

fn speed(app: &App) -> String {
    match app.core.playback.speed() {
        Some(speed) => app.core.settings.fill(words::PER_SECOND, &[speed.to_string()]),
        None => app.core.settings.say(words::FLAT_OUT).to_owned(),
    }
}

/// ` ▮▮  5/s epoch    50`, the epoch as wide as the last one computed.
fn draw_left(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let area = Rect { width: LEFT.min(area.width), ..area.row(0) };
    let playing = app.core.is_playing();
    let mut line = Line::from(Span::styled(state_sign(app), if playing { theme.now } else { theme.text }));
    if app.core.has_past() || playing {
        line.push_span(Span::styled(format!(" {}", text::cut(&speed(app), 7)), theme.muted));
    }
    context.line(area.from(1), line);
    let epoch = Span::styled(epoch_field(app.core.run().epoch()), theme.now);
    let label = Span::styled(context.say(words::EPOCH), theme.muted);
    let at = area.from(LEFT - (label.width() + epoch.width()) as u16);
    context.line(at, Line::from_iter([label, epoch]));
    context.note(Rect { width: 4, ..area }, Target::Play);
}

/// An epoch in its field, a blank before it at the least.
fn epoch_field(epoch: u64) -> String {
    format!("{:>7}", format!(" {}", numbers::whole(epoch)))
}

/// `train  loss 0.5292  475/600 79.17 %`, with the loss's people where there is room and they are others.
fn figures(app: &App, label: &str, part: Part, style: Style, muted: Style) -> Line<'static> {
    if part.total == 0 {
        let words = app.core.settings.say(words::NO_TEST_ROWS);
        return Line::from(vec![Span::styled(format!("{label} {words}"), muted)]);
    }
    let (correct, total) = (part.correct as usize, part.total as usize);
    let loss = if part.loss_rows == 0 { text::pad_left(numbers::MISSING, 6) } else { numbers::loss(part.loss) };
    let line = |loss: String| {
        Line::from(vec![
            Span::styled(format!("{}{} ", text::pad_right(label, 7), app.core.settings.say(words::LOSS)), muted),
            Span::styled(loss, style),
            Span::raw("  "),
            Span::styled(numbers::count(correct, total), style),
            Span::raw(" "),
            Span::styled(numbers::percent(correct, total), style),
        ])
    };
    let with_people = line(runs::loss_over(&loss, part));
    if text::line_width(&with_people) <= usize::from(RIGHT) { with_people } else { line(loss) }
}

/// The run's name, the longest that fits into `room` cells.
fn name(app: &App, room: usize) -> String {
    if app.core.is_published() && !app.core.runs.active().named {
        let long = app.core.settings.say(words::PUBLISHED_WEIGHTS);
        if text::width(long) <= room {
            return long.to_owned();
        }
    }
    let long = app.core.run_name();
    if text::width(&long) <= room {
        return long;
    }
    app.core.name_of(app.core.runs.active_index())
}

fn draw_wide(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    draw_left(context, area);
    let metrics = app.core.run().metrics();
    let parts = [(words::TRAIN, metrics.train), (words::TEST, metrics.test)];
    let parts = parts.map(|(word, part)| figures(app, context.say(word), part, theme.now, theme.muted));
    // Counts of a very large list take more cells.
    let cells = parts.iter().map(|part| text::line_width(part) as u16).fold(RIGHT, u16::max);
    let right = area.from(area.width.saturating_sub(cells));
    context.lines(right, parts);

    // Second row, left: the run and how far it is computed, which the name leaves room for.
    let computed = if app.core.has_past() {
        format!("{}{}", context.say(words::OF), epoch_field(app.core.run().last_epoch()))
    } else {
        String::new()
    };
    let left = Rect { width: LEFT, ..area.below(1) };
    let room = usize::from(LEFT) - 2 - text::width(&computed);
    context.text(left.from(1), text::cut(&name(app, room), room), theme.muted);
    context.text_at_right(left, computed, theme.muted);
    let track = area.from(LEFT + 2).less(cells + 2);
    track::draw(context, Rect { height: 2, ..track });
    news::draw(context, area);
}

fn draw_narrow(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    draw_left(context, area);
    track::draw(context, Rect { height: 1, ..area.from(LEFT + 1).less(1) });
    let metrics = app.core.run().metrics();
    let part = |name, part: Part, (with_people, write): (bool, Write)| {
        let name = context.say(name);
        if part.total == 0 {
            return format!("{name} {}", context.say(words::NO_TEST_ROWS));
        }
        let (correct, total) = (part.correct as usize, part.total as usize);
        let loss = if part.loss_rows == 0 { text::pad_left(numbers::MISSING, 5) } else { write(part.loss) };
        let loss = if with_people { runs::loss_over(&loss, part) } else { loss };
        let (count, percent) = (numbers::count(correct, total), numbers::percent(correct, total));
        format!("{name} {loss} {count} {percent}")
    };
    let parts = |form| {
        let train = Span::styled(part(words::TR, metrics.train, form), theme.text);
        let test = Span::styled(part(words::TE, metrics.test, form), theme.now);
        Line::from_iter([train, Span::raw("   "), test])
    };
    let (gained, lost) = app.core.shown().last.counts();
    let values = [gained + lost, gained, lost].map(|count| count.to_string());
    let warning = app.core.shown().observations().first().filter(|seen| observation::warns(seen));
    // The news in at most so many cells: what goes wrong, or who flipped.
    let flips = if news::is_before_steps(app) {
        [context.say(words::NO_STEP).to_owned(), String::new()]
    } else {
        [words::FLIPPED_SHORT, words::FLIPPED_SHORTEST].map(|word| context.fill(word, &values))
    };
    let news = |room: usize| {
        if let Some(seen) = warning {
            return Span::styled(news::short(app, seen, room), theme.notice);
        }
        let [long, short] = &flips;
        Span::styled(if text::width(long) <= room { long } else { short }.clone(), theme.muted)
    };
    let area = area.inset().below(1);
    let room = |line: &Line<'_>| usize::from(area.width).saturating_sub(text::line_width(line) + 1).min(NEWS);
    // A great loss with the digits it has elsewhere, where they leave the news its room.
    let digits: Write = |loss| if loss < 1.0 { numbers::loss_short(loss) } else { numbers::loss(loss) };
    let forms = [(true, digits), (true, numbers::loss_short as Write)].map(parts);
    let fitting = forms.into_iter().map(|line| (news(room(&line)), line));
    let fitting = fitting.into_iter().find(|(words, line)| text::width(&words.content) <= room(line));
    let (words, line) = fitting.unwrap_or_else(|| (news(NEWS), parts((false, numbers::loss_short))));
    context.line(area, line);
    context.text_at_right(area, text::cut(&words.content, NEWS), words.style);
}
