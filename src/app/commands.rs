//! What the user's commands do to the core, a file a subject: the list of people, time, runs, a race,
//! a number in the hand. Functions over the core; none knows a screen.

pub mod editing;
pub(super) mod look;
pub(super) mod people;
pub(super) mod racing;
pub(super) mod run_list;
pub(super) mod settle;
pub(super) mod switch;
pub(super) mod time;
