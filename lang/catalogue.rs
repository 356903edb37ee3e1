//! From `*.toml`, a file a language, to Rust: a constant for each text, and a function for each table whose
//! name is one, `[presets."title(Preset)"]` or the method `[commands."Command::title"]`, with a text for each
//! variant. A text that a language
//! lacks or has too many, or with other places for values than in English, is a [`build`] that fails; a
//! variant without its text does not compile.
//!
//! A text may name a key, `{Esc=cancel}`: the one that the command `cancel` has unless its user gives it another. The
//! constant says `Esc`; the texts with their commands stand in `keyed.rs`.
//!
//! By hand, for what libraries for languages look up by name while the program runs is known when it is built.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use toml::{Table, Value};

/// The language whose texts say which there are; the default.
const FIRST: &str = "en";

/// The path of a text's type in what is written.
const WORD: &str = "crate::explain::words::Word";

/// A file of texts, or a table in it.
struct Texts<'a> {
    /// The language's code: its file's name.
    key: &'a str,
    table: &'a Table,
}

/// Texts that name keys, as they are said, with the same in which each key has its command.
type Keyed = BTreeMap<String, String>;

/// Writes a file of Rust for each table of the languages in one folder into another.
pub fn build(lang: &Path, out: &Path) -> Result<(), String> {
    let files = files(lang)?;
    let languages: Vec<Texts<'_>> = files.iter().map(|(key, table)| Texts { key, table }).collect();
    fs::create_dir_all(out).map_err(|error| at(out, &error))?;
    write(out, "language", &language(lang, &languages)?)?;
    let mut keyed = Keyed::new();
    for section in languages[0].table.keys().filter(|section| *section != "language") {
        catalogue(out, section, &inner(&languages, section, section)?, &mut keyed)?;
    }
    // Pairs in the form that Rust itself gives them.
    let pairs: Vec<_> = keyed.into_iter().collect();
    let about = "/// Every text that names keys, and the same with the commands of these keys.\n";
    write(out, "keyed", &format!("{about}const KEYED: &[(&str, &str)] = &{pairs:?};\n"))
}

/// Every language's key and texts, the first language first.
fn files(lang: &Path) -> Result<Vec<(String, Table)>, String> {
    let entries = fs::read_dir(lang).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let paths = entries.map_err(|error| at(lang, &error))?.into_iter().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    paths.sort_by_key(|path| (path.file_stem().is_none_or(|stem| stem != FIRST), path.clone()));
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).map_err(|error| at(path, &error))?;
        let key = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        Ok((key, text.parse().map_err(|error| at(path, &error))?))
    };
    paths.iter().map(read).collect()
}

fn at(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}

/// The table of that name in each, which every language has.
fn inner<'a>(languages: &[Texts<'a>], name: &str, path: &str) -> Result<Vec<Texts<'a>>, String> {
    let of = |&Texts { key, table }: &Texts<'a>| {
        let inner = table.get(name).and_then(Value::as_table);
        inner.map(|table| Texts { key, table }).ok_or_else(|| format!("lang/{key}.toml has no section {path}"))
    };
    languages.iter().map(of).collect()
}

/// The constants of a table, or its function, in a file of its own, and those of the tables in it.
fn catalogue(out: &Path, path: &str, languages: &[Texts<'_>], keyed: &mut Keyed) -> Result<(), String> {
    for Texts { key, table } in languages {
        if let Some(surplus) = table.keys().find(|name| !languages[0].table.contains_key(*name)) {
            return Err(format!("lang/{key}.toml has {path}.{surplus}, which {FIRST} has not"));
        }
    }
    let mut texts = Vec::new();
    for (name, first) in languages[0].table {
        let path = format!("{path}.{name}");
        if first.is_table() {
            catalogue(out, &path, &inner(languages, name, &path)?, keyed)?;
        } else {
            texts.push((name.as_str(), text(languages, name, &path, keyed)?));
        }
    }
    let (section, name) = path.rsplit_once('.').unwrap_or(("", path));
    if let Some((kind, name)) = name.split_once("::") {
        let method = function(name, "self", "Self", &texts);
        write(out, &format!("{section}.{kind}.{name}"), &format!("impl {kind} {{\n{method}}}\n"))
    } else if let Some((name, of)) = name.strip_suffix(')').and_then(|name| name.split_once('(')) {
        let function = function(name, &format!("of: {of}"), of.trim_start_matches('&'), &texts);
        write(out, &format!("{section}.{name}"), &function)
    } else {
        write(out, path, &constants(&texts))
    }
}

/// One text in every language.
fn text(languages: &[Texts<'_>], name: &str, path: &str, keyed: &mut Keyed) -> Result<Vec<String>, String> {
    let mut of = |Texts { key, table }: &Texts<'_>| {
        let text = table.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let marked = text.ok_or_else(|| format!("lang/{key}.toml lacks {path}"))?;
        let plain = usual(marked);
        if plain != marked && *keyed.entry(plain.clone()).or_insert_with(|| marked.to_owned()) != marked {
            return Err(format!("lang/{key}.toml: {path} says what another text says of other commands"));
        }
        Ok(plain)
    };
    let texts: Vec<String> = languages.iter().map(&mut of).collect::<Result<_, _>>()?;
    let differs = |text: &String| places(text) != places(&texts[0]);
    match texts.iter().position(differs) {
        None => Ok(texts),
        Some(language) => {
            let key = languages[language].key;
            Err(format!("lang/{key}.toml: {path} has other places for values than in {FIRST}"))
        }
    }
}

/// A text with the keys that commands have unless a user gives them others.
fn usual(marked: &str) -> String {
    let mut pieces = marked.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once('}').and_then(|(mark, rest)| Some((mark.rsplit_once('=')?.0, rest))) {
            Some((key, rest)) => text.extend([key, rest]),
            None => text.extend(["{", piece]),
        }
    }
    text
}

