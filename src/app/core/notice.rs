//! The notice: one sentence that never moves anything else. In a row of its own it is seen for two seconds
//! at least; in the place of the hints, where the terminal is narrow, it goes as soon as the user goes on.

use std::time::Duration;

use crate::explain::words::Message;

/// How long a notice stays whatever is pressed.
const LEAST: Duration = Duration::from_secs(2);

/// A sentence in the notice row.
#[derive(Debug, Clone)]
pub struct Notice {
    /// What it says.
    pub message: Message,
    /// Whether it warns.
    pub warns: bool,
    age: Duration,
    passed: bool,
}

impl Notice {
    /// Something worth knowing.
    pub(in crate::app) const fn info(message: Message) -> Self {
        Self { message, warns: false, age: Duration::ZERO, passed: false }
    }

    /// Something went wrong.
    pub(in crate::app) const fn warning(message: Message) -> Self {
        Self { message, warns: true, age: Duration::ZERO, passed: false }
    }

    /// Lets time pass.
    pub(in crate::app) fn grow(&mut self, elapsed: Duration) {
        self.age = self.age.saturating_add(elapsed);
    }

    /// A key or a click that came after it.
    pub(in crate::app) const fn user_goes_on(&mut self) {
        self.passed = true;
    }

    /// Whether it gives its place back to the hints: the user has gone on. A warning stays its time.
    pub const fn yields_to_hints(&self) -> bool {
        self.passed && !self.warns
    }

    /// Whether it has been seen long enough to go at the next key.
    pub(in crate::app) fn is_old(&self) -> bool {
        self.age >= LEAST
    }
}
