//! Numbers to words: the texts of every language, how numbers are written, and what inputs, neurons and
//! parameters are called. What is said stands here; where it stands on the screen, in `ui`.

pub mod errors;
pub mod handout;
pub mod keyed;
pub mod list_report;
pub mod names;
pub mod numbers;
pub mod observation;
pub mod people;
pub mod plain;
pub mod prediction;
pub mod runs;
mod sentences;
pub mod sweep;
pub mod update;
pub mod words;
