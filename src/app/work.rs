//! Work that would keep a key waiting if it were done at once, cut into slices of about a millisecond:
//! maps of the loss and sweeps of widths. One thread does it all, so the same keys give the same frames.

use super::{App, Screen};

impl App {
    /// Whether a slice of such work waits to be done.
    pub(super) fn has_slices(&self) -> bool {
        self.is_drawing_soon() || self.sweep.is_running()
    }

    /// Whether what is drawn now is still being computed and will be there soon.
    pub fn is_drawing_soon(&self) -> bool {
        match self.screen {
            Screen::Gradients => self.has_checks_waiting(),
            Screen::Beliefs => self.refines_beliefs(),
            Screen::Landscape => self.landscape_is_pending(),
            Screen::Score => self.score.is_pending(),
            Screen::Explore | Screen::Train | Screen::Recipe => false,
        }
    }

    /// Does one slice.
    pub(super) fn do_slice(&mut self) {
        if self.is_drawing_soon() {
            match self.screen {
                Screen::Gradients => self.do_checks(),
                Screen::Beliefs => self.refine_beliefs(),
                Screen::Score => self.slice_of_score(),
                Screen::Landscape => self.slice_landscape(),
                Screen::Explore | Screen::Train | Screen::Recipe => {}
            }
        }
        // Whatever the screen: the sweep was started to be left alone.
        self.slice_of_sweep();
    }
}
