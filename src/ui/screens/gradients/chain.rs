//! The chain rule with its numbers for the parameter pointed at, its step, and why, in one sentence.

use ratatui::layout::Rect;

use super::figures;
use crate::analysis::gradient::NoGradient;
use crate::app::gradients::account::{self, Line, Mark};
use crate::app::gradients::{Stage, sentence, whose};
use crate::app::words::explore;
use crate::app::words::gradients as words;
use crate::nn::Parameter;
use crate::ui::context::Context;
use crate::ui::text;
use crate::ui::widgets::panel::Panel as Frame;

/// Cells of a number.
const VALUE: usize = 11;
/// Cells behind it, for the check's mark.
const MARK: usize = 2;

/// The panel's border: which parameter.
pub fn frame<'a>(context: &Context<'a>) -> Frame<'a> {
    let app = context.app;
    let parameter = app.spot.parameter(app.network());
    let name = figures::name(app, parameter);
    let title = match parameter {
        Parameter::Weight { .. } if app.network().depth() == 1 => {
            let source = figures::with_speech(app, |speech| whose::source(app, speech, parameter));
            context.fill(words::CHAIN_OF, &[name, source])
        }
        _ => context.fill(words::CHAIN, &[name]),
    };
    Frame::new(context.theme, title).info(context.say(explore::COPIES))
}

/// The rows it would like at a width, with its borders.
pub fn height(context: &Context<'_>, width: u16) -> u16 {
    let app = context.app;
    let room = usize::from(width.saturating_sub(4)).max(8);
    let (lines, why) = figures::with_speech(app, |speech| {
        (account::lines(app, speech), sentence::why(app, speech))
    });
    let why = why.map_or(0, |why| text::wrap(&why, room).len() + 1);
    (lines.len() + why + 2).max(9) as u16
}

/// The lines reached so far, and the sentence below them. Where there is too little room, what comes
/// first in the calculation goes first.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let inner = Frame::inner(area);
    let app = context.app;
    let theme = *context.theme;
    let width = usize::from(inner.width.saturating_sub(2));
    let rows = usize::from(inner.height);
    if let (false, Some(Err(why))) = (app.gradients.batch, app.gradients.lens().one()) {
        return draw_reason(context, inner, why);
    }
    let (lines, why) = figures::with_speech(app, |speech| {
        (account::lines(app, speech), sentence::why(app, speech))
    });
    let why = text::wrap(&why.unwrap_or_default(), width.max(1));
    let air = usize::from(lines.len() + why.len() < rows);
    let room = rows.saturating_sub(why.len() + air);
    let skipped = lines.len().saturating_sub(room);
    for (y, line) in lines.iter().skip(skipped).enumerate() {
        draw_line(context, inner, y as u16, line);
    }
    if !app.gradients.shows(Stage::Update) {
        return;
    }
    let from = lines.len() - skipped + air;
    let mut pen = context.pen(inner);
    for (y, line) in why.iter().enumerate() {
        pen.text(1, (from + y) as u16, line, theme.text);
    }
}

fn draw_line(context: &mut Context<'_>, inner: Rect, y: u16, line: &Line) {
    let theme = *context.theme;
    let gradients = &context.app.gradients;
    if !gradients.shows(line.stage) {
        return;
    }
    // What is new at this micro-step is bright, what was there before is not.
    let style = if line.stage == gradients.stage {
        theme.text
    } else {
        theme.muted
    };
    let room = usize::from(inner.width).saturating_sub(1);
    let mut pen = context.pen(inner);
    let Some(value) = line.value else {
        pen.text(1, y, &text::cut(&line.label, room), style);
        return;
    };
    let label = text::cut(&line.label, room.saturating_sub(VALUE + MARK + 1)).into_owned();
    pen.text(1, y, &label, style);
    let x = (room + 1).saturating_sub(VALUE + MARK) as u16;
    let (shown, hue) = match line.mark {
        Mark::Flow => (figures::flow(value, VALUE), theme.push(Some(value))),
        _ => (figures::plain(value, VALUE), theme.text),
    };
    let end = pen.text(x, y, &shown, hue);
    match line.mark {
        Mark::Agrees => pen.text(end + 1, y, "✓", theme.right),
        Mark::Differs => pen.text(end + 1, y, "!", theme.notice),
        Mark::None | Mark::Flow => end,
    };
}

/// Why nothing flows back for this person.
fn draw_reason(context: &mut Context<'_>, inner: Rect, why: NoGradient) {
    let theme = *context.theme;
    let width = usize::from(inner.width.saturating_sub(2)).max(1);
    let paragraphs: &[_] = match why {
        NoGradient::CountedDead => &[words::NO_AGE, words::NO_AGE_DIED, words::WALK_ON],
        NoGradient::LeftOut => &[words::NO_AGE, words::NO_AGE_OUT, words::WALK_ON],
        NoGradient::NoLabel => &[words::NO_LABEL, words::WALK_ON],
    };
    let mut y = 0;
    for (index, &word) in paragraphs.iter().enumerate() {
        let style = if index + 1 == paragraphs.len() {
            theme.muted
        } else {
            theme.text
        };
        let lines = text::wrap(context.say(word), width);
        let mut pen = context.pen(inner);
        for line in &lines {
            pen.text(1, y, line, style);
            y += 1;
        }
        y += 1;
    }
}
