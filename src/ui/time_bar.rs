//! The time bar, on every screen: state, speed, epoch, the loss as a track with the cursor on it,
//! train and test, what changed in the last step, and the notice.

mod track;

pub use track::{axis, history};

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::context::Context;
use super::layout::VERY_WIDE;
use super::pen::Pen;
use super::{describe, numbers, observation, text};
use crate::analysis::Observation;
use crate::app::playback::State;
use crate::app::words::{diagnosis, time as words};
use crate::app::{App, Notice, Target};
use crate::training::Part;

/// Cells of the state, the speed and the epoch.
const LEFT: u16 = 27;
/// Cells of a part's figures: label, loss, count, per cent.
const RIGHT: u16 = 35;

/// Draws the bar in as many rows as the layout gives it.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    if area.height <= 2 {
        draw_narrow(context, area);
    } else {
        draw_wide(context, area);
    }
}

fn state_sign(app: &App) -> &'static str {
    let word = match app.playback.state() {
        State::Resting => words::RESTING,
        State::Seeking(epoch) if epoch <= app.run().last_epoch() => words::REPLAYING,
        State::Playing | State::Seeking(_) if app.run().at_end() => words::TRAINING,
        State::Playing | State::Seeking(_) => words::REPLAYING,
    };
    app.settings.say(word)
}

fn speed(app: &App) -> String {
    match app.playback.speed() {
        Some(speed) => app
            .settings
            .language
            .fill(words::PER_SECOND, &[speed.to_string()]),
        None => app.settings.say(words::FLAT_OUT).to_owned(),
    }
}

/// ` ▮▮  5/s epoch    50`, the epoch as wide as the last one computed.
fn draw_left(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let label = context.say(words::EPOCH);
    let epoch = app.run().epoch().to_string();
    let playing = app.is_playing();
    let mut pen = Pen::new(
        context.buf,
        Rect {
            width: LEFT.min(area.width),
            height: 1,
            ..area
        },
    );
    let end = pen.text(
        1,
        0,
        state_sign(app),
        if playing { theme.now } else { theme.text },
    );
    if app.has_past() || playing {
        let speed = speed(app);
        pen.text(end + 1, 0, &text::cut(&speed, 7), theme.muted);
    }
    let number = text::pad_left(&epoch, 7);
    pen.right(0, 0, &number, theme.now);
    let label_at = LEFT - 7 - text::width(label) as u16;
    pen.text(label_at, 0, label, theme.muted);
    context.note(
        Rect {
            width: 4,
            height: 1,
            ..area
        },
        Target::Play,
    );
}

/// `train 0.5292  475/600 79.17 %`.
fn figures(app: &App, label: &str, part: Part, style: Style, muted: Style) -> Line<'static> {
    if part.total == 0 {
        let words = app.settings.say(words::NO_TEST_ROWS);
        return Line::from(vec![Span::styled(format!("{label} {words}"), muted)]);
    }
    let (correct, total) = (part.correct as usize, part.total as usize);
    let loss = if part.loss_rows == 0 {
        text::pad_left(numbers::MISSING, 6)
    } else {
        numbers::loss(part.loss)
    };
    Line::from(vec![
        Span::styled(text::pad_right(label, 7), muted),
        Span::styled(loss, style),
        Span::raw("  "),
        Span::styled(numbers::count(correct, total), style),
        Span::raw(" "),
        Span::styled(numbers::percent(correct, total), style),
    ])
}

