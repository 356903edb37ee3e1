//! Keys written as words, for `snapshot --keys` and scripted sessions: `j Tab C-p S-Tab F1 text:abc`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::key::Key;

/// A word that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a key: use one character, Tab, Enter, Esc, Space, Backspace, Delete, Up, Down, Left, \
     Right, PgUp, PgDn, Home, End, F1 to F12, a prefix C-, S- or A-, or text:abc"
)]
pub struct NotAKey(String);

/// A word that names no key a command can have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no key a command can have: use one character, Tab, Enter, Esc, Space, Backspace, Delete, Up, Down, \
     Left, Right, PgUp, PgDn, Home, End or F1 to F12, where it helps with Ctrl- or Shift- before it"
)]
pub struct Unbindable(String);

/// The key of this name, for a command.
///
/// # Errors
/// [`Unbindable`] where terminals send no such key, or another one.
pub fn bindable(word: &str) -> Result<Key, Unbindable> {
    key(word).and_then(Key::of).ok_or_else(|| Unbindable(word.to_owned()))
}

/// Key presses in the order of the words, which blanks separate; `text:` gives one press a character.
///
/// # Errors
/// [`NotAKey`] names the first word that is none.
pub fn parse(words: &str) -> Result<Vec<KeyEvent>, NotAKey> {
    let mut keys = Vec::new();
    for word in words.split_whitespace() {
        match word.strip_prefix("text:") {
            Some(text) => keys.extend(text.chars().map(|c| press(KeyCode::Char(c)))),
            None => keys.push(key(word).ok_or_else(|| NotAKey(word.to_owned()))?),
        }
    }
    Ok(keys)
}

/// What stands before a key that is held with another, in short and as the screen has it.
const HELD: [(&str, KeyModifiers); 6] = [
    ("C-", KeyModifiers::CONTROL),
    ("Ctrl-", KeyModifiers::CONTROL),
    ("S-", KeyModifiers::SHIFT),
    ("Shift-", KeyModifiers::SHIFT),
    ("A-", KeyModifiers::ALT),
    ("Alt-", KeyModifiers::ALT),
];

fn key(word: &str) -> Option<KeyEvent> {
    let mut modifiers = KeyModifiers::NONE;
    let mut name = word;
    // "-" alone and "C--" name the minus key, so a prefix needs something after it.
    while let Some((rest, held)) = HELD.iter().find_map(|(prefix, held)| {
        let rest = name.strip_prefix(prefix).filter(|rest| !rest.is_empty());
        rest.map(|rest| (rest, *held))
    }) {
        modifiers |= held;
        name = rest;
    }
    // Ctrl and a letter are one key, however the letter is written.
    let lower = name.to_ascii_lowercase();
    let is_letter = modifiers == KeyModifiers::CONTROL && name.len() == 1;
    let mut event = press(code(if is_letter { &lower } else { name })?);
    event.modifiers |= modifiers;
    // Terminals send Shift-Tab as a key of its own.
    if event.code == KeyCode::Tab && modifiers.contains(KeyModifiers::SHIFT) {
        event.code = KeyCode::BackTab;
    }
    Some(event)
}

fn code(name: &str) -> Option<KeyCode> {
    let arrows = [("↑", KeyCode::Up), ("↓", KeyCode::Down), ("←", KeyCode::Left), ("→", KeyCode::Right)];
    if let Some((_, arrow)) = arrows.iter().find(|(label, _)| *label == name) {
        return Some(*arrow);
    }
    let mut characters = name.chars();
    if let (Some(character), None) = (characters.next(), characters.next()) {
        return Some(KeyCode::Char(character));
    }
    Some(match name {
        "Tab" => KeyCode::Tab,
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Space" => KeyCode::Char(' '),
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        _ => {
            let number = name.strip_prefix('F')?.parse().ok()?;
            (1..=12).contains(&number).then_some(KeyCode::F(number))?
        }
    })
}

/// A press as crossterm reports it: capitals come with Shift.
fn press(code: KeyCode) -> KeyEvent {
    let shifted = matches!(code, KeyCode::Char(character) if character.is_uppercase());
    KeyEvent::new(code, if shifted { KeyModifiers::SHIFT } else { KeyModifiers::NONE })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_what_a_terminal_would_send() {
        let (none, shift) = (KeyModifiers::NONE, KeyModifiers::SHIFT);
        let cases = [
            ("j", KeyCode::Char('j'), none),
            ("J", KeyCode::Char('J'), shift),
            ("-", KeyCode::Char('-'), none),
            ("Space", KeyCode::Char(' '), none),
            ("PgDn", KeyCode::PageDown, none),
            ("C-p", KeyCode::Char('p'), KeyModifiers::CONTROL),
            ("C-Right", KeyCode::Right, KeyModifiers::CONTROL),
            ("S-Tab", KeyCode::BackTab, shift),
            ("S-Left", KeyCode::Left, shift),
            ("F1", KeyCode::F(1), none),
        ];
        for (word, code, modifiers) in cases {
            assert_eq!(parse(word), Ok(vec![KeyEvent::new(code, modifiers)]), "{word}");
        }
    }

    #[test]
    fn text_is_typed_character_by_character() {
        let keys = parse("/ text:Ab Enter").expect("all are keys");
        let codes: Vec<_> = keys.iter().map(|key| key.code).collect();
        let typed = ['/', 'A', 'b'].map(KeyCode::Char);
        assert_eq!(codes[..3], typed);
        assert_eq!(codes[3], KeyCode::Enter);
    }

    #[test]
    fn a_misspelt_key_is_named() {
        for word in ["Entre", "F13", "C-Entre", "tab"] {
            assert_eq!(parse(word), Err(NotAKey(word.to_owned())), "{word}");
        }
    }
}
