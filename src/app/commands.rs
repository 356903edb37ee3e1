//! What the user's commands do to the core, a file a subject: the list of people, time, runs and their files, a race,
//! a number in the hand, a person of one's own. Functions over the core; none knows a screen.

pub mod editing;
pub mod look;
pub mod people;
pub mod popups;
pub mod racing;
pub mod run_files;
pub mod run_list;
pub mod settle;
pub mod switch;
pub mod time;
pub mod what_if_form;
