//! The card of the tour: a strip below what it is about, which stays bright while the rest is dimmed.

use crate::app::Command;
use crate::app::tour::{self, Card, Tour};
use crate::app::{App, Target, TourPart, keys, layers};
use crate::explain::words::tour as words;
use crate::ui::layout::stacked;
use crate::ui::prelude::*;
use crate::ui::widgets::popup::step_back;
use ratatui::layout::Position;
use ratatui::style::Modifier;

/// Rows of text at most, and of the whole card.
const TEXT: u16 = 4;
const HEIGHT: u16 = TEXT + 2;
/// Longer lines are hard to read.
const WIDEST: u16 = 100;

/// What is left of the screen beside the card, and the card's place where it has one of its own.
pub(super) fn dock(app: &App, area: Rect) -> (Rect, Option<Rect>) {
    if !app.tour.is_open() {
        return (area, None);
    }
    let [screen, card] = stacked(area, [area.height - HEIGHT + 1, 0]);
    (Rect { height: screen.height - 1, ..screen }, Some(Rect { y: card.y, ..card }))
}

/// Draws it in its place, and dims of the finished screen all that does not matter.
pub fn draw(context: &mut Context<'_>, screen: Rect, place: Option<Rect>) {
    let (Some(card), Some(place)) = (tour::card(context.app), place) else {
        return;
    };
    let bright: Vec<Rect> = card.show.iter().filter_map(|&panel| context.place_of(panel)).collect();
    if !bright.is_empty() {
        dim_around(context, screen, &bright);
    }
    draw_card(context, place, &card);
}

/// Dims all of a screen but what matters.
fn dim_around(context: &mut Context<'_>, screen: Rect, bright: &[Rect]) {
    let is_bright = |at: Position| bright.iter().any(|area| area.contains(at));
    step_back(screen.positions().filter(|&at| !is_bright(at)), context.theme.ground, context.buf);
}

fn draw_card(context: &mut Context<'_>, at: Rect, card: &Card) {
    let theme = context.theme;
    let mut frame = Frame::new(theme, card.title.clone());
    if let Some(tally) = &card.tally {
        frame = frame.info(tally.clone());
    }
    context.draw(frame.focused(Tour::has_keys(context.app)), at);
    let inside = Frame::inner(at).inset();
    context.note(at, Target::TourCard);
    let text = Rect { width: inside.width.min(WIDEST), ..inside };
    let style = if card.task == Some(true) { theme.right } else { theme.text };
    let rows = context.paragraph(text, &card.text, style);
    draw_choices(context, text.below(rows), card);
    draw_keys(context, at, card);
}

/// The choices beside each other; those that find no room go into the next row.
fn draw_choices(context: &mut Context<'_>, area: Rect, card: &Card) {
    let theme = context.theme;
    let mut row = area;
    for (at, choice) in card.choices.iter().enumerate() {
        let mark = match (card.right == Some(at), card.chosen == Some(at)) {
            (true, _) => "✓ ",
            (false, true) if card.is_answered => "✗ ",
            (false, true) => "▸ ",
            (false, false) => "  ",
        };
        let style = match (card.right == Some(at), card.chosen == Some(at)) {
            (true, _) => theme.text.add_modifier(Modifier::BOLD),
            (false, true) if card.is_answered => theme.wrong,
            (false, true) => theme.cursor,
            (false, false) => theme.text,
        };
        let words = format!("{mark}{choice} ");
        let width = text::width(&words) as u16;
        if row.width < width && row.x > area.x {
            row = Rect { x: area.x, width: area.width, ..row.below(1) };
        }
        context.text(row, &words, style);
        if !card.is_answered {
            context.note(Rect { width, height: 1, ..row }, Target::TourChoice(at));
        }
        row = row.from(width + 2);
    }
}

/// The keys of the card on its lower border, each to be clicked.
fn draw_keys(context: &mut Context<'_>, at: Rect, card: &Card) {
    let app = context.app;
    let is_offer = card.number.is_none();
    let goes_on = match (is_offer, card.task, card.choices.is_empty() || card.is_answered) {
        (_, Some(false), _) => None,
        (false, _, false) => Some(if card.chosen.is_some() { words::TAKE } else { words::CHOOSE }),
        (true, ..) | (_, _, true) => Some(card.on),
    };
    let shows = match card.task {
        Some(false) => Some(words::SHOW),
        None if !card.choices.is_empty() && !card.is_answered => Some(words::SKIP),
        Some(true) | None => None,
    };
    // While the panels have the keys, one key is left to go on with.
    let (goes_on, shows) = if Tour::has_keys(app) { (goes_on, shows) } else { (None, shows.or(goes_on)) };
    let leaves = layers::leaves_tour(app).then_some(Command::Cancel);
    let first = if goes_on == Some(words::CHOOSE) { TourPart::Next } else { TourPart::On };
    let parts = [
        (Some(Target::Tour(first)), Some(Command::Tour(first)), goes_on),
        (Some(Target::Tour(TourPart::Show)), Some(Command::Tour(TourPart::Show)), shows),
        (
            Some(Target::Tour(TourPart::Back)),
            Some(Command::Tour(TourPart::Back)),
            app.tour.can_go_back().then_some(words::BACK),
        ),
        (Some(Target::TourLeave), leaves, leaves.map(|_| card.leave)),
        (None, Some(Command::Language), is_offer.then_some(words::OTHER_LANGUAGE)),
    ];
    // In a text field they would be letters.
    let takes_text = app.popups.takes_text();
    let mut row = Rect { y: at.bottom().saturating_sub(1), height: 1, ..at }.from(2).less(2);
    for (part, command, word) in parts {
        let Some(word) = word else { continue };
        let key = command.filter(|_| !takes_text).and_then(|command| keys::label_now(app, command));
        let key = key.map(|key| Span::styled(format!(" {key}"), context.theme.key));
        let word = Span::styled(format!(" {} ", context.say(word)), context.theme.key_hint);
        let line: Line<'_> = key.into_iter().chain([word]).collect();
        let width = text::line_width(&line) as u16;
        if width > row.width {
            break;
        }
        context.line(row, line);
        if let Some(part) = part {
            context.note(Rect { width, ..row }, part);
        }
        row = row.from(width + 1);
    }
}
