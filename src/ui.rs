//! Pure pictures: from the state of the program to terminal cells. Changes nothing and reads nothing.
//!
//! ```text
//! top_bar     screens, and the run in a few words
//! screens     one file a screen, one file a panel
//! time_bar    state, epoch, the loss as a track, train and test, notice
//! hints       the keys that do something now
//! popups      what lies over all of it
//! ```

mod ascii;
pub mod figures;
pub mod picture;
pub mod text;
mod theme;
mod widgets;

mod context;
mod describe;
mod hints;
mod last_pass;
mod layout;
mod loading;
mod passenger;
mod popups;
mod prelude;
mod present;
mod scene;
mod screens;
mod time_bar;
mod top_bar;
mod tour;
mod view;
mod writing;

pub use loading::{Loading, loading};
pub use view::{view, view_buffer};

/// The most cells across or down that are drawn: more than any terminal has, and little enough to keep.
pub const MOST_CELLS: u16 = 1000;
