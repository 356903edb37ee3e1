//! Sentences that were made in English (by an error of ours, by a library, by the help of the command line), found by
//! their form in `lang/sentences/` and said in another language. What the program says itself stands in `words`.

use serde::Deserialize;

/// What a language knows of English sentences.
#[derive(Debug, Deserialize)]
pub struct Sentences {
    /// Forms in English, with `{}` for what differs, and the same in the language; the first that fits is taken.
    sentences: Vec<(String, String)>,
}

impl Sentences {
    /// Reads the file of a language.
    ///
    /// # Panics
    /// If it is no list of pairs; the tests read each.
    pub(super) fn read(text: &str) -> Self {
        toml::from_str(text).expect("the tests read it")
    }

    /// The sentence in this language, and so the parts of it that are sentences; what nobody knows stays.
    pub(super) fn translated(&self, sentence: &str) -> String {
        let fits = |(english, own): &'_ (String, String)| Some((parts(english, sentence)?, own.clone()));
        let Some((parts, mut own)) = self.sentences.iter().find_map(fits) else {
            return match sentence.split_once(": ") {
                Some((place, cause)) => format!("{}: {}", self.translated(place), self.translated(cause)),
                None => sentence.to_owned(),
            };
        };
        for (index, part) in parts.into_iter().enumerate() {
            own = own.replace(&format!("{{{index}}}"), &self.translated(part));
        }
        own
    }
}

/// What stands in the places of a form, if the sentence has it.
fn parts<'a>(form: &str, sentence: &'a str) -> Option<Vec<&'a str>> {
    let mut literals = form.split("{}");
    let mut rest = sentence.strip_prefix(literals.next()?)?;
    let mut literals = literals.peekable();
    let mut parts = Vec::new();
    while let Some(literal) = literals.next() {
        // What stands last reaches to the end of the sentence.
        let (part, after) = match literals.peek() {
            Some(_) => rest.split_once(literal)?,
            None => (rest.strip_suffix(literal)?, ""),
        };
        parts.push(part);
        rest = after;
    }
    rest.is_empty().then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_form_that_fits_says_a_sentence_and_its_parts() {
        let known = Sentences::read(
            r#"sentences = [["{}, line {}: {}", "{0}、{1}行目：{2}"], ["{} is {}, not a file", "{0}は{1}"], ["a pipe", "パイプ"]]"#,
        );
        assert_eq!(known.translated("x, line 3: y is a pipe, not a file"), "x、3行目：yはパイプ");
        assert_eq!(known.translated("told: a pipe"), "told: パイプ");
        assert_eq!(known.translated("what nobody knows"), "what nobody knows");
        assert_eq!(known.translated("a pipe of bamboo"), "a pipe of bamboo");
    }
}