/// The places for values in a text.
fn places(text: &str) -> BTreeSet<char> {
    let after = text.split('{').skip(1);
    after.filter(|rest| rest[1..].starts_with('}')).filter_map(|rest| rest.chars().next()).collect()
}

fn constants(texts: &[(&str, Vec<String>)]) -> String {
    texts.iter().fold(String::new(), |mut code, (name, texts)| {
        let _ = writeln!(code, "/// `{}`\npub const {name}: {WORD} = {WORD}({texts:?});", texts[0]);
        code
    })
}

/// A function of an enum; the keys are patterns of its variants. It is a table however long it gets, so all of it stands
/// in one line.
fn function(name: &str, argument: &str, kind: &str, texts: &[(&str, Vec<String>)]) -> String {
    let of = argument.split(':').next().unwrap_or(argument);
    let mut code = format!("/// Its `{name}`.\npub const fn {name}({argument}) -> {WORD} {{\n    match {of} {{\n");
    for (variant, texts) in texts {
        let _ = write!(code, " {kind}::{variant} => {WORD}({texts:?}),");
    }
    code + "    }\n}\n"
}

/// The languages themselves, and what each says of sentences that were made in English (`sentences/*.toml`).
fn language(lang: &Path, languages: &[Texts<'_>]) -> Result<String, String> {
    let said = inner(languages, "language", "language")?;
    let value = |of: &Texts<'_>, what: &str| match of.table.get(what) {
        Some(Value::String(name)) => Ok(name.clone()),
        Some(Value::Boolean(is)) => Ok(is.to_string()),
        _ => Err(format!("lang/{}.toml lacks language.{what}", of.key)),
    };
    let (mut variants, mut keys, mut wide, mut sentences) = <(String, String, String, String)>::default();
    for of in &said {
        let name = value(of, "name")?;
        let _ = writeln!(variants, "    /// {name}.\n    {name},");
        let _ = writeln!(keys, "            Self::{name} => {:?},", of.key);
        let _ = writeln!(wide, "            Self::{name} => {},", value(of, "wide")?);
        let text = lang.join("sentences").join(format!("{}.toml", of.key));
        let text = text.is_file().then(|| fs::read_to_string(&text).map_err(|error| at(&text, &error))).transpose()?;
        let _ = writeln!(sentences, "            Self::{name} => {text:?},");
    }
    Ok(format!(
        "/// A language the program speaks.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, VariantArray)]\n\
         pub enum Language {{\n    #[default]\n{variants}}}\n\n\
         impl Language {{\n    /// The code used by `--lang`.\n    pub const fn key(self) -> &'static str {{\n        match self {{\n{keys}        }}\n    }}\n\n    \
         /// Whether labels of this language are two cells wide.\n    pub const fn is_wide(self) -> bool {{\n        match self {{\n{wide}        }}\n    }}\n\n    \
         /// The file of sentences in other words, where there is one.\n    const fn sentences(self) -> Option<&'static str> {{\n        match self {{\n{sentences}        }}\n    }}\n}}\n",
    ))
}

fn write(out: &Path, name: &str, code: &str) -> Result<(), String> {
    let path = out.join(format!("{name}.rs"));
    fs::write(&path, code).map_err(|error| at(&path, &error))
}
