//! What a user made is never lost: not to a kill in the middle of a save, not to two programs that save at once, not to a
//! disk that takes no more. `TITANIC_TUI_KILLS=500` kills that often.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Instant;

use tempfile::tempdir;

/// A training of so many epochs, whose model replaces what lies at `path`.
fn training(epochs: u32, path: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
    program.env("XDG_CONFIG_HOME", "/nonexistent").stdout(Stdio::null()).stderr(Stdio::null());
    // Many numbers: the file takes as long to write as one can.
    program.args(["train", "--hidden", "64,64", "--scaling", "standard", "--epochs", &epochs.to_string(), "--save"]);
    program.arg(path);
    program
}

fn trained(epochs: u32, path: &Path) -> Vec<u8> {
    assert!(training(epochs, path).status().expect("it runs").success());
    fs::read(path).expect("it was saved")
}

#[test]
fn a_kill_during_a_save_leaves_the_old_file_or_the_new_one() {
    let kills = std::env::var("TITANIC_TUI_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(40_u32);
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("model.json");
    let new = trained(2, &path);
    let begun = Instant::now();
    let old = trained(1, &path);
    let whole = begun.elapsed();
    let (mut killed, mut saved) = (0, 0);
    for kill in 0..kills {
        let mut child = training(if kill % 2 == 0 { 2 } else { 1 }, &path).spawn().expect("it runs");
        // From its first moment to past its end.
        thread::sleep(whole * kill / kills * 5 / 4);
        let _ = child.kill();
        let end = child.wait().expect("it ended");
        if end.success() {
            saved += 1;
        } else {
            killed += 1;
        }
        let found = fs::read(&path).expect("there is always a file");
        assert!(found == old || found == new, "kill {kill}: {} bytes are neither", found.len());
    }
    assert!(killed > 0 && saved > 0, "{killed} killed, {saved} saved: the moments miss what they are for");
    let models = fs::read_dir(folder.path()).expect("it is there").filter_map(Result::ok);
    let models = models.filter(|entry| entry.path().extension().is_some_and(|end| end == "json"));
    assert_eq!(models.count(), 1, "nothing half-written is taken for a model");
}

#[test]
fn two_programs_that_save_at_once_leave_one_whole_file() {
    let folder = tempdir().expect("a folder");
    let path = folder.path().join("model.json");
    let both = [trained(1, &path), trained(2, &path)];
    for _ in 0..8 {
        let children = [1, 2].map(|epochs| training(epochs, &path).spawn().expect("it runs"));
        for mut child in children {
            assert!(child.wait().expect("it ended").success());
        }
        assert!(both.contains(&fs::read(&path).expect("it is there")));
    }
}

#[test]
fn a_disk_that_takes_no_more_is_told_and_exits_1() {
    if !Path::new("/dev/full").exists() {
        return;
    }
    for flag in ["--save", "--safetensors"] {
        let mut program = training(1, Path::new("/dev/full"));
        if flag == "--safetensors" {
            program = Command::new(env!("CARGO_BIN_EXE_titanic-tui"));
            program.env("XDG_CONFIG_HOME", "/nonexistent").args(["train", "--epochs", "1", flag, "/dev/full"]);
        }
        let end = program.stderr(Stdio::piped()).output().expect("it runs");
        let told = String::from_utf8_lossy(&end.stderr);
        assert_eq!(end.status.code(), Some(1), "{told}");
        assert!(told.contains("/dev/full") && !told.contains("panicked"), "{told}");
    }
}
