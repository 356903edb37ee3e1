//! A language is a file: one more of them builds, and one that lacks something says what; and what is made in English,
//! help and errors, is said in every language.

#[path = "../lang/catalogue.rs"]
mod catalogue;

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use titanic_tui::explain::words::Language;

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

/// The text of every file of Rust in a folder, without its tests, with its path.
fn code(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            code(&path, into);
        } else {
            let text = fs::read_to_string(&path).expect("a text");
            let own = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            into.push((path.to_string_lossy().replace('\\', "/"), own));
        }
    }
}

fn source() -> Vec<(String, String)> {
    let mut all = Vec::new();
    code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
    all
}

/// The literal that the code begins with.
fn literal(code: &str) -> Option<String> {
    let inside = code.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    let mut glyphs = inside.chars();
    loop {
        match glyphs.next()? {
            '"' => return Some(text),
            '\\' => match glyphs.next()? {
                '\n' => {
                    let rest = glyphs.as_str().trim_start();
                    glyphs = rest.chars();
                }
                glyph => text.push(glyph),
            },
            glyph => text.push(glyph),
        }
    }
}

/// The sentence with something in its places.
fn instance(form: &str) -> String {
    let mut pieces = form.split('{');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + "X" + piece.split_once('}').map_or("", |(_, rest)| rest))
}

/// The first two words of English in a row, if a text has them; what is quoted as it is typed does not count.
fn english(text: &str) -> Option<String> {
    let typed = |part: &(usize, &str)| part.0.is_multiple_of(2);
    let text: String = text.split('`').enumerate().filter(typed).map(|(_, part)| part).collect();
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase());
    words.windows(2).find(|two| two.iter().all(|word| is_word(word))).map(|two| two.join(" "))
}

