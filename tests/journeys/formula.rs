//! A reader with a pencil: works out a formula as it stands on a line, by the names of lines above it.

use std::collections::HashMap;

/// The numbers that have a name.
pub type Names = HashMap<String, f64>;

/// What a formula of `+ - · * / ( ) √ ²`, numbers and names comes to.
pub fn value(formula: &str, names: &Names) -> f64 {
    let characters: Vec<char> = formula.chars().filter(|c| *c != ' ').collect();
    let mut reader = Reader { characters: &characters, names };
    let value = reader.sum();
    assert!(reader.characters.is_empty(), "left of {formula}: {reader:?}");
    value
}

#[derive(Debug)]
struct Reader<'a> {
    characters: &'a [char],
    names: &'a Names,
}

impl Reader<'_> {
    fn takes(&mut self, wanted: char) -> bool {
        let found = self.characters.first() == Some(&wanted);
        self.characters = &self.characters[usize::from(found)..];
        found
    }

    fn sum(&mut self) -> f64 {
        let mut sum = self.product();
        while self.takes('+') {
            sum += self.product();
        }
        sum
    }

    fn product(&mut self) -> f64 {
        let mut product = self.factor();
        loop {
            if self.takes('·') || self.takes('*') {
                product *= self.factor();
            } else if self.takes('/') {
                product /= self.factor();
            } else {
                return product;
            }
        }
    }

    fn factor(&mut self) -> f64 {
        if self.takes('-') {
            return -self.factor();
        }
        if self.takes('√') {
            return self.factor().sqrt();
        }
        let value = if self.takes('(') {
            let inside = self.sum();
            assert!(self.takes(')'), "an open bracket: {self:?}");
            inside
        } else {
            self.word()
        };
        if self.takes('²') { value * value } else { value }
    }

    /// A number or a name.
    fn word(&mut self) -> f64 {
        let mut before = ' ';
        let ends = |&c: &char| {
            // The sign of an exponent is part of its number.
            let ends = "+-·*/()√²".contains(c) && !(before == 'e' && c == '-');
            before = c;
            ends
        };
        let end = self.characters.iter().position(ends);
        let (word, rest) = self.characters.split_at(end.unwrap_or(self.characters.len()));
        self.characters = rest;
        let word: String = word.iter().collect();
        let number = word.parse().ok();
        number.or_else(|| self.names.get(&word).copied()).unwrap_or_else(|| panic!("nobody told what {word:?} is"))
    }
}

#[test]
fn formulas_are_worked_out_as_people_do() {
    let names = Names::from([("v̂".to_owned(), 9.0), ("e".to_owned(), 2.0)]);
    for (formula, expected) in [("1 + 2·3²", 19.0), ("-2 * √v̂/(√v̂ + 1e-1)", -6.0 / 3.1), ("e/2·-4", -4.0)] {
        assert_eq!(value(formula, &names), expected, "{formula}");
    }
}
