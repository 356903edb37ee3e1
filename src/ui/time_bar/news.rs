//! The time bar's news: what changed in the last step, what is seen of the run, and the notice.

use ratatui::layout::Rect;

use super::super::context::Context;
use super::super::layout::VERY_WIDE;
use super::super::text;
use crate::analysis::Observation;
use crate::app::core::playback::State;
use crate::app::{App, Notice};
use crate::explain::numbers;
use crate::explain::observation;
use crate::explain::runs;
use crate::explain::words::{diagnosis, time as words};

/// The rows below the track: what changed, what is seen of the run, or a notice; right, who is counted.
pub(super) fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let third = Rect { y: area.y + 2, height: 1, ..area };
    let people = runs::people_counted(app.core.settings.language, app.core.run());
    let seen = app.core.shown().observations().first();
    // A run that goes wrong takes the row; one that rests, or has dead neurons, says so beside it.
    let (loud, quiet) = match seen {
        Some(seen) if observation::is_urgent(seen) => (Some(seen), None),
        seen => (None, seen),
    };
    // Where losses are over other rows than counts, that is said before what is no trouble.
    let yields = |seen: &Observation| runs::counts_apart(app.core.run()) && !observation::warns(seen);
    let people = match quiet {
        Some(seen) if area.width < VERY_WIDE && !yields(seen) => short(app, seen, usize::from(area.width / 3)),
        _ => people,
    };
    let people = text::cut(&people, usize::from(area.width / 2)).into_owned();
    let left_of_people = area.width - 1 - text::width(&people) as u16;
    let row = Rect { width: left_of_people.saturating_sub(2), ..third };
    if area.width >= VERY_WIDE {
        context.pen(third).right(0, 1, &people, theme.muted);
        draw_changes(context, row);
        let fourth = Rect { y: area.y + 3, ..third };
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

/// `! unstable · ! why`, spelt out where that fits, and without the way to look closer where it does not.
pub(super) fn short(app: &App, seen: &Observation, room: usize) -> String {
    let sign = if observation::warns(seen) { "! " } else { "" };
    let with_why = |what| {
        let words = app.core.settings.language.fill(diagnosis::WITH_WHY, &[what]);
        format!("{sign}{words}")
    };
    let brief = observation::brief(app.core.settings.language, app.core.run(), seen);
    let shortest = format!("{sign}{brief}");
    let fits = |words: &String| text::width(words) <= room;
    [with_why(observation::spelt(app.core.settings.language, app.core.run(), seen)), with_why(brief)]
        .into_iter()
        .find(fits)
        .unwrap_or(shortest)
}

/// What is seen of the run, with its numbers and the way to look closer.
fn draw_seen(context: &mut Context<'_>, area: Rect, seen: &Observation) {
    let theme = *context.theme;
    let warns = observation::warns(seen);
    let style = if warns { theme.notice } else { theme.text };
    let sign = if warns { "! " } else { "" };
    let why = context.say(diagnosis::WHY);
    let room = usize::from(area.width).saturating_sub(text::width(why) + 5);
    let app = context.app;
    let lines = [
        observation::line(app.core.settings.language, app.core.run(), seen),
        observation::spelt(app.core.settings.language, app.core.run(), seen),
    ];
    let fits = |line: &String| text::width(sign) + text::width(line) <= room;
    let line = lines.into_iter().find(fits);
    let line = line.unwrap_or_else(|| observation::brief(app.core.settings.language, app.core.run(), seen));
    let line = format!("{sign}{line}");
    let mut pen = context.pen(area);
    let x = pen.text(1, 0, &text::cut(&line, room), style);
    let x = pen.text(x, 0, " · ", theme.muted);
    pen.text(x, 0, why, theme.key);
}

/// What the last step, and everything since the mark, changed.
fn draw_changes(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = *context.theme;
    let language = app.core.settings.language;
    let shown = app.core.shown();
    if app.core.is_published() && !app.core.has_past() {
        let words = context.say(words::PRESET_HINT);
        context.pen(area).text(1, 0, words, theme.text);
        return;
    }
    let last = if super::is_before_steps(app) {
        language.say(words::NO_STEP).to_owned()
    } else {
        let (from, to) = (shown.last_from, app.core.run().epoch());
        let label = if to - from == 1 {
            language.say(words::LAST_STEP).to_owned()
        } else {
            language.fill(words::LAST_STEPS, &[from.to_string(), to.to_string()])
        };
        let (right, wrong) = shown.last.counts();
        let what = if right + wrong == 0 {
            language.say(words::NOBODY).to_owned()
        } else {
            let values = [(right + wrong).to_string(), right.to_string(), wrong.to_string()];
            language.fill(words::FLIPPED, &values)
        };
        format!("{label}: {what}")
    };
    let mut pen = context.pen(area);
    let x = pen.text(1, 0, &last, theme.text);
    if app.core.run().epoch() != shown.ledger_from {
        let (right, wrong) = shown.ledger.counts();
        let values = [shown.ledger_from.to_string(), (right + wrong).to_string(), right.to_string(), wrong.to_string()];
        let since = language.fill(words::SINCE, &values);
        if usize::from(x + 3) + text::width(&since) <= usize::from(area.width) {
            pen.text(x + 3, 0, &since, theme.muted);
        }
    }
}

fn draw_best(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    if !app.core.has_past() {
        return;
    }
    if let Some((epoch, loss)) = app.core.run().overview().best_test_loss() {
        let values = [numbers::loss(loss), epoch.to_string()];
        let words = app.core.settings.language.fill(words::BEST, &values);
        let style = context.theme.muted;
        context.pen(area).text(1, 0, &words, style);
    }
}

/// What the notice row has to say, and whether it warns.
fn sentence(app: &App) -> Option<(String, bool)> {
    let language = app.core.settings.language;
    if let State::Seeking(epoch) = app.core.playback.state() {
        let word = if epoch <= app.core.run().last_epoch() { words::RECALLING } else { words::SEEKING };
        let words = language.fill(word, &[epoch.to_string()]);
        return Some((words, false));
    }
    let Notice { message, warns, .. } = app.core.notice.as_ref()?;
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