fn draw_wide(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    draw_left(context, area);
    let metrics = app.run().metrics();
    let bold = theme.now;
    let train = figures(
        app,
        context.say(words::TRAIN),
        metrics.train,
        bold,
        theme.muted,
    );
    let test = figures(
        app,
        context.say(words::TEST),
        metrics.test,
        bold,
        theme.muted,
    );
    let right = area.right().saturating_sub(RIGHT + 1);
    let mut pen = Pen::new(
        context.buf,
        Rect {
            x: right,
            width: RIGHT + 1,
            ..area
        },
    );
    pen.line(1, 0, &train);
    pen.line(1, 1, &test);

    // Second row, left: the run and how far it is computed.
    let name = if app.is_published() && !app.runs.active().named {
        context.say(words::PUBLISHED_WEIGHTS).to_owned()
    } else {
        app.run_name()
    };
    let mut pen = Pen::new(
        context.buf,
        Rect {
            width: LEFT,
            ..area
        },
    );
    pen.text(1, 1, &text::cut(&name, usize::from(LEFT) - 2), theme.muted);
    if app.has_past() {
        let last = app.run().last_epoch().to_string();
        let of = app.settings.say(words::OF);
        let field = text::pad_left(&last, 7);
        let words = format!("{of}{field}");
        pen.right(1, 0, &words, theme.muted);
    }
    let track = Rect {
        x: area.x + LEFT + 2,
        width: right.saturating_sub(area.x + LEFT + 3),
        height: 2,
        ..area
    };
    track::draw(context, track);
    draw_news(context, area);
}

/// The rows below the track: what changed, what is seen of the run, or a notice; right, who is counted.
fn draw_news(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let third = Rect {
        y: area.y + 2,
        height: 1,
        ..area
    };
    let people = describe::people_counted(app);
    let seen = app.shown.observations().first();
    // A run that goes wrong takes the row; one that rests, or has dead neurons, says so beside it.
    let (loud, quiet) = match seen {
        Some(seen) if observation::is_urgent(seen) => (Some(seen), None),
        seen => (None, seen),
    };
    let people = match quiet {
        Some(seen) if area.width < VERY_WIDE => short(app, seen),
        _ => people,
    };
    let people = text::cut(&people, usize::from(area.width / 2)).into_owned();
    let left_of_people = area.width - 1 - text::width(&people) as u16;
    let row = Rect {
        width: left_of_people.saturating_sub(2),
        ..third
    };
    if area.width >= VERY_WIDE {
        context.pen(third).right(0, 1, &people, theme.muted);
        draw_changes(context, row);
        let fourth = Rect {
            y: area.y + 3,
            ..third
        };
        if notice(context, fourth) {
            return;
        }
        match seen {
            Some(seen) => draw_seen(context, fourth, seen),
            None => draw_best(context, fourth),
        }
        return;
    }
    // What must be known now may take the whole row.
    let needed = sentence(app).map_or(0, |(words, _)| text::width(&words));
    if needed + 2 > usize::from(row.width) {
        notice(context, third);
        return;
    }
    context.pen(third).right(0, 1, &people, theme.muted);
    if notice(context, row) {
        return;
    }
    match loud {
        Some(seen) => draw_seen(context, row, seen),
        None => draw_changes(context, row),
    }
}

/// `! unstable · ! why`.
fn short(app: &App, seen: &Observation) -> String {
    let sign = if observation::warns(seen) { "! " } else { "" };
    let why = app.settings.say(diagnosis::WHY);
    format!("{sign}{} · {why}", observation::brief(app, seen))
}

/// What is seen of the run, with its numbers and the way to look closer.
fn draw_seen(context: &mut Context<'_>, area: Rect, seen: &Observation) {
    let theme = *context.theme;
    let warns = observation::warns(seen);
    let style = if warns { theme.notice } else { theme.text };
    let sign = if warns { "! " } else { "" };
    let why = context.say(diagnosis::WHY);
    let room = usize::from(area.width).saturating_sub(text::width(why) + 5);
    let line = format!("{sign}{}", observation::line(context.app, seen));
    let mut pen = context.pen(area);
    let x = pen.text(1, 0, &text::cut(&line, room), style);
    let x = pen.text(x, 0, " · ", theme.muted);
    pen.text(x, 0, why, theme.key);
}

