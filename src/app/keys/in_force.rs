//! The key table in force: the program's own, in which the commands that a user gave other keys have those.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::app::Command;
use crate::app::keys::table::BINDINGS;
use crate::app::keys::{Binding, Key};
use crate::explain::keyed::KeyedTexts;
use crate::explain::words;

/// The way out of any trouble: it is no other command's, and always means this one.
const ALWAYS: (Key, Command) = (Key::Ctrl('c'), Command::Quit);

/// Every binding with its keys.
#[derive(Debug, Clone)]
pub struct KeyTable(Cow<'static, [Binding]>);

impl Default for KeyTable {
    fn default() -> Self {
        Self(Cow::Borrowed(BINDINGS))
    }
}

/// A command that keeps its usual keys, for one of those it was to have means another command at the same place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Its place among those that were to have other keys.
    pub at: usize,
    /// The key.
    pub key: Key,
    /// What the key means.
    pub taken_by: Command,
}

impl KeyTable {
    /// The table in which these commands have these keys, wherever they hold; and which of them could not have them.
    pub fn rebound(wanted: &[(Command, Vec<Key>)]) -> (Self, Vec<Refusal>) {
        let (mut given, mut refusals) = (wanted.iter().enumerate().collect::<Vec<_>>(), Vec::new());
        loop {
            let rows = BINDINGS.iter().map(|row| with_keys(row, &given)).collect();
            let table = Self(Cow::Owned(rows));
            // Of two that the user gave one key, the first has it.
            let is_to_blame = |&(_, (of, keys)): &(usize, &(Command, Vec<Key>))| {
                let other = |&key: &Key| Some((key, table.rival(*of, key)?));
                keys.iter().find_map(other)
            };
            let Some((place, (key, taken_by))) =
                given.iter().enumerate().rev().find_map(|(place, one)| Some((place, is_to_blame(one)?)))
            else {
                return (table, refusals);
            };
            refusals.push(Refusal { at: given.remove(place).0, key, taken_by });
        }
    }

    /// The bindings, in the order of the help page and, for hints, of usefulness.
    pub fn rows(&self) -> &[Binding] {
        &self.0
    }

    /// Every command there is, in the order of the table.
    pub fn commands(&self) -> Vec<Command> {
        let mut all = Vec::new();
        for &(_, command) in self.0.iter().flat_map(|row| &*row.keys) {
            if !all.contains(&command) {
                all.push(command);
            }
        }
        all
    }

    /// All keys of a command, wherever it holds.
    pub fn keys(&self, command: Command) -> Vec<Key> {
        let mut all = Vec::new();
        for &(key, bound) in self.0.iter().flat_map(|row| &*row.keys) {
            if bound == command && !all.contains(&key) {
                all.push(key);
            }
        }
        all
    }

    /// The first key of a command as it is written, wherever it holds.
    pub fn label(&self, command: Command) -> String {
        self.keys(command).first().map(|key| key.label()).unwrap_or_default()
    }

    /// The texts that name keys, with those of this table.
    pub(in crate::app) fn texts(&self) -> KeyedTexts {
        let usual = Self::default();
        let others = self.commands().into_iter().filter(|&command| self.keys(command) != usual.keys(command));
        words::keyed(others.map(|command| (command.name(), self.label(command))).collect::<BTreeMap<_, _>>())
    }

    /// Another command that a key of this one means in one of its scopes.
    fn rival(&self, command: Command, key: Key) -> Option<Command> {
        if key == ALWAYS.0 && command != ALWAYS.1 {
            return Some(ALWAYS.1);
        }
        let own = |row: &&Binding| row.keys.contains(&(key, command));
        self.0.iter().filter(own).find_map(|row| {
            let here = self.0.iter().filter(|other| other.scope == row.scope).flat_map(|other| &*other.keys);
            here.clone().find(|&&(bound, of)| bound == key && of != command).map(|&(_, of)| of)
        })
    }
}

/// A row in which the commands that were given other keys have those.
fn with_keys(row: &Binding, given: &[(usize, &(Command, Vec<Key>))]) -> Binding {
    let mut keys: Vec<(Key, Command)> = Vec::new();
    for &(key, command) in &*row.keys {
        match given.iter().find(|(_, (of, _))| *of == command) {
            Some((_, (_, own))) if (key, command) != ALWAYS => {
                if !keys.iter().any(|&(_, bound)| bound == command) {
                    keys.extend(own.iter().map(|&key| (key, command)));
                }
            }
            Some(_) | None => keys.push((key, command)),
        }
    }
    Binding { keys: Cow::Owned(keys), ..row.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::keys::Scope;

    #[test]
    fn no_key_means_two_things_in_one_scope() {
        let table = KeyTable::default();
        for row in table.rows() {
            for &(key, command) in &*row.keys {
                assert_eq!(table.rival(command, key), None, "{} in {:?}", key.label(), row.scope);
            }
        }
    }

    #[test]
    fn ctrl_c_always_quits() {
        let (table, refused) =
            KeyTable::rebound(&[(Command::Quit, vec![Key::Char('Q')]), (Command::Sort, vec![ALWAYS.0])]);
        let quits = |row: &Binding| row.scope == Scope::Everywhere && row.keys.contains(&ALWAYS);
        assert!(table.rows().iter().any(quits) && KeyTable::default().rows().iter().any(quits));
        assert_eq!(table.keys(Command::Quit), [Key::Char('Q'), ALWAYS.0]);
        assert_eq!(refused, [Refusal { at: 1, key: ALWAYS.0, taken_by: Command::Quit }]);
    }

    #[test]
    fn every_row_has_a_key() {
        assert!(KeyTable::default().rows().iter().all(|row| !row.keys.is_empty()));
    }

    /// Two commands may exchange their keys; of two that want one, the first has it, and of one that wants another's, the other.
    #[test]
    fn what_clashes_keeps_its_usual_keys() {
        let keys = |text: &str| text.chars().map(Key::Char).collect::<Vec<_>>();
        let (table, refused) = KeyTable::rebound(&[(Command::WhoNext, keys("K")), (Command::WhoPrevious, keys("J"))]);
        assert_eq!((table.label(Command::WhoNext), refused.len()), ("K".to_owned(), 0));
        let wanted = [(Command::Mark, keys("b")), (Command::Save, keys("b")), (Command::Theme, keys("Z1"))];
        let (table, refused) = KeyTable::rebound(&wanted);
        let told = |at, key, taken_by| Refusal { at, key: Key::Char(key), taken_by };
        let screen = Command::Show(crate::app::Screen::Explore);
        assert_eq!(refused, [told(2, '1', screen), told(1, 'b', Command::Mark)]);
        assert_eq!(table.keys(Command::Mark), keys("b"));
        assert_eq!(table.keys(Command::Theme), keys("T"));
    }
}
