//! Files and paths that nobody means well with, given to the real program: it ends in time with one
//! sentence, and no byte of theirs acts on the terminal. A child that hangs is killed, and that fails.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::{TempDir, tempdir};

/// Far more than any of this takes.
const GUARD: Duration = Duration::from_secs(60);

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    command.env("XDG_CONFIG_HOME", "/nonexistent");
    command.env_remove("RUST_BACKTRACE").timeout(GUARD);
    command
}

/// The one sentence with which the program refuses, exit code 2.
fn refusal(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty(), "{said}");
    let sentence = said.strip_suffix('\n').expect("a line");
    assert!(!sentence.contains(char::is_control), "{sentence:?}");
    sentence.strip_prefix("titanic-tui: ").expect("its name").to_owned()
}

/// Every way to name a file that is read.
fn readers(path: &Path) -> Vec<Command> {
    let flags = ["--data", "--model", "--recipe"].map(|flag| {
        let mut command = program();
        command.args(["train", "--epochs", "1", flag]).arg(path);
        command
    });
    let commands = ["predict", "submit"].map(|name| {
        let mut command = program();
        command.arg(name).arg(path);
        command
    });
    flags.into_iter().chain(commands).collect()
}

fn pipe_in(folder: &TempDir) -> std::path::PathBuf {
    let path = folder.path().join("pipe");
    mknodat(CWD, &path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).expect("a pipe");
    path
}

#[test]
fn whatever_is_no_file_is_told_wherever_a_path_is_taken() {
    let folder = tempdir().unwrap();
    let pipe = pipe_in(&folder);
    for (path, why) in [
        (folder.path(), "is a folder, not a file"),
        (Path::new("/dev/zero"), "is a device, not a file"),
        (&pipe, "is a pipe that nobody writes into"),
        (Path::new("nowhere.csv"), "there is no file nowhere.csv"),
    ] {
        for mut command in readers(path) {
            let said = refusal(&mut command);
            assert!(said.contains(why), "{said}");
        }
    }
}

#[test]
fn no_name_from_outside_acts_on_the_terminal() {
    let folder = tempdir().unwrap();
    let evil = "a\u{1b}[31m\u{202e}\u{200b}\n.json";
    let shown = "a\\u{1b}[31m\\u{202e}\\u{200b}\\n.json";
    for mut command in readers(&folder.path().join(evil)) {
        let said = refusal(&mut command);
        assert!(said.contains(shown), "absent: {said}");
    }
    let path = folder.path().join(evil);
    fs::write(&path, "Pclass\n1\n").unwrap();
    for mut command in readers(&path) {
        let said = refusal(&mut command);
        assert!(said.contains(shown), "unusable: {said}");
    }
    for words in [["--theme", evil], ["snapshot", evil], [evil, "--no-mouse"], ["train", evil]] {
        let said = refusal(program().args(words));
        assert!(said.contains("\\u{202e}\\u{200b}"), "{said}");
    }
}

#[test]
fn names_within_a_model_or_a_recipe_are_shown_spelt_out() {
    let folder = tempdir().unwrap();
    let layers = r#""layers":[{"activation":"sigmoid","weights":[[1,1]],"biases":[0]}]"#;
    let head = r#""format":"titanic-tui-model","version":1"#;
    let escaped = r"\u001b[31m\u202e";
    let files = [
        format!(r#"{{{head},"recipe":{{"features":["{escaped}"]}},{layers}}}"#),
        format!(r#"{{{head},"recipe":{{}},"{escaped}":1,{layers}}}"#),
        format!(r#"{{"format":"{escaped}","version":1,"recipe":{{}},{layers}}}"#),
    ];
    for (index, text) in files.iter().enumerate() {
        let path = folder.path().join(format!("{index}.json"));
        fs::write(&path, text).unwrap();
        let said = refusal(program().arg("evaluate").arg("--model").arg(&path));
        assert!(said.contains("\\u{1b}[31m"), "{said}");
        assert!(!said.contains('\u{202e}'), "{said}");
    }
    let recipe = folder.path().join("recipe.toml");
    fs::write(&recipe, "\"\\u001b[31m\" = 1\n").unwrap();
    let command = ["train", "--epochs", "1", "--recipe"];
    let said = refusal(program().args(command).arg(&recipe));
    assert!(said.contains("line 1, column 1: unknown field `\\u{1b}[31m`"), "{said}");
}

#[test]
fn a_models_cause_is_said_once() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("model.json");
    for (text, cause) in [
        ("{", "EOF while parsing an object"),
        ("{\"format\":3}", "invalid type"),
        (r#"{"format":"titanic-tui-model","version":1,"recipe":{"hidden":[0]},"layers":[]}"#, "hidden"),
    ] {
        fs::write(&path, text).unwrap();
        let said = refusal(program().arg("evaluate").arg("--model").arg(&path));
        assert_eq!(said.matches(cause).count(), 1, "{said}");
    }
}

#[test]
fn a_pipe_is_read_as_a_file_is_by_commands() {
    let folder = tempdir().unwrap();
    let pipe = pipe_in(&folder);
    let target = pipe.clone();
    let writer = std::thread::spawn(move || fs::copy("data/titanic.csv", target).unwrap());
    let piped = program().arg("predict").arg(&pipe).output().unwrap();
    writer.join().unwrap();
    let file = program().args(["predict", "data/titanic.csv"]).output();
    assert_eq!(piped, file.unwrap());
    assert!(piped.status.success());
}

#[test]
fn nothing_waits_for_somebody_to_read_a_pipe() {
    let folder = tempdir().unwrap();
    let pipe = pipe_in(&folder);
    let output = program().args(["submit", "-o"]).arg(&pipe).output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("nobody reads from this pipe"), "{said}");
}

/// Standard input that never ends: the program stops reading, or the guard ends it.
fn refusal_of_endless(piece: &[u8]) -> String {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_titanic-tui"))
        .env("XDG_CONFIG_HOME", "/nonexistent")
        .args(["predict", "-"])
        .env_remove("RUST_BACKTRACE")
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    let mut input = child.stdin.take().expect("a pipe");
    let block = piece.repeat(4096);
    // A gigabyte and more would be taken by a program without a limit; a closed pipe ends this.
    for _ in 0..(2 << 30) / block.len() {
        if input.write_all(&block).is_err() {
            break;
        }
    }
    drop(input);
    let end = child.wait_with_output().expect("it ends");
    assert_eq!(end.status.code(), Some(2));
    String::from_utf8(end.stderr).expect("text")
}

#[test]
fn a_line_without_end_is_told_before_it_fills_the_memory() {
    assert!(refusal_of_endless(b"\0").contains("standard input is no text"));
    for piece in [&b"a,"[..], b"x"] {
        let said = refusal_of_endless(piece);
        assert!(said.contains("standard input, line 1: longer than 1 MiB"), "{said}");
    }
}

#[test]
fn absurd_counts_neither_abort_beliefs_nor_its_drawing() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("list.csv");
    fs::write(&path, "Survived,Sex,Age,SibSp,Parch\n0,male,22,4294967294,1000000000\n1,female,30,1,4294967294\n")
        .unwrap();
    let features = ["--features", "age,sex,sibsp,parch"];
    let commands = [
        vec!["export", "beliefs"],
        vec!["snapshot", "--screen", "beliefs", "--keys", "v a a a a"],
        vec!["train", "--epochs", "2"],
    ];
    for words in commands {
        let output = program().args(words).args(features).arg("--data").arg(&path).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(matches!(output.status.code(), Some(0..=2)), "{said}");
        assert!(!said.contains("memory allocation"), "{said}");
    }
}
