//! In front of a class: the slate below the screen, with the class's guess, the network's answer and the truth.

use ratatui::layout::Layout;

use crate::app::{App, Command, PresentPart, Target};
use crate::explain::people;
use crate::explain::words::{present as words, time};
use crate::ui::passenger;
use crate::ui::prelude::*;

/// Cells between the columns of the slate.
const APART: u16 = 4;

/// The parts of a terminal in front of a class: the screen, the slate, the hints.
pub fn parts(app: &App, area: Rect) -> [Rect; 3] {
    let note = u16::from(!app.core.presenter.note.is_empty());
    area.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(5 + note), Constraint::Length(1)]))
}

/// Draws the slate.
pub fn draw(context: &mut Context<'_>, area: Rect) {
    let (app, theme) = (context.app, context.theme);
    let title = people::introduced(app.core.settings.language, &app.core.passenger());
    let mut frame = Frame::new(theme, title);
    if app.core.has_past() {
        frame = frame.info(format!("{} {}", context.say(time::EPOCH), app.core.run().epoch()));
    }
    context.draw(frame, area);
    let inside = Frame::inner(area).inset();
    context.note(inside.below(1), Target::Present(PresentPart::Next));
    context.text(inside.below(3), &app.core.presenter.note, theme.text);
    let [class, network, list] =
        [words::CLASS, words::NETWORK, words::TRUTH].map(|word| Line::styled(context.say(word), theme.muted));
    let hands = [PresentPart::Lived, PresentPart::Died].map(|part| raised(context, part));
    let both: Line<'_> = hands.iter().flat_map(|line| line.spans.clone()).collect();
    let [of_class, of_network] = answers(context);
    let score = app.core.presenter.score();
    let right = |count: usize| {
        let words = context.fill(words::RIGHT_OF, &[count, score.of].map(|count| count.to_string()));
        Line::styled(if score.of > 0 { words } else { String::new() }, theme.text)
    };
    let columns = [
        [class, network, list],
        [both, chance(context), Line::default()],
        [of_class, of_network, truth(context)],
        [right(score.class), right(score.network), Line::default()],
    ];
    let mut rest = inside;
    for (place, column) in columns.into_iter().enumerate() {
        let width = column.iter().map(text::line_width).max().unwrap_or(0) as u16;
        context.lines(rest, column);
        if place == 1 {
            let mut button = rest;
            for (hand, part) in hands.iter().zip([PresentPart::Lived, PresentPart::Died]) {
                let width = text::line_width(hand) as u16;
                context.note(Rect { width, height: 1, ..button }, Target::Present(part));
                button = button.from(width);
            }
        }
        rest = rest.from(width + if area.width < super::layout::WIDE { APART } else { 2 * APART });
    }
}

/// `+ lived 18   `: the key that counts a hand, for what, and how many there are.
fn raised(context: &Context<'_>, part: PresentPart) -> Line<'static> {
    let theme = context.theme;
    let [lived, died] = context.app.core.presenter.round(context.app.core.who).hands;
    let is_lived = part == PresentPart::Lived;
    let (word, style) = passenger::fate(theme, is_lived);
    let count = if is_lived { lived } else { died };
    Line::from_iter([
        Span::styled(context.app.keys.label(Command::Present(part)), theme.key),
        Span::styled(format!(" {} ", context.say(word)), style),
        Span::styled(format!("{}   ", text::pad_left(&count.to_string(), 2)), theme.text),
    ])
}

/// What stands where the answer is kept back.
fn unknown(context: &Context<'_>) -> Line<'static> {
    Line::styled(numbers::NOT_YET, context.theme.muted)
}

fn fate(context: &Context<'_>, lived: bool) -> Span<'static> {
    let (word, style) = passenger::fate(context.theme, lived);
    Span::styled(context.say(word), style)
}

/// The network's p.
fn chance(context: &Context<'_>) -> Line<'static> {
    let core = &context.app.core;
    if core.hides_answer(core.who) {
        return unknown(context);
    }
    let p = core.shown().row(core.who).p.map_or_else(|| numbers::MISSING.to_owned(), numbers::chance);
    Line::styled(format!("p = {p}"), context.theme.text)
}

/// What became of the passenger.
fn truth(context: &Context<'_>) -> Line<'static> {
    let core = &context.app.core;
    match core.passenger().survived {
        Some(lived) if !core.hides_answer(core.who) => fate(context, lived).into(),
        Some(_) | None => unknown(context),
    }
}

/// What the class and the network say, and once it is told, who is right.
fn answers(context: &Context<'_>) -> [Line<'static>; 2] {
    let (core, theme) = (&context.app.core, context.theme);
    let is_hidden = core.hides_answer(core.who);
    let was = core.passenger().survived.filter(|_| !is_hidden);
    let judged = |said: bool| {
        let (mark, style) = match was {
            None => ("", theme.text),
            Some(was) if was == said => (" ✓", theme.right),
            Some(_) => (" ✗", theme.wrong),
        };
        Line::from_iter([fate(context, said), Span::styled(mark, style)])
    };
    let round = core.presenter.round(core.who);
    let class = match round.guess() {
        Some(guess) => judged(guess),
        None if round.hands == [0, 0] => Line::default(),
        None => Line::styled(context.say(words::UNDECIDED), theme.muted),
    };
    let network = if is_hidden { unknown(context) } else { judged(core.shown().row(core.who).said) };
    [class, network]
}