fn draw_narrow(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    draw_left(context, area);
    let track = Rect {
        x: area.x + LEFT + 1,
        width: area.width - LEFT - 2,
        height: 1,
        ..area
    };
    track::draw(context, track);
    let metrics = app.run().metrics();
    let label = |word| context.app.settings.say(word);
    let part = |name: &str, part: Part| {
        if part.total == 0 {
            return format!("{name} {}", label(words::NO_TEST_ROWS));
        }
        let (correct, total) = (part.correct as usize, part.total as usize);
        let loss = if part.loss_rows == 0 {
            text::pad_left(numbers::MISSING, 5)
        } else {
            numbers::loss_short(part.loss)
        };
        let (count, percent) = (
            numbers::count(correct, total),
            numbers::percent(correct, total),
        );
        format!("{name} {loss} {count} {percent}")
    };
    let train = part(label(words::TR), metrics.train);
    let test = part(label(words::TE), metrics.test);
    let (gained, lost) = app.shown.last.counts();
    let values = [
        (gained + lost).to_string(),
        gained.to_string(),
        lost.to_string(),
    ];
    let flips = app.settings.language.fill(words::FLIPPED_SHORT, &values);
    let mut pen = Pen::new(
        context.buf,
        Rect {
            y: area.y + 1,
            height: 1,
            ..area
        },
    );
    let x = pen.text(1, 0, &train, theme.text);
    pen.text(x + 3, 0, &test, theme.now);
    match app.shown.observations().first() {
        Some(seen) if observation::warns(seen) => {
            let words = short(app, seen);
            pen.right(0, 1, &text::cut(&words, 20), theme.notice);
        }
        _ => {
            pen.right(0, 1, &flips, theme.muted);
        }
    }
}

/// What the last step, and everything since the mark, changed.
fn draw_changes(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let language = app.settings.language;
    let shown = &app.shown;
    if app.is_published() && !app.has_past() {
        let words = context.say(words::PRESET_HINT);
        context.pen(area).text(1, 0, words, theme.text);
        return;
    }
    let span = app.run().epoch().saturating_sub(shown.last_from);
    let label = if span <= 1 {
        language.say(words::LAST_STEP).to_owned()
    } else {
        language.fill(
            words::LAST_STEPS,
            &[shown.last_from.to_string(), app.run().epoch().to_string()],
        )
    };
    let (right, wrong) = shown.last.counts();
    let what = if right + wrong == 0 {
        language.say(words::NOBODY).to_owned()
    } else {
        let values = [
            (right + wrong).to_string(),
            right.to_string(),
            wrong.to_string(),
        ];
        language.fill(words::FLIPPED, &values)
    };
    let mut pen = context.pen(area);
    let x = pen.text(1, 0, &format!("{label}: {what}"), theme.text);
    if app.run().epoch() != shown.ledger_from {
        let (right, wrong) = shown.ledger.counts();
        let values = [
            shown.ledger_from.to_string(),
            (right + wrong).to_string(),
            right.to_string(),
            wrong.to_string(),
        ];
        pen.text(x + 3, 0, &language.fill(words::SINCE, &values), theme.muted);
    }
}

fn draw_best(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    if !app.has_past() {
        return;
    }
    if let Some((epoch, loss)) = app.run().overview().best_test_loss() {
        let values = [numbers::loss(loss), epoch.to_string()];
        let words = app.settings.language.fill(words::BEST, &values);
        let style = context.theme.muted;
        context.pen(area).text(1, 0, &words, style);
    }
}

/// What the notice row has to say, and whether it warns.
fn sentence(app: &App) -> Option<(String, bool)> {
    let language = app.settings.language;
    if let State::Seeking(epoch) = app.playback.state() {
        let word = if epoch <= app.run().last_epoch() {
            words::RECALLING
        } else {
            words::SEEKING
        };
        let words = language.fill(word, &[epoch.to_string()]);
        return Some((words, false));
    }
    let Notice { message, warns, .. } = app.notice.as_ref()?;
    let sign = if *warns { "! " } else { "" };
    Some((format!("{sign}{}", message.text(language)), *warns))
}

/// Writes the notice, if there is one, and tells whether there was.
pub fn notice(context: &mut Context<'_>, area: Rect) -> bool {
    let Some((sentence, warns)) = sentence(context.app) else {
        return false;
    };
    let theme = context.theme;
    let style = if warns { theme.notice } else { theme.now };
    let room = usize::from(area.width.saturating_sub(2));
    let sentence = text::cut(&sentence, room);
    context.pen(area).text(1, 0, &sentence, style);
    true
}
