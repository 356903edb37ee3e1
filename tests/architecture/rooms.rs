//! The rules inside a floor: no circles between files, no folder for one, one place for a type's methods, one meaning
//! for a type's name, files one can read, and nothing public that nobody else uses.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Source, code, files, is_word, paths, root, sources, tokens};

const MOST_LINES: usize = 400;

/// Words before the name of something that is defined.
const DEFINES: [&str; 9] = ["struct", "enum", "trait", "type", "union", "fn", "const", "static", "macro_rules"];

/// Nothing breaks a rule.
fn hold(rule: &str, found: impl IntoIterator<Item = String>) {
    let found: BTreeSet<String> = found.into_iter().collect();
    assert!(found.is_empty(), "{rule}: {found:#?}");
}

/// The sources without the twin that says on another system what `system/unix.rs` and its files say here.
fn without_twin() -> Vec<Source> {
    let mut sources = sources();
    sources.retain(|source| source.path != Path::new("terminal/system/windows.rs"));
    sources
}

/// What a line outside of everything defines: its keyword, its name, and whether it is public.
fn defined(line: &str) -> Option<(&str, &str, bool)> {
    let mut words = tokens(line).into_iter().filter(|token| is_word(token) || *token == "(");
    let mut is_public = false;
    let mut word = words.next()?;
    if word == "pub" {
        word = words.next()?;
        is_public = word != "(";
        if !is_public {
            // `pub(in some::path)`, up to the word that defines.
            word = words.find(|word| DEFINES.contains(word))?;
        }
    }
    while matches!(word, "unsafe" | "async") || word == "const" && line.contains(" fn ") {
        word = words.next()?;
    }
    DEFINES.contains(&word).then_some(())?;
    Some((word, words.next()?, is_public))
}

/// The type a line without indentation begins to give methods of its own.
fn given_methods(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("impl")?;
    let (mut depth, mut rest) = (0, rest);
    while rest.starts_with('<') || depth > 0 {
        depth += i32::from(rest.starts_with('<')) - i32::from(rest.starts_with('>'));
        rest = &rest[1..];
    }
    let name = tokens(rest).into_iter().next()?;
    (is_word(name) && !rest.contains(" for ")).then_some(name)
}

fn shown(source: &Source) -> String {
    source.path.display().to_string()
}

#[test]
fn no_folder_holds_a_single_file() {
    let (mut folders, mut lonely) = (vec![root()], Vec::new());
    while let Some(folder) = folders.pop() {
        let inside: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        if let [_] = inside[..] {
            lonely.push(folder.strip_prefix(root()).unwrap().display().to_string());
        }
        folders.extend(inside.into_iter().filter(|path| path.is_dir()));
    }
    hold("a folder with one child", lonely);
}

#[test]
fn no_file_is_too_long_and_no_function_asks_to_be() {
    let long = sources().into_iter().filter_map(|source| {
        let text = fs::read_to_string(root().join(&source.path)).unwrap();
        // Clippy counts the lines of functions.
        assert!(!source.code.contains("too_many_lines"), "{}: a function asks for more lines", shown(&source));
        (text.lines().count() > MOST_LINES).then(|| shown(&source))
    });
    hold("a file over 400 lines", long);
}

#[test]
fn a_name_of_a_type_means_one_thing() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in without_twin() {
        let outermost = source.code.lines().filter(|line| !line.starts_with(' '));
        for (kind, name, _) in outermost.filter_map(defined) {
            if matches!(kind, "struct" | "enum" | "trait" | "type") {
                places.entry(name.to_owned()).or_default().push(shown(&source));
            }
        }
    }
    hold("a name of several types", places.into_iter().filter(|(_, places)| places.len() > 1).map(|(name, _)| name));
}

#[test]
fn the_methods_of_a_type_stand_in_one_file() {
    let mut places: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for source in without_twin() {
        // Types of one name on several floors are another rule's business.
        let floor = source.layer().unwrap_or_default().to_owned();
        for name in source.code.lines().filter_map(given_methods) {
            places.entry(name.to_owned()).or_default().insert((floor.clone(), shown(&source)));
        }
    }
    let scattered = places.into_iter().filter(|(_, places)| {
        let floors: BTreeSet<_> = places.iter().map(|(floor, _)| floor).collect();
        places.len() > floors.len()
    });
    hold("methods in several files", scattered.map(|(name, _)| name));
}

/// Functions, constants and statics; a type may be public because something public gives it away.
#[test]
fn what_is_public_is_used_by_another_floor() {
    let sources = sources();
    let mut users: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut use_by = |code: &str, user: &str| {
        for word in tokens(code).into_iter().filter(|token| is_word(token)) {
            users.entry(word.to_owned()).or_default().insert(user.to_owned());
        }
    };
    for source in &sources {
        let text = fs::read_to_string(root().join(&source.path)).unwrap();
        use_by(&code(&text), source.layer().unwrap_or("the crate"));
    }
    for folder in ["tests", "benches", "examples", "fuzz/targets"] {
        for file in files(&root().parent().unwrap().join(folder)) {
            use_by(&code(&fs::read_to_string(file).unwrap()), folder);
        }
    }
    let mut unused = Vec::new();
    for source in &sources {
        let floor = source.layer().unwrap_or_default();
        let public: BTreeSet<&str> = source
            .code
            .lines()
            .filter_map(defined)
            .filter(|(_, _, is_public)| *is_public)
            .map(|found| found.1)
            .collect();
        let mut of = None;
        for line in source.code.lines() {
            of = given_methods(line).or(of.filter(|_| !line.starts_with('}')));
            // Methods of what is not public itself are not, whatever they say.
            let is_within = line.starts_with("    ");
            if is_within && of.is_none_or(|of| !public.contains(of)) {
                continue;
            }
            let Some((kind, name, true)) = defined(line.trim_start()) else { continue };
            if matches!(kind, "fn" | "const" | "static") && users[name].iter().all(|user| user == floor) {
                unused.push(format!("{}: {name}", shown(source)));
            }
        }
    }
    hold("public for nobody", unused);
}

