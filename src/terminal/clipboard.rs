//! How a text gets to the clipboard: by the terminal, which is asked to (OSC 52) wherever it runs, and by a program of this
//! machine where it has a clipboard of its own. Reads no clipboard.

use std::env;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::execute;

/// A program that has not taken the text by then goes on without us.
const PATIENCE: Duration = Duration::from_millis(500);

/// A program that takes a text to a clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copier {
    /// Its name.
    pub program: &'static str,
    arguments: &'static [&'static str],
    /// The variable that says there is such a clipboard.
    where_set: &'static str,
}

/// All of them: of the screens of this machine, and of tmux, which passes on by itself only what it is told to.
const COPIERS: [Copier; 7] = [
    Copier { program: "tmux", arguments: &["load-buffer", "-w", "-"], where_set: "TMUX" },
    Copier { program: "wl-copy", arguments: &[], where_set: "WAYLAND_DISPLAY" },
    Copier { program: "xclip", arguments: &["-selection", "clipboard"], where_set: "DISPLAY" },
    Copier { program: "xsel", arguments: &["--input", "--clipboard"], where_set: "DISPLAY" },
    Copier { program: "clip.exe", arguments: &[], where_set: "WSL_DISTRO_NAME" },
    Copier { program: "clip.exe", arguments: &[], where_set: "WINDIR" },
    Copier { program: "pbcopy", arguments: &[], where_set: "HOME" },
];

/// Those that are there and have a clipboard; in a session from elsewhere only what passes it on, for the clipboard of this
/// machine is nobody's then.
pub fn copiers(variable: impl Fn(&str) -> Option<OsString>) -> Vec<Copier> {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_remote = is_set("SSH_TTY") || is_set("SSH_CONNECTION");
    let folders: Vec<PathBuf> = variable("PATH").iter().flat_map(env::split_paths).collect();
    let is_there = |copier: &Copier| folders.iter().any(|folder| folder.join(copier.program).is_file());
    let has_one = |copier: &Copier| is_set(copier.where_set) && (!is_remote || copier.where_set == "TMUX");
    COPIERS.into_iter().filter(|copier| has_one(copier) && is_there(copier)).collect()
}

/// Copies a text.
///
/// # Errors
/// What to do where it cannot arrive.
pub(super) fn copy(text: &str) -> Result<(), String> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text)).map_err(|error| error.to_string())?;
    let copiers = copiers(|name| env::var_os(name));
    let taken = copiers.iter().any(|copier| hand_over(copier, text).unwrap_or(false));
    if !taken && env::var_os("STY").is_some() {
        return Err("screen passes no text on to the clipboard; tmux does, or no multiplexer at all".to_owned());
    }
    if !taken && copiers.iter().any(|copier| copier.where_set == "TMUX") {
        return Err("tmux keeps it: `set -g set-clipboard on` in ~/.tmux.conf lets it through".to_owned());
    }
    Ok(())
}

/// Gives a program the text; whether it took it, as far as that is known by then: some hold the clipboard themselves.
fn hand_over(copier: &Copier, text: &str) -> io::Result<bool> {
    let mut program = Command::new(copier.program);
    let piped = program.args(copier.arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let (mut child, text) = (piped.spawn()?, text.to_owned());
    let (told, answer) = mpsc::channel();
    thread::spawn(move || {
        let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
        let ended = child.wait();
        // Nobody may be left to hear it.
        let _ = told.send(written.and(ended).map(|end| end.success()));
    });
    answer.recv_timeout(PATIENCE).unwrap_or(Ok(true))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn only_what_is_there_and_has_a_clipboard_is_asked() {
        let folder = tempfile::tempdir().unwrap();
        for copier in COPIERS {
            fs::write(folder.path().join(copier.program), "").unwrap();
        }
        let found = |set: &[&str]| -> Vec<&str> {
            let path = Some(folder.path().as_os_str().to_owned());
            let variable =
                |name: &str| if name == "PATH" { path.clone() } else { set.contains(&name).then(|| "1".into()) };
            copiers(variable).iter().map(|copier| copier.program).collect()
        };
        assert_eq!(found(&["WAYLAND_DISPLAY"]), ["wl-copy"]);
        assert_eq!(found(&["DISPLAY"]), ["xclip", "xsel"]);
        assert_eq!(found(&["TMUX", "DISPLAY", "SSH_TTY"]), ["tmux"]);
        assert_eq!(found(&[]), [""; 0]);
        assert!(
            copiers(|name| (name == "DISPLAY").then(|| "1".into())).is_empty(),
            "without a path there is no program"
        );
    }

    #[test]
    fn a_program_gets_the_text_and_says_whether_it_took_it() {
        let copier = |program, arguments| Copier { program, arguments, where_set: "" };
        assert!(hand_over(&copier("cat", &[]), "Braund, Mr. Owen Harris").unwrap());
        assert!(hand_over(&copier("grep", &["-q", "Braund"]), "Braund, Mr. Owen Harris").unwrap());
        assert!(!hand_over(&copier("grep", &["-q", "Allen"]), "Braund, Mr. Owen Harris").unwrap());
        assert!(hand_over(&copier("no-such-program", &[]), "x").is_err());
    }
}
