//! A thousand kinds of hostile file and more: good ones of every kind that is read, each damaged in every way of a table.
//! Each is understood or refused in one sentence with its file, its place and what to do, as the command line says it;
//! none is changed, none ends the program otherwise, and none fills the memory.
//!
//! Here they are read within this process; of some it is seen in the real program.

#[path = "kinds/aside.rs"]
mod aside;
#[path = "kinds/damages.rs"]
mod damages;
#[path = "kinds/samples.rs"]
mod samples;

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::Arc;

use aside::Aside;
use damages::{Damaged, Written};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use serde_json::Value;
use titanic_tui::app::tour::{self, Lesson};
use titanic_tui::app::{Action, App, Settings, Shared, keys, update};
use titanic_tui::data::{Expression, PassengerList};
use titanic_tui::explain::words::Language;
use titanic_tui::terminal::run_files;
use titanic_tui::training::{MAX_EPOCHS, RecipePatch};
use titanic_tui::ui;

/// The most memory that reading takes beyond the files themselves, in MiB: far less than a bomb holds.
const MOST_MEMORY: u64 = 160;

/// What is said of a file as a whole, or of a field by its name: there is no line to name.
const WITHOUT_LINE: [&str; 33] = [
    " is no text;",
    " is an ",
    " is JSON, not a list",
    " is empty;",
    " has a header but no passengers;",
    " is a ",
    " is packed with ",
    " counts people in groups",
    " is not text",
    " not UTF-8",
    " is neither a model",
    " is not a safetensors file",
    " is version ",
    " format is ",
    " activation ",
    " entries, ",
    " layers, ",
    " parameters",
    "layers[",
    "optimizer.",
    "initial",
    "features: ",
    "changes: ",
    "epoch is ",
    " tensor ",
    " recipe",
    " must be ",
    " training rows ",
    " hidden layers ",
    "train_rows is ",
    " a batch has ",
    " a network needs ",
    " a layer has ",
];

/// One in so many is given to the real program too.
const SAMPLED: usize = 50;

/// What a file is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    List,
    Model,
    Tensors,
    Recipe,
    Config,
    Lesson,
    Progress,
    Line,
    Filter,
}

/// A file that is not as it should be.
struct Kind {
    format: Format,
    damage: String,
    bytes: Vec<u8>,
}

/// All kinds there are.
fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    let mut add = |format, part: &str, damaged: Damaged| {
        let named = |(damage, bytes)| Kind { format, damage: format!("{part}{damage}"), bytes };
        kinds.extend(damaged.into_iter().map(named));
    };
    let list = samples::list();
    for (damage, text) in damages::of_a_list(&list) {
        let forms = damages::forms_of_a_list(&text);
        // What stands in a field is the same in every form; how lines are made is not.
        let count = if damage.contains(": ") { 1 } else { forms.len() };
        add(Format::List, &format!("{damage}, in "), forms.into_iter().take(count).collect());
    }
    for (form, bytes) in damages::forms_of_a_list(&list) {
        let part = format!("{form}, ");
        if ["commas", "UTF-16LE", "gzip", "zstd"].contains(&form.as_str()) {
            add(Format::List, &part, damages::of_bytes(&bytes));
        }
        add(Format::List, &part, vec![("whole".to_owned(), bytes)]);
    }
    let (header, numbers) = samples::tensors();
    let tensors = |header: &[u8]| damages::tensors(header, &numbers);
    for (damage, header) in damages::of_values(&header, Written::Json) {
        add(Format::Tensors, "", vec![(damage, tensors(&header))]);
    }
    let header = header.to_string().into_bytes();
    add(Format::Tensors, "", damages::of_tensors(&header, &numbers));
    add(Format::Tensors, "", damages::of_bytes(&tensors(&header)));
    for (format, good, written) in [
        (Format::Model, samples::model(), Written::Json),
        (Format::Recipe, samples::every_setting(), Written::Toml),
        (Format::Config, samples::config(), Written::Toml),
        (Format::Lesson, samples::lesson(), Written::Toml),
        (Format::Progress, samples::progress(), Written::Json),
    ] {
        let text = written.text(&good).into_bytes();
        add(format, "", damages::of_values(&good, written));
        add(format, "", damages::of_bytes(&text));
        add(format, "", vec![("whole".to_owned(), text)]);
    }
    add(Format::Lesson, "", damages::of_quantities(&samples::lesson()));
    let line = samples::line();
    add(Format::Line, "", damages::of_a_line(&line));
    add(Format::Line, "", damages::of_bytes(line.as_bytes()));
    add(Format::Filter, "", damages::of_bytes(b"age>60 sex=f name~\"rose\" !died"));
    kinds
}

