//! The time bar, on every screen: state, speed, epoch, the loss as a track with the cursor on it,
//! train and test, what changed in the last step, and the notice.

mod news;
mod track;

pub use news::notice;
pub use track::{axis, history};

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::context::Context;
use super::pen::Pen;
use super::text;
use crate::app::core::playback::State;
use crate::app::{App, Target};
use crate::explain::numbers;
use crate::explain::observation;
use crate::explain::runs;
use crate::explain::words::time as words;
use crate::training::Part;

/// Cells of the state, the speed and the epoch.
const LEFT: u16 = 27;
/// Cells of a part's figures: label, loss, count, per cent.
const RIGHT: u16 = 35;

/// Cells of what is seen of the run beside the figures, where the bar is narrow.
const NEWS: usize = 20;

/// Draws the bar in as many rows as the layout gives it.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if area.height <= 2 {
        draw_narrow(context, area);
    } else {
        draw_wide(context, area);
    }
}

/// Whether the cursor *when* stands where no step has been made yet.
fn is_before_steps(app: &App) -> bool {
    app.core.run().epoch() == app.core.run().first_epoch()
}

fn state_sign(app: &App) -> &'static str {
    let word = match app.core.playback.state() {
        State::Resting => words::RESTING,
        State::Seeking(epoch) if epoch <= app.core.run().last_epoch() => words::REPLAYING,
        State::Playing | State::Seeking(_) if app.core.run().at_end() => words::TRAINING,
        State::Playing | State::Seeking(_) => words::REPLAYING,
    };
    app.core.settings.say(word)
}

fn speed(app: &App) -> String {
    match app.core.playback.speed() {
        Some(speed) => app.core.settings.language.fill(words::PER_SECOND, &[speed.to_string()]),
        None => app.core.settings.say(words::FLAT_OUT).to_owned(),
    }
}

/// ` ▮▮  5/s epoch    50`, the epoch as wide as the last one computed.
fn draw_left(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let label = context.say(words::EPOCH);
    let epoch = app.core.run().epoch().to_string();
    let playing = app.core.is_playing();
    let mut pen = Pen::new(context.buf, Rect { width: LEFT.min(area.width), height: 1, ..area });
    let end = pen.text(1, 0, state_sign(app), if playing { theme.now } else { theme.text });
    if app.core.has_past() || playing {
        let speed = speed(app);
        pen.text(end + 1, 0, &text::cut(&speed, 7), theme.muted);
    }
    let number = text::pad_left(&epoch, 7);
    pen.right(0, 0, &number, theme.now);
    let label_at = LEFT - 7 - text::width(label) as u16;
    pen.text(label_at, 0, label, theme.muted);
    context.note(Rect { width: 4, height: 1, ..area }, Target::Play);
}

/// `train 0.5292  475/600 79.17 %`, with the loss's people where there is room and they are others.
fn figures(app: &App, label: &str, part: Part, style: Style, muted: Style) -> Line<'static> {
    if part.total == 0 {
        let words = app.core.settings.say(words::NO_TEST_ROWS);
        return Line::from(vec![Span::styled(format!("{label} {words}"), muted)]);
    }
    let (correct, total) = (part.correct as usize, part.total as usize);
    let loss = if part.loss_rows == 0 { text::pad_left(numbers::MISSING, 6) } else { numbers::loss(part.loss) };
    let line = |loss: String| {
        Line::from(vec![
            Span::styled(text::pad_right(label, 7), muted),
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
    let app = context.app;
    let theme = *context.theme;
    draw_left(context, area);
    let metrics = app.core.run().metrics();
    let bold = theme.now;
    let train = figures(app, context.say(words::TRAIN), metrics.train, bold, theme.muted);
    let test = figures(app, context.say(words::TEST), metrics.test, bold, theme.muted);
    let right = area.right().saturating_sub(RIGHT + 1);
    let mut pen = Pen::new(context.buf, Rect { x: right, width: RIGHT + 1, ..area });
    pen.line(1, 0, &train);
    pen.line(1, 1, &test);

    // Second row, left: the run and how far it is computed, which the name leaves room for.
    let computed = if app.core.has_past() {
        let last = app.core.run().last_epoch().to_string();
        format!("{}{}", context.say(words::OF), text::pad_left(&last, 7))
    } else {
        String::new()
    };
    let room = usize::from(LEFT) - 2 - text::width(&computed);
    let name = name(app, room);
    let mut pen = Pen::new(context.buf, Rect { width: LEFT, ..area });
    pen.text(1, 1, &text::cut(&name, room), theme.muted);
    pen.right(1, 0, &computed, theme.muted);
    let track = Rect { x: area.x + LEFT + 2, width: right.saturating_sub(area.x + LEFT + 3), height: 2, ..area };
    track::draw(context, track);
    news::draw(context, area);
}

fn draw_narrow(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    draw_left(context, area);
    let track = Rect { x: area.x + LEFT + 1, width: area.width - LEFT - 2, height: 1, ..area };
    track::draw(context, track);
    let metrics = app.core.run().metrics();
    let label = |word| context.app.core.settings.say(word);
    let part = |name: &str, part: Part, with_people: bool| {
        if part.total == 0 {
            return format!("{name} {}", label(words::NO_TEST_ROWS));
        }
        let (correct, total) = (part.correct as usize, part.total as usize);
        let loss =
            if part.loss_rows == 0 { text::pad_left(numbers::MISSING, 5) } else { numbers::loss_short(part.loss) };
        let loss = if with_people { runs::loss_over(&loss, part) } else { loss };
        let (count, percent) = (numbers::count(correct, total), numbers::percent(correct, total));
        format!("{name} {loss} {count} {percent}")
    };
    let parts = |with_people| {
        let train = part(label(words::TR), metrics.train, with_people);
        (train, part(label(words::TE), metrics.test, with_people))
    };
    let (gained, lost) = app.core.shown().last.counts();
    let values = [(gained + lost).to_string(), gained.to_string(), lost.to_string()];
    let warning = app.core.shown().observations().first();
    let warning = warning.filter(|seen| observation::warns(seen));
    // The news in at most so many cells: what goes wrong, or who flipped.
    let flips = if is_before_steps(app) {
        [words::NO_STEP, words::NO_STEP]
    } else {
        [words::FLIPPED_SHORT, words::FLIPPED_SHORTEST]
    };
    let flips = flips.map(|word| app.core.settings.language.fill(word, &values));
    let news = |room: usize| {
        if let Some(seen) = warning {
            return (news::short(app, seen, room), theme.notice);
        }
        let fits = |flips: &&String| text::width(flips) <= room;
        let shown = flips.iter().find(fits).unwrap_or(&flips[1]);
        (shown.clone(), theme.muted)
    };
    let room = |(train, test): &(String, String)| {
        let used = 1 + text::width(train) + 3 + text::width(test) + 2;
        usize::from(area.width).saturating_sub(used).min(NEWS)
    };
    let mut shown = parts(true);
    let (mut words, style) = news(room(&shown));
    if text::width(&words) > room(&shown) {
        shown = parts(false);
        words = news(NEWS).0;
    }
    let mut pen = Pen::new(context.buf, Rect { y: area.y + 1, height: 1, ..area });
    let x = pen.text(1, 0, &shown.0, theme.text);
    pen.text(x + 3, 0, &shown.1, theme.now);
    pen.right(0, 1, &text::cut(&words, NEWS), style);
}
