//! Work that would keep a key waiting if it were done at once, cut into slices of about a millisecond:
//! maps of the loss and sweeps of widths. One thread does it all, so the same keys give the same frames.

use super::{App, Screen};

impl App {
    /// Whether a slice of such work waits to be done.
    pub(super) fn has_slices(&self) -> bool {
        (self.screen == Screen::Landscape && self.landscape.is_pending()) || self.sweep.is_running()
    }

    /// Whether what is drawn now is still being computed and will be there soon.
    pub fn is_drawing_soon(&self) -> bool {
        self.screen == Screen::Landscape && self.landscape.is_pending()
    }

    /// Does one slice.
    pub(super) fn do_slice(&mut self) {
        if self.is_drawing_soon() {
            self.slice_landscape();
        }
    }
}
