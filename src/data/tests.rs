//! Lists, those of the program and those from elsewhere, and filters over them.

mod filter;
mod forms;
mod list;
mod reading;
mod sizes;