/// The modules of the crate, each with what its names lead to.
struct House<'a> {
    sources: &'a [Source],
    /// By path: `data::filter`; the crate itself is empty.
    modules: BTreeMap<Vec<&'a str>, usize>,
    /// Names a module makes, and those it takes from elsewhere.
    defines: Vec<BTreeSet<&'a str>>,
    takes: Vec<BTreeMap<&'a str, Vec<&'a str>>>,
}

impl<'a> House<'a> {
    fn of(sources: &'a [Source]) -> Self {
        let (mut modules, mut defines, mut takes) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (index, source) in sources.iter().enumerate() {
            modules.insert(module(&source.path), index);
            defines
                .push(source.code.lines().filter_map(|line| defined(line.trim_start())).map(|item| item.1).collect());
            let uses = source.code.split("use ").skip(1).filter_map(|rest| rest.split(';').next());
            let taken = uses.flat_map(|item| paths(&tokens(item))).map(|mut path| {
                if path.last() == Some(&"self") {
                    path.pop();
                }
                (path[path.len() - 1], path)
            });
            takes.push(taken.filter(|(_, path)| path.len() > 1).collect());
        }
        Self { sources, modules, defines, takes }
    }

    /// The file in which a path ends that is read in a module; none outside the crate.
    fn file(&self, at: &[&'a str], path: &[&'a str], depth: usize) -> Option<usize> {
        let (first, rest) = path.split_first()?;
        match *first {
            "crate" | "titanic_tui" => return self.within(&[], rest, depth),
            "self" => return self.within(at, rest, depth),
            "super" => return self.file_above(at, rest, depth),
            _ => {}
        }
        let here = self.modules[at];
        let is_known = self.takes[here].contains_key(first) || self.modules.contains_key(&[at, &[first]].concat());
        if is_known { self.within(at, path, depth) } else { None }
    }

    fn file_above(&self, at: &[&'a str], rest: &[&'a str], depth: usize) -> Option<usize> {
        let above = &at[..at.len().checked_sub(1)?];
        match rest.split_first() {
            Some((&"super", rest)) => self.file_above(above, rest, depth),
            _ => self.within(above, rest, depth),
        }
    }

    /// Where the rest of a path leads from a module.
    fn within(&self, module: &[&'a str], rest: &[&'a str], depth: usize) -> Option<usize> {
        let here = *self.modules.get(module)?;
        let Some((name, further)) = rest.split_first() else { return Some(here) };
        let child = [module, &[*name]].concat();
        if self.modules.contains_key(&child) {
            return self.within(&child, further, depth);
        }
        match self.takes[here].get(name) {
            Some(taken) if depth > 0 && !self.defines[here].contains(name) => {
                self.file(module, &[taken.as_slice(), further].concat(), depth - 1)
            }
            _ => Some(here),
        }
    }

    /// The files of the same floor that each file needs; a file may know those it lies in.
    fn needs(&self) -> Vec<BTreeSet<usize>> {
        let all = self.sources.iter().enumerate();
        all.map(|(index, source)| {
            let own = module(&source.path);
            let all = tokens(&source.code);
            let found = paths(&all).into_iter().filter_map(|path| self.file(&own, &path, 8));
            let needed = found.filter(|&other| {
                let lies_in_it = own.starts_with(&module(&self.sources[other].path));
                other != index && !lies_in_it && self.sources[other].layer() == source.layer()
            });
            needed.collect()
        })
        .collect()
    }
}

/// `data/filter/quick.rs` is `data::filter::quick`; `lib.rs` and `main.rs` are the crate.
fn module(path: &Path) -> Vec<&str> {
    let parts = path.iter().filter_map(|part| part.to_str()).map(|part| part.trim_end_matches(".rs"));
    parts.filter(|part| !matches!(*part, "lib" | "main")).collect()
}

#[test]
fn files_of_a_floor_know_each_other_one_way() {
    let mut sources = sources();
    sources.retain(|source| source.path != Path::new("main.rs"));
    let needs = House::of(&sources).needs();
    let reach = |from: usize| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(file) = next.pop() {
            next.extend(needs[file].iter().copied().filter(|&other| seen.insert(other)));
        }
        seen
    };
    let reached: Vec<BTreeSet<usize>> = (0..sources.len()).map(reach).collect();
    // By file, so that a large circle can be cut piece by piece.
    let in_circles = (0..sources.len()).filter(|&file| reached[file].contains(&file));
    hold("in a circle", in_circles.map(|file| shown(&sources[file])));
}
