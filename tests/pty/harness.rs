//! The program in a terminal of its own: a pseudo-terminal, and a screen that understands what is sent to it.
//!
//! Nothing sleeps: a test waits for what should be seen, and fails when it is not seen in time.

use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use vt100::{MouseProtocolMode, Parser, Screen};

/// Long enough for the slowest machine; reached only by a test that fails.
const PATIENCE: Duration = Duration::from_secs(60);

/// What the program sends around each frame, so that a terminal shows it at once.
const FRAME_BEGINS: &[u8] = b"\x1b[?2026h";
const FRAME_ENDS: &[u8] = b"\x1b[?2026l";

/// The most cells across and down that the test's own screen keeps.
const MOST: u16 = 1000;

pub const PROGRAM: &str = env!("CARGO_BIN_EXE_titanic-tui");

/// A program running in a pseudo-terminal.
pub struct Session {
    child: Box<dyn Child + Send + Sync>,
    terminal: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    /// The last bytes that came, enough of them to find a mark that two reads share.
    tail: Vec<u8>,
    /// Whether a frame has begun to arrive and is not whole yet.
    in_frame: bool,
    cooked: String,
}

impl Session {
    /// Starts a program in a terminal of this size, its saved runs in `state`; where that is empty, for somebody who
    /// was offered the tour before.
    pub fn start(program: &Path, arguments: &[&str], (columns, rows): (u16, u16), state: &Path) -> Self {
        let is_empty = state.read_dir().is_ok_and(|mut files| files.next().is_none());
        if is_empty && !arguments.contains(&"--no-state") {
            let kept = state.join("titanic-tui");
            std::fs::create_dir(&kept).expect("a folder of one's own");
            std::fs::write(kept.join("tour.json"), "{}").expect("a folder of one's own");
        }
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        let terminal = pair.master;
        let cooked = format!("{:?}", terminal.get_termios());
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.cwd(state);
        for name in ["NO_COLOR", "RUST_BACKTRACE", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "COLORTERM", "COLORFGBG"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        command.env("XDG_STATE_HOME", state);
        command.env("XDG_CONFIG_HOME", state);
        let child = pair.slave.spawn_command(command).expect("the program starts");
        drop(pair.slave);
        let mut reader = terminal.try_clone_reader().expect("a reader");
        let keyboard = terminal.take_writer().expect("a writer");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let parser = Parser::new(cells(rows.min(MOST)), cells(columns.min(MOST)), 0);
        Self { child, terminal, keyboard, output, parser, tail: Vec::new(), in_frame: false, cooked }
    }

    /// Starts the program itself at 80×24 and waits for its first screen, down to the last row.
    pub fn open(arguments: &[&str], state: &Path) -> Self {
        let mut session = Self::start(Path::new(PROGRAM), arguments, (80, 24), state);
        session.wait_for("the first screen", |screen| {
            let last = screen.rows(0, 80).last().unwrap_or_default();
            screen.alternate_screen() && !last.trim().is_empty()
        });
        session
    }

    /// Types bytes as a keyboard sends them.
    pub fn press(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("the terminal takes keys");
        self.keyboard.flush().expect("the terminal takes keys");
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.process(), signal).expect("the program is there");
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.parser.screen_mut().set_size(cells(rows), cells(columns));
        self.terminal.resize(size).expect("a size");
    }

    /// The screen now.
    pub fn screen(&self) -> &Screen {
        self.parser.screen()
    }

    /// The text on the screen now.
    pub fn text(&self) -> String {
        words(self.parser.screen())
    }

    /// Whether clicks go to the program.
    pub fn mouse_is_taken(&self) -> bool {
        self.parser.screen().mouse_protocol_mode() != MouseProtocolMode::None
    }