/// A sentence in English in the middle of a Japanese lesson is one that its reader cannot use.
#[test]
fn every_error_is_said_in_every_language() {
    let mut sentences = Vec::new();
    for (path, text) in source() {
        let begins = if path.contains("/cli") {
            &["#[error(", "Failure::usage(", ".note(", "Report::msg(", ".ok_or("][..]
        } else {
            &["#[error("][..]
        };
        // Where a report is written, or what a command prints, is not an error.
        let prints = ["handout", "plain", "explain", "figures", "evaluate", "gauge", "person"];
        let begins = if prints.iter().any(|name| path.contains(name)) { &["#[error("][..] } else { begins };
        for begin in begins {
            sentences.extend(text.split(begin).skip(1).filter_map(|after| Some((path.clone(), literal(after)?))));
        }
        if path.ends_with("data/read/error.rs") {
            let inside = text
                .split('"')
                .skip(1)
                .step_by(2)
                .filter(|text| text.contains(' ') && !text.contains("sentences print"))
                .map(str::to_owned);
            sentences.extend(inside.map(|text| (path.clone(), text)));
        }
    }
    assert!(sentences.len() > 100, "{}", sentences.len());
    let mut unknown = Vec::new();
    for &language in Language::ALL.iter().skip(1) {
        for (path, sentence) in &sentences {
            let said = language.translated(&instance(sentence));
            unknown.extend(english(&said).map(|_| format!("{path}: {sentence} → {said}")));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// Help is what somebody reads who knows nothing yet.
#[test]
fn all_help_is_in_every_language() {
    let mut unknown = Vec::new();
    let commands = [
        "open",
        "config",
        "doctor",
        "tour",
        "train",
        "cross-validate",
        "predict",
        "evaluate",
        "submit",
        "snapshot",
        "export",
        "handout",
        "man",
    ];
    for language in Language::ALL.iter().skip(1) {
        for command in [None].into_iter().chain(commands.map(Some)) {
            let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
            program.env("XDG_CONFIG_HOME", "/nonexistent");
            let told = program.args(command).args(["--help", "--lang", language.key()]).output().expect("it runs");
            assert!(told.status.success(), "{command:?}");
            let text = String::from_utf8(told.stdout).expect("text");
            assert!(!text.is_ascii(), "{text}");
            for line in text.lines().map(|line| line.rsplit("  ").next().unwrap_or_default()) {
                unknown.extend(english(line).map(|_| format!("{command:?}: {line}")));
            }
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// The places where the words of a program are not ours: arguments, TOML, JSON, the system.
#[test]
fn what_libraries_say_is_told_in_every_language() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    };
    let header = "PassengerId,Survived,Pclass,Name,Sex,Age\n";
    let lists = ["", "a;b\n1;2\n", "Sex,Age\nmale,22\n", header].map(str::to_owned).into_iter().chain(
        [
            "1,2,3,\"A\",male,22",
            "1,1,3,A,boat,22",
            "1,1,9,A,male,22",
            "1,1,3,A,male,2y",
            "1,1,3,A,male,\"2,5\"",
            "1,,3,A,male,2",
            "1,1,3,A,male",
            "1,1,3,\"A,male,2",
        ]
        .map(|row| format!("{header}{row}\n")),
    );
    let lists = lists.enumerate().map(|(at, text)| vec!["--data".to_owned(), file(&format!("{at}.csv"), &text)]);
    let recipes = [
        "features = 3",
        "seed = \"a\"",
        "nobody = 1",
        "seed = ",
        "seed = 1\nseed = 2",
        "[x",
        "loss = \"x\"",
        "x",
        "hidden = [0]",
    ];
    let recipes =
        recipes.iter().enumerate().map(|(at, text)| vec!["--recipe".to_owned(), file(&format!("{at}.toml"), text)]);
    let models = ["{", "{}", "{\"format\": 3}", "[1]", "{\"format\":\"titanic-tui-model\",\"version\":99}"];
    let models =
        models.iter().enumerate().map(|(at, text)| vec!["--model".to_owned(), file(&format!("{at}.json"), text)]);
    let flags = [
        "--epochs x",
        "--epochs",
        "--nobody",
        "--data gone.csv",
        "--data /",
        "--threshold 2",
        "--theme red",
        "--seed -1",
        "--batch x",
        "--hidden x",
        "--json=3",
        "--model t1:abc",
    ];
    let flags = flags.map(|line| line.split(' ').map(str::to_owned).collect());
    let mut unknown = Vec::new();
    for arguments in lists.chain(recipes).chain(models).chain(flags) {
        for language in Language::ALL.iter().skip(1) {
            let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
            program.env("XDG_CONFIG_HOME", "/nonexistent");
            let mut given = vec!["train".to_owned(), "--epochs=1".to_owned()];
            if arguments.iter().any(|word| word.starts_with("--epochs")) {
                given.pop();
            }
            let told = program.args(given).args(&arguments).args(["--lang", language.key()]).output().expect("it runs");
            let text = String::from_utf8(told.stderr).expect("text");
            assert!(!told.status.success() && !text.is_ascii(), "{arguments:?}: {text}");
            unknown.extend(english(&text).map(|_| format!("{arguments:?}: {text}")));
        }
    }
    assert!(unknown.is_empty(), "{unknown:#?}");
}

/// What nothing says any more would be translated for nothing.
#[test]
fn every_text_is_said_somewhere() {
    let all: String = source().into_iter().map(|(_, text)| text).collect();
    let words: HashSet<&str> = all.split(|c: char| c != '_' && !c.is_ascii_alphanumeric()).collect();
    let texts: toml::Table = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("lang/en.toml"))
        .expect("a text")
        .parse()
        .expect("TOML");
    let tables = texts.iter().filter(|(section, _)| *section != "language");
    let names = tables.filter_map(|(_, table)| table.as_table()).flatten();
    let unsaid: Vec<&String> = names
        .map(|(name, _)| name)
        .filter(|name| name.to_uppercase() == **name && !words.contains(name.as_str()))
        .collect();
    assert!(unsaid.is_empty(), "{unsaid:?}");
}
