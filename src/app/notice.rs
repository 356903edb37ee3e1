//! The notice row: one sentence that is seen for two seconds at least and never moves anything else.

use std::time::Duration;

use super::words::Message;

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
}

impl Notice {
    /// Something worth knowing.
    pub const fn info(message: Message) -> Self {
        Self {
            message,
            warns: false,
            age: Duration::ZERO,
        }
    }

    /// Something went wrong.
    pub const fn warning(message: Message) -> Self {
        Self {
            message,
            warns: true,
            age: Duration::ZERO,
        }
    }

    /// Lets time pass.
    pub fn grow(&mut self, elapsed: Duration) {
        self.age = self.age.saturating_add(elapsed);
    }

    /// Whether it has been seen long enough to go at the next key.
    pub fn is_old(&self) -> bool {
        self.age >= LEAST
    }
}
