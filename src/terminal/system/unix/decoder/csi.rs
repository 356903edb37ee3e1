//! What a whole control sequence means: a key, the mouse, how wide a character is, or nothing.

use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::terminal::event::Event;
use crate::terminal::system::unix::question;

/// Whether a control sequence of keys, mouse or answers with these parameters can have this final letter.
pub(super) fn ends(parameters: &[u8], last: u8) -> bool {
    match parameters.first() {
        Some(b'<') => matches!(last, b'M' | b'm'),
        Some(b'?' | b'>' | b'=') => matches!(last, b'c' | b'n' | b'u' | b'y' | b'S' | b'm'),
        _ => matches!(
            last,
            b'A'..=b'F' | b'H' | b'I' | b'M' | b'O'..=b'S' | b'Z' | b'c' | b'n' | b't' | b'u' | b'y' | b'~'
        ),
    }
}

/// The event of ESC [ `parameters` `last`.
pub(super) fn event(parameters: &[u8], last: u8) -> Option<Event> {
    let text = std::str::from_utf8(parameters).ok()?;
    if let Some(mouse) = text.strip_prefix('<') {
        let [button, column, row] = numbers(mouse)?;
        return match last {
            b'M' => at(button, column, row, false),
            b'm' => at(button, column, row, true),
            _ => None,
        };
    }
    if !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b';' | b':')) {
        return None;
    }
    match last {
        b'M' => {
            let [button, column, row] = numbers(text)?;
            at(button.checked_sub(32)?, column, row, false)
        }
        b'u' => unicode(text),
        b'~' => key(numbered(field(text, 0)?)?, text.split(';').nth(1)),
        // Nobody here needs F3 with a modifier, which ends so too.
        b'R' => {
            let (row, column) = text.split_once(';')?;
            let cells = question::width(row.parse().ok()?, column.parse().ok()?)?;
            Some(Event::AmbiguousWidth(cells))
        }
        b'Z' => Some(press(KeyCode::BackTab, KeyModifiers::SHIFT)),
        // Old terminals leave out the first of the two numbers.
        _ => key(lettered(last)?, text.split(';').take(2).last()),
    }
}

/// The event of ESC O `last`.
pub(super) fn ss3(last: u8) -> Option<Event> {
    lettered(last).map(|code| press(code, KeyModifiers::NONE))
}

/// The event of ESC [ M and three bytes, each 32 more than what it tells.
pub(super) fn old_mouse(button: u8, column: u8, row: u8) -> Option<Event> {
    let place = |byte: u8| byte.checked_sub(32).map(u16::from);
    at(place(button)?, place(column)?, place(row)?, false)
}

fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn lettered(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(1 + last - b'P'),
        _ => return None,
    })
}

fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        // The numbers of the function keys have holes, as the keyboard of the VT220 had.
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23..=26 => KeyCode::F(number - 12),
        28..=29 => KeyCode::F(number - 15),
        31..=34 => KeyCode::F(number - 17),
        _ => return None,
    })
}

/// A key with what is held beside it, `modifiers:kind`; letting go is no key.
fn key(code: KeyCode, held: Option<&str>) -> Option<Event> {
    let mut held = held.unwrap_or_default().split(':');
    let mask = held.next().and_then(|mask| mask.parse().ok()).unwrap_or(1_u16);
    let kind = match held.next() {
        Some("2") => KeyEventKind::Repeat,
        Some("3") => return None,
        _ => KeyEventKind::Press,
    };
    let bits = mask.saturating_sub(1).to_le_bytes()[0];
    let modifiers = KeyModifiers::from_bits_truncate(bits_of(bits));
    Some(Event::Key(KeyEvent::new_with_kind(code, modifiers, kind)))
}

/// The terminal's bits (Shift, Alt, Ctrl, Super, Hyper, Meta) in crossterm's order.
fn bits_of(bits: u8) -> u8 {
    [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ]
    .iter()
    .enumerate()
    .filter(|(bit, _)| bits & (1 << bit) != 0)
    .fold(0, |sum, (_, modifier)| sum | modifier.bits())
}

/// A key told by its character, `code:shifted;modifiers:kind`.
fn unicode(parameters: &str) -> Option<Event> {
    let code = parameters.split([';', ':']).next()?.parse().ok()?;
    let code = match char::from_u32(code)? {
        '\x1b' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' => KeyCode::Tab,
        '\x7f' => KeyCode::Backspace,
        // Keys without a character stand in the private area.
        '\u{e000}'..='\u{f8ff}' => return None,
        c if c.is_control() => return None,
        c => KeyCode::Char(c),
    };
    let mut event = key(code, parameters.split(';').nth(1))?;
    if let Event::Key(key) = &mut event
        && key.modifiers.contains(KeyModifiers::SHIFT)
    {
        if key.code == KeyCode::Tab {
            key.code = KeyCode::BackTab;
        } else if let KeyCode::Char(c) = key.code {
            key.code = KeyCode::Char(c.to_ascii_uppercase());
        }
    }
    Some(event)
}

/// The mouse at a place counted from 1.
fn at(button: u16, column: u16, row: u16, released: bool) -> Option<Event> {
    let drags = button & 32 != 0;
    let which = match button & 3 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        _ => MouseButton::Right,
    };
    let kind = match (button & 3 | (button & 0xc0) >> 4, drags) {
        (0..=2, true) => MouseEventKind::Drag(which),
        (0..=2, false) if released => MouseEventKind::Up(which),
        (0..=2, false) => MouseEventKind::Down(which),
        (3, false) => MouseEventKind::Up(MouseButton::Left),
        (3..=5, true) => MouseEventKind::Moved,
        (4, false) => MouseEventKind::ScrollUp,
        (5, false) => MouseEventKind::ScrollDown,
        (6, false) => MouseEventKind::ScrollLeft,
        (7, false) => MouseEventKind::ScrollRight,
        _ => return None,
    };
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, button & 4 != 0);
    modifiers.set(KeyModifiers::ALT, button & 8 != 0);
    modifiers.set(KeyModifiers::CONTROL, button & 16 != 0);
    Some(Event::Mouse(MouseEvent { kind, column: column.checked_sub(1)?, row: row.checked_sub(1)?, modifiers }))
}

fn field<T: FromStr>(parameters: &str, index: usize) -> Option<T> {
    parameters.split(';').nth(index)?.parse().ok()
}

/// The three numbers of a place.
fn numbers(parameters: &str) -> Option<[u16; 3]> {
    Some([field(parameters, 0)?, field(parameters, 1)?, field(parameters, 2)?])
}
