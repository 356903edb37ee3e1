//! The line below a map: the learning rate, the largest stable one, and how far the valley is from round.

use crate::app::LandscapePanel;
use crate::app::screens::landscape::map::Bends;
use crate::app::screens::recipe::show;
use crate::explain::words::landscape as words;
use crate::training::{Run, Scaling};
use crate::ui::layout::WIDE;
use crate::ui::prelude::*;
use crate::ui::screens::landscape::names;

/// `rate 0.005, limit 0.007586 at epoch 50 · condition 8814`; the epoch, which stands in the foot as well,
/// gives way first.
pub fn draw(context: &mut Context<'_>, panel: LandscapePanel, bends: Option<Bends>, inner: Rect) {
    let room = usize::from(inner.width.saturating_sub(2));
    let line = if let Some(bends) = bends {
        let is_now = names::run_of(context.app, panel).map(Run::epoch) == Some(bends.epoch);
        // The epoch gives way first where it is the one shown, then what is said in the title too.
        let looks = [(true, true), (!is_now, true), (true, false), (!is_now, false)];
        let lines = looks.map(|(dated, shaped)| bends_line(context, panel, bends, dated, shaped));
        let fitting = lines.iter().position(|line| text::line_width(line) <= room).unwrap_or(looks.len() - 1);
        lines.into_iter().nth(fitting).unwrap_or_default()
    } else {
        let rate = names::run_of(context.app, panel).map(Run::learning_rate);
        let rate = rate.map_or_else(String::new, show::number);
        Span::styled(context.fill(words::LIMIT_LATER, &[rate]), context.theme.muted).into()
    };
    let mut line = text::cut_line(line, room);
    let is_raw = names::run_of(context.app, panel).is_some_and(|run| run.recipe().scaling == Scaling::None);
    let raw = format!(" · {}", context.say(words::RAW_BRIEF));
    // On wide screens the foot says so for both maps.
    if is_raw && inner.width < WIDE && text::line_width(&line) + text::width(&raw) <= room {
        line.push_span(Span::styled(raw, context.theme.muted));
    }
    context.line(inner.inset().below(inner.height - 1), line);
}

fn bends_line(context: &Context<'_>, panel: LandscapePanel, bends: Bends, dated: bool, shaped: bool) -> Line<'static> {
    let theme = context.theme;
    let rate = show::number(bends.rate);
    let (words, style) = match bends.limit {
        Some(limit) => {
            let over = bends.rate > limit;
            let word = match (over, dated) {
                (true, true) => words::OVER_LIMIT,
                (true, false) => words::OVER_LIMIT_BRIEF,
                (false, true) => words::LIMIT,
                (false, false) => words::LIMIT_BRIEF,
            };
            let epoch = match (panel, context.app.screens.landscape.seen(&context.app.core).twin()) {
                // The twin's epochs count from where it began.
                (LandscapePanel::Beside, Some(Ok(twin))) => twin.start() + bends.epoch,
                _ => bends.epoch,
            };
            let said = context.fill(word, &[rate, significant(limit), numbers::whole(epoch)]);
            (said, if over { theme.notice } else { theme.text })
        }
        None if bends.has_limit => (context.fill(words::LIMIT_CONCAVE, &[rate]), theme.muted),
        None => (context.fill(words::LIMIT_NONE, &[rate]), theme.muted),
    };
    let map = context.app.screens.landscape.seen(&context.app.core).map(panel);
    let condition = map.filter(|_| shaped).and_then(|map| {
        if names::is_saddle(context.app, map) {
            return Some(context.say(words::SADDLE_ON_PLANE).to_owned());
        }
        let condition = names::condition_of(context.app, map)?;
        let word = if condition.on_plane { words::CONDITION_ON_PLANE } else { words::CONDITION };
        Some(context.fill(word, &[numbers::condition(condition.ratio)]))
    });
    let mut spans = vec![Span::styled(words, style)];
    if let Some(condition) = condition {
        spans.push(Span::styled(" · ", theme.muted));
        spans.push(Span::styled(condition, theme.text));
    }
    Line::from(spans)
}

/// A positive number with four digits that count: `0.007586`, `6.811`.
fn significant(value: f64) -> String {
    let (mut decimals, mut size) = (3, value);
    while size < 1.0 && decimals < 12 {
        size *= 10.0;
        decimals += 1;
    }
    while size >= 10.0 && decimals > 0 {
        size /= 10.0;
        decimals -= 1;
    }
    numbers::decimal(value, decimals)
}
