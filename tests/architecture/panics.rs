//! Where the program may panic by its own word: nowhere but where this list says why it cannot come to it. A new `expect`
//! is written down here, by who has seen that no input leads there.

use std::collections::BTreeSet;
use std::fs;

use super::{code, files, root};

/// What is said where something is expected, and what holds it.
const EXPECTED: [(&str, &str); 17] = [
    ("a test reads it", "data inside the program"),
    ("it was read when the program was built", "data inside the program"),
    ("the tests read it", "data inside the program"),
    ("the embedded train list is valid", "data inside the program"),
    ("the embedded test list is valid", "data inside the program"),
    ("the template is valid", "two constants"),
    ("one of the possible values", "clap takes no other"),
    ("memory can be written", "a string or a vector takes whatever is written"),
    ("a string takes whatever is written", "a string takes whatever is written"),
    ("tables are text", "written as text just before"),
    ("a recipe can be written as TOML", "plain values, and a seed within TOML's integers: `Recipe::validate`"),
    ("a recipe is a table of plain values", "plain values, and a seed within TOML's integers: `Recipe::validate`"),
    ("plain values can be written", "JSON of numbers and text"),
    ("a network has an output layer", "`Network::new` makes one"),
    ("a neuron has a bias", "`NeuronAccount::of` puts it last"),
    ("the first epoch always has a key frame", "thinning out leaves the first"),
    ("true-colour themes paint their ground", "three constants"),
];

/// What holds by the lines around it.
const SEEN: [(&str, &str); 2] =
    [("there are four", "an array of four"), ("the screen is drawn with one", "`score::draw` turns back without one")];

/// Words that are no part of the program: what cannot be is made impossible by types, or answered.
const NEVER: [&str; 7] = ["panic", "unreachable", "todo", "unimplemented", "assert", "assert_eq", "assert_ne"];

#[test]
fn every_way_to_panic_by_word_is_written_down_with_what_holds_it() {
    let (mut wrong, mut met) = (Vec::new(), BTreeSet::new());
    for path in files(&root()) {
        let text = fs::read_to_string(&path).expect("a text");
        if path.iter().any(|part| part == "tests" || part == "tests.rs") {
            continue;
        }
        let own = text.find("\nmod tests {").map_or(text.as_str(), |tests| &text[..tests]);
        let code = code(own);
        for word in NEVER {
            if code.contains(&format!("{word}!(")) && !code.contains(&format!("debug_{word}!(")) {
                wrong.push(format!("{}: {word}!", path.display()));
            }
        }
        for said in own.split(".expect(").skip(1) {
            let said = said.trim_start().strip_prefix('"').and_then(|said| said.split('"').next()).unwrap_or("?");
            match EXPECTED.iter().chain(&SEEN).find(|(known, _)| *known == said) {
                Some((known, _)) => _ = met.insert(*known),
                None => wrong.push(format!("{}: expect({said:?})", path.display())),
            }
        }
    }
    for (known, _) in EXPECTED.iter().chain(&SEEN) {
        if !met.contains(known) {
            wrong.push(format!("nobody expects {known:?} any more"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
