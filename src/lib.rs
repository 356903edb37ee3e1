//! See, number by number, how a neural network predicts, learns and fails, on the 891 real people of the Titanic list.
//!
//! The program `titanic-tui` is a thin binary over this library, and the library is useful without a terminal: it reads
//! the list, builds networks, trains them, and answers questions about them, with the same bits on every machine.
//!
//! ```
//! use std::sync::Arc;
//! use titanic_tui::data::PassengerList;
//! use titanic_tui::training::{Recipe, Run, Scaling};
//!
//! // Age and sex are what a recipe shows the network unless it says otherwise; the first 600 rows teach.
//! let list = Arc::new(PassengerList::embedded());
//! let recipe = Recipe { scaling: Scaling::Standard, learning_rate: 0.5, ..Recipe::default() };
//! let mut run = Run::from_recipe("A", list, recipe)?;
//! for _ in 0..50 {
//!     run.train()?;
//! }
//! let test = run.metrics().test;
//! println!("{} of {}", test.correct, test.total);
//! # assert_eq!((test.correct, test.total), (226, 291));
//!
//! // Every epoch is still there, bit for bit.
//! run.seek(0);
//! assert_eq!(run.metrics().test.correct, 185);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Floors
//!
//! Each may know those above it in this list, and none below; `tests/architecture.rs` holds them to it.
//!
//! | floor | what it is for |
//! |---|---|
//! | [`data`] | passengers as they are: lists, columns, filters, statistics; fills no missing value |
//! | [`nn`] | the maths of a feed-forward network: layers, losses, gradients, optimisers; knows no passengers |
//! | [`kernel`] | the same for many rows at once, as fast as the processor goes |
//! | [`training`] | a recipe makes inputs of passengers and epochs of a network; every epoch can be seen again |
//! | [`analysis`] | questions put to a network: how good, why so, what if, what is going wrong, how the loss lies |
//! | [`explain`] | numbers in words: the texts of every language, and what numbers and parameters are called |
//! | [`app`] | the state of the program and the only code that changes it; draws nothing |
//! | [`ui`] | pure pictures of that state: cells of a terminal, or SVG |
//! | [`terminal`] | keys, signals, a real screen, and runs on disk |
//! | [`cli`] | the command line, and the commands that need no screen |
//!
//! Nothing in `data`, `nn`, `kernel`, `training` and `analysis` opens a path, reads a clock or starts a thread.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod data;
pub mod explain;
pub mod kernel;
pub mod nn;
pub mod terminal;
pub mod training;
pub mod ui;