/// What is said of a file.
#[derive(Debug)]
enum Answer {
    /// It can be used, but for what is said here, a sentence each.
    Used(Vec<String>),
    /// It cannot, for this reason.
    Refused(String),
}

impl Answer {
    /// What is wrong with the answer itself.
    fn problem(&self, format: Format, name: &str) -> Option<&'static str> {
        let said = match self {
            Self::Used(said) => said.as_slice(),
            Self::Refused(why) => std::slice::from_ref(why),
        };
        // A line and a filter have no file, and what is told of a list that is used is told of the list.
        let is_file = matches!(self, Self::Refused(_)) && !matches!(format, Format::Line | Format::Filter);
        let is_placed = |said: &String| said.contains("line ") || WITHOUT_LINE.iter().any(|part| said.contains(part));
        let acts = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        };
        if said.iter().any(|said| said.is_empty() || said.contains("\\n") && !said.contains('"')) {
            return Some("is no sentence");
        }
        // A lesson is read here as what the command line makes harmless and says.
        if is_file && format != Format::Lesson && said.iter().any(|said| said.contains(acts)) {
            return Some("has signs that act");
        }
        if is_file && said.iter().any(|said| !said.contains(name)) {
            return Some("does not name the file");
        }
        if is_file && !said.iter().all(is_placed) {
            return Some("names no place");
        }
        if is_file && format == Format::List && said.iter().any(|said| !said.contains("; ")) {
            return Some("says not what to do");
        }
        None
    }
}

/// What reads a file of this format from the command line; the rest are read by their text.
fn commands(format: Format, path: &str) -> Vec<Vec<&str>> {
    match format {
        Format::List => vec![vec!["predict", path], vec!["evaluate", "--data", path]],
        Format::Model | Format::Tensors => vec![vec!["predict", "--age", "30", "--sex", "female", "--model", path]],
        Format::Recipe => vec![vec!["train", "--epochs", "1", "--recipe", path]],
        Format::Config => vec![vec!["config", "print"]],
        Format::Lesson | Format::Progress | Format::Line | Format::Filter => Vec::new(),
    }
}

/// The ending of a file of this format.
fn ending(format: Format) -> &'static str {
    match format {
        Format::List => "csv",
        Format::Model | Format::Progress => "json",
        Format::Tensors => "safetensors",
        Format::Recipe | Format::Config | Format::Lesson => "toml",
        Format::Line | Format::Filter => "txt",
    }
}

/// What the command line answers to a file.
fn told(aside: &Aside, folder: &Path, kind: &Kind, path: &Path) -> Vec<Answer> {
    let path = path.to_str().expect("a plain path");
    let empty = folder.join("empty.toml");
    let config = if kind.format == Format::Config { path } else { empty.to_str().expect("a plain path") };
    let answer = |words: &Vec<&str>| {
        let (code, said) = aside.asked(folder, &[&["--config", config][..], words].concat());
        let lines = said.lines().map(|line| line.strip_prefix("titanic-tui: ").unwrap_or(line).to_owned());
        let mut lines: Vec<String> = lines.collect();
        // A run that diverges was begun.
        if code == ExitCode::SUCCESS || code == ExitCode::from(1) && said.contains("diverged") {
            return Answer::Used(lines);
        }
        assert_eq!((code, lines.len()), (ExitCode::from(2), 1), "{words:?}: {said}");
        Answer::Refused(lines.remove(0))
    };
    commands(kind.format, path).iter().map(answer).collect()
}

