//! A line of text being typed: the text and where its cursor stands. Draws nothing.
//!
//! By hand: to `tui-input` a word ends at every sign, so that Ctrl-W would leave `class=` of `class=1`, and what is
//! typed or pasted may leave its cursor within what a reader takes for one character.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

/// A single line under edit; the cursor always stands between two graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextField {
    text: String,
    cursor: usize,
}

impl TextField {
    /// A field holding this text, the cursor behind it.
    pub(in crate::app) fn new(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        field
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of the text before the cursor.
    pub const fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing has been typed.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes a key as text; false for one that is none. Every printable key is.
    #[expect(clippy::wildcard_enum_match_arm, reason = "crossterm's keys are many, and these few are meant")]
    pub fn takes(&mut self, key: KeyEvent) -> bool {
        let chord = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Char('u') if chord => self.clear(),
            KeyCode::Char('w') if chord => self.delete_word(),
            KeyCode::Char(c) if !chord => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => self.backspace(),
            KeyCode::Delete => self.delete(),
            KeyCode::Left => self.left(),
            KeyCode::Right => self.right(),
            KeyCode::Home => self.home(),
            KeyCode::End => self.end(),
            _ => return false,
        }
        true
    }

    /// Puts text, typed or pasted, before the cursor; line breaks become blanks, other control
    /// characters are dropped.
    pub(in crate::app) fn insert(&mut self, text: &str) {
        let typed = text.trim_end_matches(['\r', '\n']).chars();
        let typed = typed.map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c }).filter(|c| !c.is_control());
        let typed: String = typed.collect();
        self.text.insert_str(self.cursor, &typed);
        self.cursor += typed.len();
        // What was inserted may have joined what follows it.
        if !self.is_boundary() {
            self.right();
        }
    }

    /// Deletes the grapheme before the cursor.
    pub(in crate::app) fn backspace(&mut self) {
        let end = self.cursor;
        self.left();
        self.cut(self.cursor, end);
    }

    /// Deletes the grapheme behind the cursor.
    pub(in crate::app) fn delete(&mut self) {
        let end = self.next();
        self.cut(self.cursor, end);
    }

    /// Deletes the word before the cursor, with the blanks between.
    pub(in crate::app) fn delete_word(&mut self) {
        let before = &self.text[..self.cursor];
        let blank = |c: char| c.is_whitespace();
        let start = before
            .trim_end()
            .rfind(blank)
            .map_or(0, |blank| blank + before[blank..].chars().next().map_or(0, char::len_utf8));
        let end = std::mem::replace(&mut self.cursor, start);
        self.cut(start, end);
    }

    /// Deletes everything.
    pub(in crate::app) fn clear(&mut self) {
        *self = Self::default();
    }

    /// One grapheme to the left.
    pub(in crate::app) fn left(&mut self) {
        let before = &self.text[..self.cursor];
        self.cursor -= before.graphemes(true).next_back().map_or(0, str::len);
    }

    /// One grapheme to the right.
    pub(in crate::app) fn right(&mut self) {
        self.cursor = self.next();
    }

    /// To the beginning.
    pub(in crate::app) const fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end.
    pub(in crate::app) const fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// The first boundary behind the cursor.
    fn next(&self) -> usize {
        GraphemeCursor::new(self.cursor, self.text.len(), true)
            .next_boundary(&self.text, 0)
            .ok()
            .flatten()
            .unwrap_or(self.text.len())
    }

    fn is_boundary(&self) -> bool {
        GraphemeCursor::new(self.cursor, self.text.len(), true).is_boundary(&self.text, 0).unwrap_or(true)
    }

    /// Removes a stretch that begins at the cursor; what meets there may become one grapheme, and
    /// then the cursor stands behind it.
    fn cut(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        if !self.is_boundary() {
            self.right();
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The field with `|` for its cursor.
    fn shown(field: &TextField) -> String {
        let (before, after) = field.text().split_at(field.cursor());
        format!("{before}|{after}")
    }

    #[test]
    fn typing_and_deleting_happen_at_the_cursor() {
        let mut field = TextField::new("age>0");
        field.left();
        field.insert("6");
        assert_eq!(shown(&field), "age>6|0");
        field.backspace();
        assert_eq!(shown(&field), "age>|0");
        field.delete();
        field.delete();
        assert_eq!(shown(&field), "age>|");
        field.home();
        field.backspace();
        field.left();
        assert_eq!(shown(&field), "|age>");
        field.right();
        assert_eq!(shown(&field), "a|ge>");
        field.end();
        field.right();
        assert_eq!(shown(&field), "age>|");
        field.clear();
        assert!(field.text().is_empty());
    }

    #[test]
    fn the_cursor_steps_over_what_a_reader_takes_for_one_character() {
        let mut field = TextField::new("ガe\u{301}👨‍👩‍👧");
        field.left();
        assert_eq!(shown(&field), "ガe\u{301}|👨‍👩‍👧");
        field.left();
        assert_eq!(shown(&field), "ガ|e\u{301}👨‍👩‍👧");
        field.delete();
        assert_eq!(shown(&field), "ガ|👨‍👩‍👧");
        field.backspace();
        assert_eq!(shown(&field), "|👨‍👩‍👧");
    }

    #[test]
    fn a_word_goes_with_the_blanks_behind_it() {
        let mut field = TextField::new("sex=f class=1  ");
        field.delete_word();
        assert_eq!(shown(&field), "sex=f |");
        field.delete_word();
        assert_eq!(shown(&field), "|");
        field.delete_word();
        assert_eq!(shown(&field), "|");
        let mut field = TextField::new("女性　年齢");
        field.delete_word();
        assert_eq!(shown(&field), "女性　|");
    }

    #[test]
    fn what_is_pasted_becomes_one_line_without_control_characters() {
        let field = TextField::new("age>60\r\ndied\u{1b}[31m\t!\n");
        assert_eq!(field.text(), "age>60 died[31m !");
    }

    #[derive(Debug, Clone)]
    enum Edit {
        Insert(String),
        Backspace,
        Delete,
        DeleteWord,
        Left,
        Right,
        Home,
        End,
    }

    fn edit() -> impl Strategy<Value = Edit> {
        prop_oneof![
            prop_oneof!["[a-c =年\u{301}\u{200d}👨🇯🇵]{0,3}", "\\PC{0,3}"].prop_map(Edit::Insert),
            Just(Edit::Backspace),
            Just(Edit::Delete),
            Just(Edit::DeleteWord),
            Just(Edit::Left),
            Just(Edit::Right),
            Just(Edit::Home),
            Just(Edit::End),
        ]
    }

    proptest! {
        #[test]
        fn after_any_edits_the_cursor_stands_between_graphemes(edits in prop::collection::vec(edit(), 0..40)) {
            let mut field = TextField::default();
            for edit in edits {
                match edit {
                    Edit::Insert(text) => field.insert(&text),
                    Edit::Backspace => field.backspace(),
                    Edit::Delete => field.delete(),
                    Edit::DeleteWord => field.delete_word(),
                    Edit::Left => field.left(),
                    Edit::Right => field.right(),
                    Edit::Home => field.home(),
                    Edit::End => field.end(),
                }
                prop_assert!(field.is_boundary(), "{:?}", field);
            }
        }
    }
}
