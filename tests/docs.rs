//! The key tables of both READMEs are the program's key table, each in its language.
//!
//! `UPDATE_DOCS=1 cargo test --test docs` writes it anew between its markers.

use std::fmt::Write as _;
use std::path::Path;

use titanic_tui::app::Screen;
use titanic_tui::app::keys::{Binding, Heading, Key, KeyTable, Scope};
use titanic_tui::explain::words::Language;

const START: &str = "<!-- keys:start -->";
const END: &str = "<!-- keys:end -->";

/// The screen a binding is bound to, if it does not hold everywhere.
const fn screen(scope: Scope) -> Option<Screen> {
    match scope {
        Scope::Everywhere | Scope::Edit | Scope::WhatIf | Scope::Popup | Scope::Tour | Scope::Present => None,
        Scope::Race => Some(Screen::Train),
        Scope::Screen(screen) => Some(screen),
        Scope::Panel(panel) => Some(panel.screen()),
    }
}

fn keys(binding: &Binding) -> String {
    let keys: Vec<String> = binding.keys.iter().map(|(key, _)| format!("`{}`", Key::label(*key))).collect();
    keys.join(" ")
}

/// Where a row holds: nothing for every screen, else the screen's name. The same keys with the same
/// words in several scopes are one row.
fn place(row: &Binding, language: Language) -> &'static str {
    let same = |binding: &&Binding| binding.help == row.help && keys(binding) == keys(row);
    let table = KeyTable::default();
    let mut screens: Vec<_> = table.rows().iter().filter(same).map(|b| screen(b.scope)).collect();
    screens.dedup();
    match screens[..] {
        [Some(screen)] => language.say(screen.title()),
        _ => "",
    }
}

/// The table as Markdown, grouped as on the help page.
fn table(language: Language) -> String {
    let head = match language {
        Language::English => "| Keys | On | What |",
        Language::Japanese => "| キー | 画面 | はたらき |",
    };
    let mut text = format!("{head}\n|---|---|---|\n");
    let mut seen = Vec::new();
    for &group in Heading::ALL {
        let title = language.say(group.title());
        let _ = writeln!(text, "| **{title}** | | |");
        for binding in KeyTable::default().rows().iter().filter(|binding| binding.group == group) {
            let row = (binding.help, keys(binding));
            if seen.contains(&row) {
                continue;
            }
            let what = language.say(binding.help);
            let _ = writeln!(text, "| {} | {} | {what} |", row.1, place(binding, language));
            seen.push(row);
        }
    }
    text
}

/// A README with the table between its markers.
fn with_table(readme: &str, language: Language) -> Option<String> {
    let start = readme.find(START)? + START.len();
    let end = start + readme[start..].find(END)?;
    Some(format!("{}\n{}{}", &readme[..start], table(language), &readme[end..]))
}

#[test]
fn the_readmes_list_the_keys_the_program_has() {
    for (name, language) in [("README.md", Language::English), ("README.ja.md", Language::Japanese)] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        let readme = std::fs::read_to_string(&path).expect("there is a README");
        let right = with_table(&readme, language).expect("it has the markers of the key table");
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::write(&path, right).expect("it can be written");
            continue;
        }
        assert!(readme == right, "the keys in {name} are not the program's: UPDATE_DOCS=1 cargo test --test docs");
    }
}

#[test]
fn the_table_has_every_row_of_the_key_table_once() {
    for language in [Language::English, Language::Japanese] {
        let table = table(language);
        for binding in KeyTable::default().rows() {
            let row = format!("| {} | {} |", keys(binding), place(binding, language));
            let what = language.say(binding.help);
            let lines = table.lines().filter(|line| line.starts_with(&row) && line.contains(what));
            assert_eq!(lines.count(), 1, "{row} {what}");
        }
    }
}

/// The README's pictures are the program's own frames: `docs/pictures/make` makes them again.
#[test]
fn the_pictures_are_what_the_program_draws() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/pictures");
    let script = std::fs::read_to_string(format!("{folder}/make")).expect("the script is there");
    let pictures = script.lines().filter_map(|line| line.strip_prefix("picture "));
    let mut count = 0;
    for picture in pictures {
        // NAME SCREEN SIZE 'KEYS' FLAGS..., where what stands between quotes is one word
        let parts = picture.split('\'').enumerate();
        let quoted =
            |(at, part): (usize, _)| if at % 2 == 1 { vec![part] } else { str::split_whitespace(part).collect() };
        let words: Vec<&str> = parts.flat_map(quoted).collect();
        let [name, screen, size, keys, flags @ ..] = &words[..] else { panic!("{picture} lacks a word") };
        let drawn = std::process::Command::new(env!("CARGO_BIN_EXE_titanic-tui"))
            .env("XDG_CONFIG_HOME", "/nonexistent")
            .args(["snapshot", "--screen", screen, "--size", size, "--keys", keys])
            .args(["--theme", "dark", "--format", "svg"])
            .args(flags)
            .output()
            .expect("the program runs");
        assert!(drawn.status.success(), "{name}: {}", String::from_utf8_lossy(&drawn.stderr));
        let committed = std::fs::read(format!("{folder}/{name}.svg")).expect("the picture is there");
        assert!(committed == drawn.stdout, "{name} is out of date: run docs/pictures/make");
        count += 1;
    }
    assert!(count >= 4, "the script makes pictures");
}
