//! What the user's commands do to the core, a file a subject: the list of people, time, runs, a race,
//! a number in the hand. Functions over the core; none knows a screen.

pub mod editing;
pub mod look;
pub mod people;
pub mod racing;
pub mod run_list;
pub mod settle;
pub mod switch;
pub mod time;