    /// Waits until a whole frame shows what it should.
    pub fn wait_for(&mut self, what: &str, seen: impl Fn(&Screen) -> bool) {
        let until = Instant::now() + PATIENCE;
        while self.in_frame || !seen(self.parser.screen()) {
            let left = until.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.receive(&bytes),
                Err(reason) => panic!("waited for {what} ({reason:?}); seen:\n{}", self.text()),
            }
        }
    }

    /// Waits until the program is stopped and has given the terminal back, as after Ctrl-Z in a shell.
    pub fn wait_until_stopped(&mut self) {
        self.wait_until_still();
        self.wait_for("the shell's screen", |screen| !screen.alternate_screen());
    }

    /// Waits until the program is stopped.
    pub fn wait_until_still(&self) {
        let status = waitpid(Some(self.process()), WaitOptions::UNTRACED).expect("a child");
        let (_, status) = status.expect("a change of state");
        assert!(status.stopped(), "ended instead of waiting: {status:?}");
    }

    /// Clears the terminal and leaves the alternate screen, as another program might.
    pub fn forget_the_screen(&mut self) {
        self.parser.process(b"\x1b[2J\x1b[?1049l\x1b[2J");
    }

    /// Waits for the program's end, reads the rest of what it sent, and gives its exit code.
    pub fn end(&mut self) -> u32 {
        let (sender, ended) = mpsc::channel();
        let mut killer = self.child.clone_killer();
        thread::spawn(move || {
            if let Err(RecvTimeoutError::Timeout) = ended.recv_timeout(PATIENCE) {
                let _ = killer.kill();
            }
        });
        let status = self.child.wait().expect("a child");
        let _ = sender.send(());
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.receive(&bytes);
        }
        status.exit_code()
    }

    /// Closes the terminal's window.
    pub fn close(self) -> u32 {
        let Self { mut child, terminal, keyboard, output, .. } = self;
        // The reader holds the terminal open until something arrives that nobody wants any more.
        drop(output);
        let size = PtySize { rows: 30, cols: 90, pixel_width: 0, pixel_height: 0 };
        terminal.resize(size).expect("a size");
        drop((terminal, keyboard));
        let (sender, code) = mpsc::channel();
        thread::spawn(move || sender.send(child.wait().expect("a child").exit_code()));
        code.recv_timeout(PATIENCE).expect("the program ends when its terminal is gone")
    }

    /// Makes the terminal wait for whole lines and echo them, as another program might.
    pub fn cook(&self) {
        let slave = self.shell();
        let mut mode = tcgetattr(&slave).expect("a mode");
        mode.local_modes |= LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG;
        tcsetattr(&slave, OptionalActions::Now, &mode).expect("a mode");
    }

    /// The other end of the terminal, as the shell has it.
    pub fn shell(&self) -> File {
        let path = self.terminal.tty_name().expect("a terminal has a name");
        OpenOptions::new().read(true).write(true).open(path).expect("a terminal")
    }

    /// Asserts that nothing is left of the program's screen: modes off, cursor back, line editing on.
    pub fn assert_given_back(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste is still on");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "the mouse is still taken");
        assert_eq!(format!("{:?}", self.terminal.get_termios()), self.cooked, "still raw");
    }

    fn receive(&mut self, bytes: &[u8]) {
        self.parser.process(bytes);
        self.tail.extend_from_slice(bytes);
        let last = |mark: &[u8]| self.tail.windows(mark.len()).rposition(|window| window == mark);
        let (begins, ends) = (last(FRAME_BEGINS), last(FRAME_ENDS));
        if begins.is_some() || ends.is_some() {
            self.in_frame = begins > ends;
        }
        let old = self.tail.len().saturating_sub(FRAME_BEGINS.len() - 1);
        self.tail.drain(..old);
    }

    fn process(&self) -> Pid {
        let id = self.child.process_id().expect("a running child");
        Pid::from_raw(i32::try_from(id).expect("a process id")).expect("not zero")
    }
}

/// The text on a screen: blanks at the ends of lines are no words, whether they were written or not.
pub fn words(screen: &Screen) -> String {
    screen.contents().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("a terminal has cells")
}
