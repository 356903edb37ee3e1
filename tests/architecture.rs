//! The house rules that the compiler does not know: which layer may know which, and who touches the world.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each layer with the layers it may know; every layer may know itself.
const LAYERS: [(&str, &[&str]); 9] = [
    ("nn", &[]),
    ("data", &[]),
    ("training", &["nn", "data"]),
    ("analysis", &["nn", "data", "training"]),
    ("explain", &["nn", "data", "training", "analysis"]),
    ("app", &["nn", "data", "training", "analysis", "explain"]),
    ("ui", &["nn", "data", "training", "analysis", "explain", "app"]),
    ("terminal", &["nn", "data", "training", "analysis", "explain", "app", "ui"]),
    ("cli", &["nn", "data", "training", "analysis", "explain", "app", "ui", "terminal"]),
];

/// Words that stand for something only some places may do: the word, where it may stand, and why.
const RESERVED: [(&str, &[&str], &str); 13] = [
    ("ratatui", &["ui", "terminal", "cli/headless.rs"], "drawing is the business of `ui`"),
    ("crossterm", &["app", "terminal"], "the terminal is the business of `terminal`"),
    ("libm", &["nn/math.rs"], "the same bits everywhere come from one module"),
    ("rand_chacha", &["nn/rng.rs"], "all chance comes from one module"),
    ("fs", &["terminal", "cli"], "paths are opened at the edge"),
    ("OpenOptions", &["terminal", "cli"], "paths are opened at the edge"),
    ("tempfile", &["terminal"], "files are written at the edge"),
    (
        "env",
        &["terminal", "cli", "main.rs", "explain/words.rs"],
        "the environment is read at the edge, and where the build left the texts",
    ),
    ("Instant", &["terminal", "cli"], "time enters the program as ticks"),
    ("SystemTime", &["terminal", "cli"], "time enters the program as ticks"),
    ("thread", &["terminal"], "one thread for everything that computes"),
    ("stdout", &["terminal", "cli"], "only the edge speaks to the outside"),
    ("stderr", &["terminal", "cli"], "only the edge speaks to the outside"),
];

/// A source file without its comments, texts and tests.
struct Source {
    /// The path below `src`.
    path: PathBuf,
    code: String,
}

impl Source {
    /// The layer it belongs to; none for `main.rs` and `lib.rs`.
    fn layer(&self) -> Option<&'static str> {
        let first = self.path.components().next()?.as_os_str().to_str()?;
        let name = first.strip_suffix(".rs").unwrap_or(first);
        LAYERS.iter().map(|(layer, _)| *layer).find(|layer| *layer == name)
    }

    /// The words of the code, each with what follows it.
    fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let mut rest = self.code.as_str();
        std::iter::from_fn(move || {
            let start = rest.find(is_word)?;
            let end = rest[start..].find(|c| !is_word(c)).map_or(rest.len(), |end| start + end);
            let word = &rest[start..end];
            rest = &rest[end..];
            Some((word, rest))
        })
    }

    /// The modules right below the crate that it names, one by one or in braces.
    fn named_modules(&self) -> BTreeSet<String> {
        let paths = self.words().filter(|(word, _)| matches!(*word, "crate" | "titanic_tui"));
        let paths = paths.filter_map(|(_, rest)| rest.strip_prefix("::"));
        paths.flat_map(first_names).collect()
    }
}

/// `a::b` gives a; `{a::{b, c}, d}` gives a and d.
fn first_names(path: &str) -> Vec<String> {
    let name =
        |text: &str| -> String { text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect() };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let (mut depth, mut names, mut start) = (0, Vec::new(), 0);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut sources) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let code = code(&fs::read_to_string(&path).expect("a text"));
                sources.push(Source { path: path.strip_prefix(&root).expect("below src").to_owned(), code });
            }
        }
    }
    // Tests may look at the world to see what the code did to it.
    sources.retain(|source| {
        let is_test = |name: &str| name == "tests" || name == "tests.rs";
        !source.path.iter().any(|part| part.to_str().is_some_and(is_test))
    });
    assert!(sources.len() > 50, "the sources were found");
    sources
}

/// What the compiler compiles: no comments, no texts, and nothing from a test module at the end on.
fn code(text: &str) -> String {
    let text = match text.find("#[cfg(test)]\nmod tests {") {
        Some(tests) => &text[..tests],
        None => text,
    };
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    let mut code = String::new();
    for line in lines {
        let outside = line.split('"').step_by(2);
        code.extend(outside.flat_map(|part| [part, "\"\""]));
        code.push('\n');
    }
    code
}

#[test]
fn dependencies_point_one_way() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(layer) = source.layer() else {
            continue;
        };
        let (_, may_know) = LAYERS.iter().find(|(name, _)| *name == layer).unwrap();
        for named in source.named_modules() {
            let is_layer = LAYERS.iter().any(|(name, _)| *name == named);
            if is_layer && named != layer && !may_know.contains(&named.as_str()) {
                wrong.push(format!("{}: `{layer}` must not know `{named}`", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_right_places_touch_the_world() {
    let mut wrong = Vec::new();
    for source in sources() {
        let words: BTreeSet<_> = source.words().map(|(word, _)| word).collect();
        for (word, places, why) in RESERVED {
            let may = places.iter().any(|place| source.layer() == Some(place) || source.path == Path::new(place));
            if words.contains(word) && !may {
                wrong.push(format!("{}: `{word}`: {why}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_for_and_main_stays_thin() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for source in sources() {
        let text = fs::read_to_string(root.join(&source.path)).unwrap();
        assert!(text.starts_with("//! "), "{} opens without a word", source.path.display());
        assert_ne!(source.path.file_name().unwrap(), "mod.rs", "{}", source.path.display());
    }
    let main = fs::read_to_string(root.join("main.rs")).unwrap();
    assert!(main.lines().count() <= 40, "main.rs grows");
}

#[test]
fn the_scan_sees_what_it_should() {
    let source = Source {
        path: PathBuf::from("data/view.rs"),
        code: code(
            "use crate::{app::{App, x}, ui};\nlet a = crate::nn::math::exp(1.0); // crate::cli\n\"crate::terminal\"",
        ),
    };
    assert_eq!(source.layer(), Some("data"));
    let named: Vec<_> = source.named_modules().into_iter().collect();
    assert_eq!(named, ["app", "nn", "ui"]);
}
