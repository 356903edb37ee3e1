//! A language is a file: one more of them builds, and one that lacks something says what.

#[path = "../lang/catalogue.rs"]
mod catalogue;

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// The program's own languages and Esperanto, English but for its name and what `change` does to its file.
fn with_esperanto(change: impl Fn(String) -> String) -> (TempDir, Result<(), String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let lang = Path::new(env!("CARGO_MANIFEST_DIR")).join("lang");
    for key in ["en", "ja"] {
        fs::copy(lang.join(format!("{key}.toml")), folder.path().join(format!("{key}.toml"))).expect("a copy");
    }
    let english = fs::read_to_string(lang.join("en.toml")).expect("a text");
    let esperanto = change(english.replace("name = \"English\"", "name = \"Esperanto\""));
    fs::write(folder.path().join("eo.toml"), esperanto).expect("a file");
    let built = catalogue::build(folder.path(), &folder.path().join("out"));
    (folder, built)
}

#[test]
fn a_language_costs_one_file() {
    let (folder, built) = with_esperanto(|text| text.replace("Quit = \"quit\"", "Quit = \"eliri\""));
    assert_eq!(built, Ok(()));
    let made = |name: &str| fs::read_to_string(folder.path().join("out").join(name)).expect("it was made");
    let language = made("language.rs");
    assert!(language.contains("    #[default]\n    /// English.\n    English,"), "{language}");
    assert!(language.contains("    Esperanto,\n") && language.contains("Self::Esperanto => \"eo\","), "{language}");
    let title = made("commands.Command.title.rs");
    assert!(title.contains("Self::Quit => crate::explain::words::Word([\"quit\", \"eliri\", \"終了\"])"), "{title}");
}

#[test]
fn what_a_language_lacks_has_too_many_or_fills_otherwise_does_not_build() {
    let refused = |from: &str, to: &str| {
        let (_folder, built) = with_esperanto(|text| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        built.expect_err(to)
    };
    assert_eq!(
        refused("\nSTRIPS_HELD = ", "\nSTRIPES_HELD = "),
        "lang/eo.toml has beliefs.STRIPES_HELD, which en has not"
    );
    assert_eq!(refused("\nSTRIPS_HELD = ", "\n# "), "lang/eo.toml lacks beliefs.STRIPS_HELD");
    assert_eq!(refused("\n[card]\n", "\n[kard]\n"), "lang/eo.toml has no section card");
    assert_eq!(
        refused("to 80, {0}\"", "to 80\""),
        "lang/eo.toml: beliefs.STRIPS_HELD has other places for values than in en"
    );
    assert_eq!(refused("wide = false", "wider = false"), "lang/eo.toml lacks language.wide");
    assert!(refused("\nQuit = ", "\nQuite = ").contains("commands.Command::title.Quite"));
}

/// What nothing says any more would be translated for nothing.
#[test]
fn every_text_is_said_somewhere() {
    fn code(folder: &Path, into: &mut String) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                code(&path, into);
            } else {
                *into += &fs::read_to_string(&path).expect("a text");
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = String::new();
    code(&root.join("src"), &mut all);
    let words: HashSet<&str> = all.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).collect();
    let texts: toml::Table = fs::read_to_string(root.join("lang/en.toml")).expect("a text").parse().expect("TOML");
    let tables = texts.iter().filter(|(section, _)| *section != "language");
    let names = tables.filter_map(|(_, table)| table.as_table()).flatten();
    let unsaid: Vec<&String> = names
        .map(|(name, _)| name)
        .filter(|name| name.to_uppercase() == **name && !words.contains(name.as_str()))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}
