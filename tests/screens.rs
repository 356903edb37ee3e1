//! What the screens look like: a few whole ones as snapshots, and many single cells that carry meaning.
//!
//! A changed snapshot is looked at and taken over with `INSTA_UPDATE=always cargo test --test screens`.

#[path = "screens/cells.rs"]
mod cells;
#[path = "screens/colours.rs"]
mod colours;
#[path = "screens/diagram.rs"]
mod diagram;
#[path = "screens/gradients.rs"]
mod gradients;
#[path = "screens/numbers.rs"]
mod numbers;
#[path = "support/openings.rs"]
mod openings;
#[path = "screens/plots.rs"]
mod plots;
#[path = "support/session.rs"]
mod session;
#[path = "screens/whole.rs"]
mod whole;