/// Something happens in the program, and a frame is drawn as the loop does.
fn act(app: &mut App, action: Action) {
    update(app, action);
    app.take_dirty();
    let area = Rect::new(0, 0, 80, 24);
    let hits = ui::view_buffer(app, area, &mut Buffer::empty(area));
    update(app, Action::Drawn(hits));
}

fn press(app: &mut App, words: &str) {
    for key in keys::written::parse(words).expect("keys") {
        act(app, Action::Key(key));
    }
}

/// What the program answers where it opens, or is given, such a file on its screen; what can be used is used there.
fn opened(people: &Arc<PassengerList>, kind: &Kind, path: &Path) -> Option<Answer> {
    let text = String::from_utf8_lossy(&kind.bytes).into_owned();
    let refused = |why: String| Some(Answer::Refused(why));
    let program = || App::new(Arc::clone(people), Settings::default());
    match kind.format {
        Format::List | Format::Config => return None,
        Format::Model | Format::Tensors | Format::Recipe => {
            match run_files::open(path.to_str().expect("a plain path"), &RecipePatch::default(), people) {
                Err(why) => return refused(why.text(Language::English)),
                Ok(mut run) => {
                    let _stopped = run.train();
                    assert!(run.network().parameters().iter().all(|weight| weight.is_finite()));
                }
            }
        }
        Format::Lesson => match Lesson::read("mine", std::str::from_utf8(&kind.bytes).ok()?) {
            Err(wrong) => {
                return refused(format!("{}, line {}: {}", path.display(), wrong.line, wrong.message));
            }
            Ok(lesson) => {
                let mut app = program();
                app.tour.add(vec![lesson]);
                let last = app.tour.lessons().len() - 1;
                tour::begin(&mut app, last);
                let _card = tour::card(&app);
                press(&mut app, "Enter Enter");
            }
        },
        Format::Progress => {
            let mut app = program();
            tour::remember(&mut app, Some(&text));
            press(&mut app, "j");
        }
        Format::Line => {
            let found = Shared::find(&text);
            act(&mut program(), Action::Paste(text));
            match found {
                Some(Err(why)) => return refused(why.text(Language::English)),
                Some(Ok(line)) => match line.run("shared", people) {
                    Err(why) => return refused(why.to_string()),
                    Ok((_, epoch)) => assert!(epoch <= MAX_EPOCHS, "{epoch} epochs"),
                },
                None => {}
            }
        }
        Format::Filter => {
            let mut app = program();
            press(&mut app, "f");
            act(&mut app, Action::Paste(text.clone()));
            press(&mut app, "Enter");
            if let Err(wrong) = Expression::parse(&text) {
                assert!(wrong.at <= text.chars().count());
                return refused(wrong.to_string());
            }
        }
    }
    Some(Answer::Used(Vec::new()))
}

/// The most memory this process ever had, in MiB.
fn memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kib| kib >> 10)
}

