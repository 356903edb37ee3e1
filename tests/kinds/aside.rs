//! The command line asked within this process: what it says goes into a file meanwhile, and what it prints nowhere.

use std::ffi::OsString;
use std::fs;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::process::ExitCode;

use rustix::io::dup;
use rustix::stdio::{dup2_stderr, dup2_stdout, stderr, stdout};
use titanic_tui::cli;

/// The standard streams of this process, turned aside while the command line is asked within it.
pub struct Aside {
    said: fs::File,
    own: [OwnedFd; 2],
}

impl Aside {
    pub fn new(folder: &Path) -> Self {
        let own = [dup(stdout()), dup(stderr())].map(|stream| stream.expect("a stream"));
        let said = fs::OpenOptions::new().append(true).create(true).open(folder.join("said")).expect("a file");
        dup2_stderr(&said).expect("it can be turned aside");
        dup2_stdout(fs::File::create("/dev/null").expect("nowhere")).expect("it can be turned aside");
        Self { said, own }
    }

    /// What the command line answers, and what it says on standard error.
    pub fn asked(&self, folder: &Path, arguments: &[&str]) -> (ExitCode, String) {
        self.said.set_len(0).expect("it can be emptied");
        let words = ["titanic-tui", "--lang", "en"].into_iter().chain(arguments.iter().copied());
        let code = cli::run(words.map(OsString::from));
        (code, fs::read_to_string(folder.join("said")).expect("text"))
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let [out, error] = &self.own;
        dup2_stdout(out).and_then(|()| dup2_stderr(error)).expect("they are turned back");
    }
}
