//! The house rules that the compiler does not know: which layer may know which, and who touches the world.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "architecture/panics.rs"]
mod panics;
#[path = "architecture/rooms.rs"]
mod rooms;

/// Each layer with the layers it may know; every layer may know itself.
const LAYERS: [(&str, &[&str]); 10] = [
    ("nn", &[]),
    ("data", &[]),
    ("kernel", &["nn"]),
    ("training", &["nn", "kernel", "data"]),
    ("analysis", &["nn", "kernel", "data", "training"]),
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
    ("thread", &["terminal", "kernel/parts.rs"], "one thread for everything that computes, but very many rows"),
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

    /// The words of the code.
    fn words(&self) -> impl Iterator<Item = &str> {
        tokens(&self.code).into_iter().filter(|token| is_word(token))
    }

    /// The modules right below the crate that it names.
    fn named_modules(&self) -> BTreeSet<&str> {
        let paths = paths(&tokens(&self.code)).into_iter();
        let ours = paths.filter(|path| matches!(path[0], "crate" | "titanic_tui"));
        ours.filter_map(|path| path.get(1).copied()).collect()
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Words, `::`, and every other sign alone.
fn tokens(code: &str) -> Vec<&str> {
    let (mut tokens, mut rest) = (Vec::new(), code.trim_start());
    while let Some(first) = rest.chars().next() {
        let end = match rest.find(|c: char| !c.is_alphanumeric() && c != '_') {
            Some(0) if rest.starts_with("::") => 2,
            Some(0) => first.len_utf8(),
            end => end.unwrap_or(rest.len()),
        };
        tokens.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    tokens
}

/// Every path of names with `::` between them; `a::{b, c::d}` gives `a::b` and `a::c::d`.
fn paths<'a>(tokens: &[&'a str]) -> Vec<Vec<&'a str>> {
    let (mut paths, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let begins = is_word(tokens[at]) && (at == 0 || !matches!(tokens[at - 1], "." | "::"));
        at = if begins { path(tokens, at, &[], &mut paths) } else { at + 1 };
    }
    paths
}

/// Reads one path, or a group of them behind `begun`; where it ends.
fn path<'a>(tokens: &[&'a str], mut at: usize, begun: &[&'a str], into: &mut Vec<Vec<&'a str>>) -> usize {
    let mut path = begun.to_vec();
    while at < tokens.len() {
        if tokens[at] == "{" && !path.is_empty() {
            at += 1;
            while at < tokens.len() && tokens[at] != "}" {
                let is_part = is_word(tokens[at]) && tokens[at] != "as" && tokens[at - 1] != "as";
                at = if is_part { self::path(tokens, at, &path, into) } else { at + 1 };
            }
            return at + 1;
        }
        if !is_word(tokens[at]) {
            break;
        }
        path.push(tokens[at]);
        at += 1;
        if tokens.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    into.push(path);
    at
}

/// The folder of the sources.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every Rust file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut files) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

fn sources() -> Vec<Source> {
    let source = |path: PathBuf| Source {
        code: code(without_tests(&fs::read_to_string(&path).expect("a text"))),
        path: path.strip_prefix(root()).expect("below src").to_owned(),
    };
    let mut sources: Vec<Source> = files(&root()).into_iter().map(source).collect();
    // Tests may look at the world to see what the code did to it.
    sources.retain(|source| !source.path.iter().any(|part| part == "tests" || part == "tests.rs"));
    assert!(sources.len() > 50, "the sources were found");
    sources
}

/// A text up to a test module at its end.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |tests| &text[..tests])
}

/// What the compiler compiles: no comments, no texts.
fn code(text: &str) -> String {
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
            if is_layer && named != layer && !may_know.contains(&named) {
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
        let words: BTreeSet<_> = source.words().collect();
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
    for source in sources() {
        let text = fs::read_to_string(root().join(&source.path)).unwrap();
        assert!(text.starts_with("//! "), "{} opens without a word", source.path.display());
        assert_ne!(source.path.file_name().unwrap(), "mod.rs", "{}", source.path.display());
    }
    let main = fs::read_to_string(root().join("main.rs")).unwrap();
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
    let found = tokens("use super::{a::{self, b}, c as d}; x.y(self::e::<f>())");
    let found: Vec<String> = paths(&found).into_iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["use", "super::a::self", "super::a::b", "super::c", "x", "self::e", "f"]);
}