/// Gives the file to the real program: it ends as it should, and says nothing of a panic.
fn ends_well(folder: &Path, kind: &Kind, path: &Path) {
    let path = path.to_str().expect("a plain path");
    let mut all = commands(kind.format, path);
    if kind.format == Format::Lesson {
        all.push(vec!["snapshot", "--screen", "tour", "--lessons", folder.to_str().expect("a plain path")]);
    }
    for words in all {
        let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
        program.args(words).env("XDG_CONFIG_HOME", "/nonexistent").env_remove("RUST_BACKTRACE");
        let end = program.stdin(Stdio::null()).output().expect("it runs");
        let said = String::from_utf8_lossy(&end.stderr);
        assert!(matches!(end.status.code(), Some(0..=2)) && !said.contains("panicked"), "{}: {said}", kind.damage);
        assert!(!said.trim_end().contains(['\u{1b}', '\0', '\u{202e}', '\u{200b}']), "{}: {said}", kind.damage);
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "these are the figures of SECURITY.md")]
fn more_than_a_thousand_kinds_of_file_are_each_answered() {
    let place = tempfile::tempdir().expect("a folder");
    let folder = place.path();
    fs::write(folder.join("empty.toml"), "").expect("it can be written");
    let lessons = folder.join("lessons");
    fs::create_dir(&lessons).expect("a folder");
    let (kinds, people) = (kinds(), samples::people());
    let names: BTreeSet<_> = kinds.iter().map(|kind| (kind.format as u8, &kind.damage)).collect();
    assert!(names.len() == kinds.len() && kinds.len() >= 1_000, "{} of {}", names.len(), kinds.len());
    let aside = Aside::new(folder);
    let (before, mut used, mut wrong) = (memory(), 0, Vec::new());
    for (at, kind) in kinds.iter().enumerate() {
        let name = format!("kind.{}", ending(kind.format));
        let path = if kind.format == Format::Lesson { lessons.join(&name) } else { folder.join(&name) };
        fs::write(&path, &kind.bytes).expect("it can be written");
        let answers = catch_unwind(AssertUnwindSafe(|| {
            let told = told(&aside, folder, kind, &path);
            let all: Vec<_> = told.into_iter().chain(opened(&people, kind, &path)).collect();
            if at % SAMPLED == 0 {
                ends_well(&lessons, kind, &path);
            }
            all
        }));
        let mut problem = |what: &str| wrong.push(format!("{:?}, {}: {what}", kind.format, kind.damage));
        let Ok(answers) = answers else {
            problem("a panic");
            continue;
        };
        for answer in &answers {
            if let Some(what) = answer.problem(kind.format, &name) {
                problem(&format!("{what}: {answer:?}"));
            }
        }
        if fs::read(&path).expect("it is there") != kind.bytes {
            problem("it was changed");
        }
        used += usize::from(answers.iter().all(|answer| matches!(answer, Answer::Used(_))));
    }
    drop(aside);
    let taken = memory().zip(before).map_or(0, |(after, before)| after - before);
    println!("{} kinds, {used} of them used, {taken} MiB", kinds.len());
    assert!(used > 300, "{used}: what is refused every time is no damage");
    assert!(taken <= MOST_MEMORY, "{taken} MiB");
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), kinds.len(), wrong.join("\n"));
}

#[test]
fn what_lies_damaged_in_the_state_folder_is_left_as_it_is() {
    let text = |value: &Value| value.to_string().into_bytes();
    let models = damages::of_bytes(&text(&samples::model()));
    let progress = damages::of_bytes(&text(&samples::progress()));
    for ((damage, model), (_, progress)) in models.into_iter().zip(progress).step_by(6) {
        let place = tempfile::tempdir().expect("a folder");
        let state = place.path().join("titanic-tui");
        fs::create_dir_all(state.join("runs")).expect("a folder");
        fs::write(state.join("runs/1-A.json"), &model).expect("it can be written");
        fs::write(state.join("tour.json"), &progress).expect("it can be written");
        let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
        program.arg("--plain").env("XDG_CONFIG_HOME", "/nonexistent").env("XDG_STATE_HOME", place.path());
        let end = program.stdin(Stdio::null()).output().expect("it runs");
        let said = String::from_utf8_lossy(&end.stderr);
        assert!(end.status.success() && !said.contains("panicked"), "{damage}: {said}");
        assert!(fs::read(state.join("runs/1-A.json")).expect("it is there") == model, "{damage}");
        let kept = fs::read_dir(&state).expect("a folder").flatten().map(|entry| entry.path());
        let mut kept = kept.filter(|path| path.is_file()).map(|path| fs::read(path).expect("it is there"));
        assert!(kept.any(|bytes| bytes == progress), "{damage}: what was kept of the tour is gone");
    }
}
