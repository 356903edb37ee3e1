//! Makes the language catalogue: from `lang/*.toml`, a file a language, one constant a text. A text that a
//! language lacks or has too many, or with other places for values than in English, ends the build.
//!
//! By hand, for what libraries for languages look up by name while the program runs is known when it is built.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

/// The language whose texts say which there are; the default.
const FIRST: &str = "en";

struct Language {
    key: String,
    texts: Table,
}

fn main() {
    println!("cargo::rerun-if-changed=lang");
    let mut paths: Vec<PathBuf> =
        fs::read_dir("lang").expect("lang").map(|entry| entry.expect("lang").path()).collect();
    paths.sort_by_key(|path| (path.file_stem().is_none_or(|stem| stem != FIRST), path.clone()));
    let languages: Vec<Language> = paths.iter().map(|path| read(path)).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("words");
    fs::create_dir_all(&out).expect("OUT_DIR can be written");
    write(&out, "language", &language(&languages));
    let tables: Vec<&Table> = languages.iter().map(|language| &language.texts).collect();
    for (section, _) in tables[0].iter().filter(|(section, _)| *section != "language") {
        catalogue(&out, section, &languages, &inner(&languages, &tables, section));
    }
}

fn read(path: &Path) -> Language {
    let text = fs::read_to_string(path).expect("a language file can be read");
    let texts = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let key = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    Language { key, texts }
}

/// The tables of one section, which every language has.
fn inner<'a>(languages: &[Language], tables: &[&'a Table], section: &str) -> Vec<&'a Table> {
    let of = |(table, language): (&&'a Table, &Language)| {
        let inner = table.get(section).and_then(Value::as_table);
        inner.unwrap_or_else(|| panic!("lang/{}.toml has no section {section}", language.key))
    };
    tables.iter().zip(languages).map(of).collect()
}

/// The constants of a section in a file of its own, and those of the sections in it.
fn catalogue(out: &Path, section: &str, languages: &[Language], tables: &[&Table]) {
    for (language, table) in languages.iter().zip(tables) {
        let surplus = table.keys().find(|name| !tables[0].contains_key(*name));
        assert!(surplus.is_none(), "lang/{}.toml has {section}.{surplus:?}, which {FIRST} has not", language.key);
    }
    let mut constants = String::new();
    for (name, first) in tables[0] {
        if first.is_table() {
            catalogue(out, &format!("{section}.{name}"), languages, &inner(languages, tables, name));
            continue;
        }
        let of = |(table, language): (&&Table, &Language)| {
            let text = table.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
            text.unwrap_or_else(|| panic!("lang/{}.toml lacks {section}.{name}", language.key)).to_owned()
        };
        let texts: Vec<String> = tables.iter().zip(languages).map(of).collect();
        for (text, language) in texts.iter().zip(languages) {
            // An error's own English sentence is the first value, what other languages say of it comes behind.
            assert!(
                texts[0] == "{0}" || places(text) == places(&texts[0]),
                "lang/{}.toml: {section}.{name} has other places for values than in {FIRST}",
                language.key
            );
        }
        writeln!(
            constants,
            "/// `{}`\npub const {name}: crate::explain::words::Word = crate::explain::words::Word({texts:?});",
            texts[0]
        )
        .expect("memory");
    }
    write(out, section, &constants);
}

/// The places for values in a text.
fn places(text: &str) -> BTreeSet<char> {
    let after = text.split('{').skip(1);
    after.filter(|rest| rest[1..].starts_with('}')).filter_map(|rest| rest.chars().next()).collect()
}

/// The languages themselves.
fn language(languages: &[Language]) -> String {
    let said = |language: &Language, what: &str| {
        let value = language.texts.get("language").and_then(|table| table.get(what));
        value.unwrap_or_else(|| panic!("lang/{}.toml lacks language.{what}", language.key)).clone()
    };
    let name = |language: &Language| said(language, "name").as_str().expect("a name is a text").to_owned();
    let names: Vec<String> = languages.iter().map(name).collect();
    let variants: Vec<String> = names.iter().map(|name| format!("    /// {name}.\n    {name},\n")).collect();
    let variants = variants.concat();
    let arms = |of: &dyn Fn(&Language) -> String| {
        let arm = |(name, language): (&String, &Language)| format!("            Self::{name} => {},\n", of(language));
        names.iter().zip(languages).map(arm).collect::<Vec<_>>().concat()
    };
    format!(
        "/// A language the program speaks.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray)]\n\
         pub enum Language {{\n    #[default]\n{variants}}}\n\n\
         impl Language {{\n    /// The code used by `--lang`.\n    pub const fn key(self) -> &'static str {{\n        match self {{\n{}        }}\n    }}\n\n    \
         /// Whether labels of this language are two cells wide.\n    pub const fn is_wide(self) -> bool {{\n        match self {{\n{}        }}\n    }}\n}}\n",
        arms(&|language| format!("{:?}", language.key)),
        arms(&|language| said(language, "wide").as_bool().expect("wide is true or false").to_string()),
    )
}

fn write(out: &Path, section: &str, text: &str) {
    fs::write(out.join(format!("{section}.rs")), text).expect("OUT_DIR can be written");
}
