//! The time bar's news: what changed in the last step, what is seen of the run, and the notice.

use super::super::layout::VERY_WIDE;
use super::super::text;
use crate::analysis::Observation;
use crate::app::core::playback::PlayState;
use crate::app::{App, Notice};
use crate::explain::observation;
use crate::explain::runs;
use crate::explain::words::{diagnosis, time as words};
use crate::training::Watched;
use crate::ui::prelude::*;

/// The rows below the track: what changed, what is seen of the run, or a notice; right, who is counted.
pub(super) fn draw(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let theme = context.theme;
    let third = area.row(2);
    let has_notice = sentence(app).is_some();
    let is_wide = area.width >= VERY_WIDE;
    // A run that goes wrong takes the row; one that rests, or has dead neurons, says so beside it, and so does either
    // while a notice has the row.
    let seen = app.core.shown().observations().first();
    let takes_row = |seen: &Observation| !has_notice && (is_wide || observation::is_urgent(seen));
    // Where losses are over other rows than counts, that is said before what is no trouble.
    let yields = |seen: &Observation| runs::counts_apart(app.core.run()) && !observation::warns(seen);
    let beside = match seen.filter(|seen| !takes_row(seen) && !yields(seen)) {
        Some(seen) => {
            let style = if observation::warns(seen) { theme.notice } else { theme.muted };
            Span::styled(short(app, seen, usize::from(area.width / 3)), style)
        }
        None => Span::styled(runs::people_counted(app.core.settings.language, app.core.run()), theme.muted),
    };
    let beside = Span::styled(text::cut(&beside.content, usize::from(area.width / 2)).into_owned(), beside.style);
    let row = third.less(text::width(&beside.content) as u16 + 3);
    if is_wide {
        context.text_at_right(third.less(1), beside.content, beside.style);
        draw_changes(context, row);
        let fourth = area.row(3);
        if notice(context, fourth).is_none() {
            match seen {
                Some(seen) => draw_seen(context, fourth, seen),
                None => draw_best(context, fourth),
            }
        }
        return;
    }
    // What must be known now may take the whole row.
    let needed = sentence(app).map_or(0, |(words, _)| text::width(&words));
    if needed + 2 > usize::from(row.width) {
        notice(context, third);
        return;
    }
    context.text_at_right(third.less(1), beside.content, beside.style);
    if notice(context, row).is_none() {
        match seen.filter(|seen| takes_row(seen)) {
            Some(seen) => draw_seen(context, row, seen),
            None => draw_changes(context, row),
        }
    }
}

/// `! unstable · ! why`, spelt out where that fits, and without the way to look closer where it does not.
pub(super) fn short(app: &App, seen: &Observation, room: usize) -> String {
    let sign = if observation::warns(seen) { "! " } else { "" };
    let with_why = |what| {
        let words = app.core.settings.fill(diagnosis::WITH_WHY, &[what]);
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

/// Whether the cursor *when* stands where no step has been made yet.
pub(super) fn is_before_steps(app: &App) -> bool {
    app.core.run().epoch() == app.core.run().first_epoch()
}

/// What is seen of the run, with its numbers and the way to look closer.
fn draw_seen(context: &mut Context<'_>, area: Rect, seen: &Observation) {
    let (app, theme) = (context.app, context.theme);
    let (sign, style) = if observation::warns(seen) { ("! ", theme.notice) } else { ("", theme.text) };
    let why = context.say(diagnosis::WHY);
    let room = usize::from(area.width).saturating_sub(text::width(why) + 5);
    let lines = [
        observation::line(app.core.settings.language, app.core.run(), seen),
        observation::spelt(app.core.settings.language, app.core.run(), seen),
    ];
    let line = lines.into_iter().find(|line| text::width(sign) + text::width(line) <= room);
    let line = format!(
        "{sign}{}",
        line.unwrap_or_else(|| observation::brief(app.core.settings.language, app.core.run(), seen))
    );
    let said = Span::styled(text::cut(&line, room).into_owned(), style);
    let line = [said, Span::styled(" · ", theme.muted), Span::styled(why, theme.key)];
    context.line(area.from(1), Line::from_iter(line));
}

/// What the last step, and everything since the mark, changed.
fn draw_changes(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let shown = app.core.shown();
    if app.core.is_published() && !app.core.has_past() {
        // Its figures are those of the list in the post.
        let hint = if app.core.list.is_embedded() { words::PRESET_HINT } else { words::PRESET_HINT_OTHER };
        return context.text(area.from(1), context.say(hint), theme.text);
    }
    let (from, to) = (shown.last_from, app.core.run().epoch());
    let last = if is_before_steps(app) {
        context.say(words::NO_STEP).to_owned()
    } else {
        let label = if to - from == 1 {
            context.say(words::LAST_STEP).to_owned()
        } else {
            context.fill(words::LAST_STEPS, &[numbers::whole(from), numbers::whole(to)])
        };
        let (right, wrong) = shown.last.counts();
        let what = if right + wrong == 0 {
            context.say(words::NOBODY).to_owned()
        } else {
            context.fill(words::FLIPPED, &[right + wrong, right, wrong].map(|count| count.to_string()))
        };
        format!("{label}: {what}")
    };
    let mut line = Line::from(Span::styled(last, theme.text));
    if to != shown.ledger_from && from != shown.ledger_from {
        let (right, wrong) = shown.ledger.counts();
        let counts = [right + wrong, right, wrong].map(|count| count.to_string());
        let values: Vec<String> = [numbers::whole(shown.ledger_from)].into_iter().chain(counts).collect();
        let since = context.fill(words::SINCE, &values);
        if text::line_width(&line) + text::width(&since) + 4 <= usize::from(area.width) {
            line.extend([Span::raw("   "), Span::styled(since, theme.muted)]);
        }
    }
    context.line(area.from(1), line);
}

fn draw_best(context: &mut Context<'_>, area: Rect) {
    let app = context.app;
    let (run, watched) = (app.core.run(), Watched::of(app.core.run()));
    let best = run.overview().least(watched.judge()).filter(|_| app.core.has_past());
    if let Some((epoch, loss)) = best {
        let word = if watched.is_held_out() { words::BEST_HELD_OUT } else { words::BEST };
        let words = context.fill(word, &[numbers::loss(loss), numbers::whole(epoch)]);
        context.text(area.from(1), words, context.theme.muted);
    }
}

/// What the notice row has to say, and whether it warns.
fn sentence(app: &App) -> Option<(String, bool)> {
    let settings = &app.core.settings;
    if let PlayState::Seeking(epoch) = app.core.playback.state() {
        let word = if epoch <= app.core.run().last_epoch() { words::RECALLING } else { words::SEEKING };
        let words = settings.fill(word, &[numbers::whole(epoch)]);
        return Some((words, false));
    }
    let Notice { message, warns, .. } = app.core.notice.as_ref()?;
    let sign = if *warns { "! " } else { "" };
    Some((format!("{sign}{}", settings.tell(message)), *warns))
}

/// Writes the notice, if there is one, and gives back what it leaves of the row.
pub fn notice(context: &mut Context<'_>, area: Rect) -> Option<Rect> {
    let (sentence, warns) = sentence(context.app)?;
    let theme = context.theme;
    let style = if warns { theme.notice } else { theme.now };
    let area = area.inset();
    let sentence = text::cut(&sentence, area.width.into());
    context.text(area, &sentence, style);
    Some(area.from(text::width(&sentence) as u16))
}
