//! Reading a frame as a person does: what it says, and the numbers behind it.

use crate::session::Session;

impl Session {
    /// Fails, showing the screen, unless it says all of this.
    #[track_caller]
    pub fn sees(&mut self, texts: &[&str]) -> &mut Self {
        let screen = self.screen();
        for text in texts {
            assert!(screen.contains(text), "`{text}` is not on\n{screen}");
        }
        self
    }

    /// Fails, showing the screen, if it says this.
    #[track_caller]
    pub fn sees_no(&mut self, text: &str) -> &mut Self {
        let screen = self.screen();
        assert!(!screen.contains(text), "`{text}` is on\n{screen}");
        self
    }

    /// The epoch under the cursor *when*.
    pub fn epoch(&self) -> u64 {
        self.app.core.run().epoch()
    }

    /// Right answers on the training rows and the test rows.
    pub fn right(&self) -> (u32, u32) {
        let metrics = self.app.core.run().metrics();
        (metrics.train.correct, metrics.test.correct)
    }

    /// Every parameter, bit for bit.
    pub fn bits(&self) -> Vec<u64> {
        let parameters = self.app.core.network().parameters();
        parameters.iter().map(|value| value.to_bits()).collect()
    }

    /// The number of the passenger under the cursor *who*.
    pub fn id(&self) -> u32 {
        self.app.core.passenger().id
    }

    /// The notice, in the language of the session.
    pub fn notice(&self) -> String {
        let notice = self.app.core.notice.as_ref();
        notice.map_or_else(String::new, |notice| notice.message.text(self.app.core.settings.language))
    }
}
