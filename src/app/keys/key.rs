//! A key as the table writes it: how it matches what the terminal sends, and how it is labelled.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key, with its modifier where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A printable character; Shift is part of the character.
    Char(char),
    /// A key with Ctrl held.
    Ctrl(char),
    /// An unmodified key that prints nothing.
    Plain(KeyCode),
    /// Such a key with Shift held.
    Shift(KeyCode),
    /// Such a key with Ctrl held.
    CtrlPlain(KeyCode),
}

impl Key {
    /// Whether the terminal's event is this key.
    pub fn matches(self, event: KeyEvent) -> bool {
        let held = event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
        let shift = event.modifiers.contains(KeyModifiers::SHIFT);
        match self {
            Self::Char(c) => event.code == KeyCode::Char(c) && held.is_empty(),
            Self::Ctrl(c) => {
                held == KeyModifiers::CONTROL
                    && matches!(event.code, KeyCode::Char(typed) if typed.eq_ignore_ascii_case(&c))
            }
            // Terminals send Shift-Tab as BackTab, with or without the flag.
            Self::Plain(code) => event.code == code && held.is_empty() && (!shift || code == KeyCode::BackTab),
            Self::Shift(code) => event.code == code && held.is_empty() && shift,
            Self::CtrlPlain(code) => event.code == code && held == KeyModifiers::CONTROL,
        }
    }

    /// The key that such an event is a press of; none where a command can have no such key.
    pub fn of(event: KeyEvent) -> Option<Self> {
        let KeyEvent { code, modifiers, .. } = event;
        let (none, shift, control) = (KeyModifiers::NONE, KeyModifiers::SHIFT, KeyModifiers::CONTROL);
        if let KeyCode::Char(c) = code {
            // Shift is part of a character, and terminals send Tab and Enter for two letters with Ctrl.
            return match modifiers {
                _ if modifiers == none || modifiers == shift && c.is_uppercase() => Some(Self::Char(c)),
                _ if modifiers == control && c.is_ascii_lowercase() && !matches!(c, 'i' | 'm') => Some(Self::Ctrl(c)),
                _ => None,
            };
        }
        match modifiers {
            _ if modifiers == none || code == KeyCode::BackTab => Some(Self::Plain(code)),
            _ if modifiers == shift => Some(Self::Shift(code)),
            _ if modifiers == control => Some(Self::CtrlPlain(code)),
            _ => None,
        }
    }

    /// How it is written for a person.
    pub fn label(self) -> String {
        match self {
            Self::Char(' ') => "Space".to_owned(),
            Self::Char(c) => c.to_string(),
            Self::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
            Self::Plain(code) => name(code),
            Self::Shift(code) => format!("Shift-{}", name(code)),
            Self::CtrlPlain(code) => format!("Ctrl-{}", name(code)),
        }
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
fn name(code: KeyCode) -> String {
    match code {
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::BackTab => "Shift-Tab".to_owned(),
        KeyCode::F(n) => format!("F{n}"),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(code: KeyCode, modifiers: KeyModifiers) -> KeyEvent {
        KeyEvent::new(code, modifiers)
    }

    #[test]
    fn a_capital_letter_matches_with_or_without_the_shift_flag() {
        for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
            assert!(Key::Char('S').matches(event(KeyCode::Char('S'), modifiers)));
        }
    }

    #[test]
    fn ctrl_c_is_not_c() {
        let typed = event(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert!(Key::Ctrl('c').matches(typed));
        assert!(!Key::Char('c').matches(typed));
    }

    #[test]
    fn shift_arrow_is_not_arrow() {
        let typed = event(KeyCode::Right, KeyModifiers::SHIFT);
        assert!(Key::Shift(KeyCode::Right).matches(typed));
        assert!(!Key::Plain(KeyCode::Right).matches(typed));
    }
}
