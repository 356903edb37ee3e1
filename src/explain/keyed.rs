//! Texts that name keys, when a user gave commands other keys. `lang/` writes such a place as `{Esc=cancel}`; `build.rs`
//! makes `Esc` of it, and the texts here take what the command has instead.

use std::collections::{BTreeMap, HashMap};

/// The keys that commands have instead of those in the texts, and all texts with them.
#[derive(Debug, Clone, Default)]
pub struct KeyedTexts {
    /// By the names of the commands.
    keys: BTreeMap<String, String>,
    /// By the texts with the usual keys.
    texts: HashMap<&'static str, &'static str>,
}

impl KeyedTexts {
    /// The texts for these keys, by the names of their commands; of each it is known how it is said and how written.
    pub(super) fn new(keys: BTreeMap<String, String>, known: &[(&'static str, &str)]) -> Self {
        if keys.is_empty() {
            return Self::default();
        }
        let mut texts = Self { keys, texts: HashMap::new() };
        // Made once, when the program starts, and said until it ends.
        let said = |marked| &*Box::leak(texts.filled(marked).into_boxed_str());
        texts.texts = known.iter().map(|&(plain, marked)| (plain, said(marked))).collect();
        texts
    }

    /// A text as it is said.
    pub fn say(&self, plain: &'static str) -> &'static str {
        self.texts.get(plain).copied().unwrap_or(plain)
    }

    /// The key of a command, where it is another than the usual one.
    pub fn key<'a>(&'a self, command: &str, usual: &'a str) -> &'a str {
        self.keys.get(command).map_or(usual, String::as_str)
    }

    fn filled(&self, marked: &str) -> String {
        let mut pieces = marked.split('{');
        let mut text = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece.split_once('}').and_then(|(place, rest)| Some((mark(place)?, rest))) {
                Some(((usual, command), rest)) => text.extend([self.key(command, usual), rest]),
                None => text.extend(["{", piece]),
            }
        }
        text
    }
}

/// The usual key and the command of a place `Esc=cancel`, which is no other place.
pub fn mark(place: &str) -> Option<(&str, &str)> {
    place.rsplit_once('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_takes_the_keys_of_its_commands_and_keeps_its_values() {
        let keys = BTreeMap::from([("cancel".to_owned(), "Q".to_owned())]);
        let texts = KeyedTexts::new(keys, &[("Esc closes", "{Esc=cancel} closes")]);
        assert_eq!(texts.filled("{Enter=open} takes {0} · {Esc=cancel} keeps {1}"), "Enter takes {0} · Q keeps {1}");
        assert_eq!((texts.say("Esc closes"), KeyedTexts::default().say("Esc closes")), ("Q closes", "Esc closes"));
    }
}
