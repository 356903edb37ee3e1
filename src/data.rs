//! Passengers as they are: the list inside the program, lists from a file, and ways to look at them.
//!
//! Knows nothing of networks: what a network says about a row arrives as plain [`LiveRow`]s.
//! Opens no paths, fills no missing values and scales nothing; those belong to the edge and to training.

pub mod column;
pub mod column_stats;
pub mod export;
pub mod filter;
pub mod list;
pub mod number;
pub mod passenger;
pub mod person;
pub mod read;
pub mod search;
pub mod split;
pub mod view;

mod escape;
mod facts;
mod histogram;
mod moments;
mod store;
#[cfg(test)]
mod tests;
mod text;
mod value;

pub use column::{Column, RawColumn};
pub use column_stats::{ColumnStats, Numbers};
pub use escape::escape;
pub use export::{cell_text, export_csv};
pub use facts::{Facts, LiveRow, LiveRows};
pub use filter::{Expression, ExpressionError, Filter, Operator, Quick, QuickSet, THE_POST, without_each};
pub use list::PassengerList;
pub use moments::{Moments, median};
pub use passenger::{Passenger, Port, Sex};
pub use person::Person;
pub use read::{Compression, Labels, ListReader, ListReport, ReadError, ReadState};
pub use search::search;
pub use split::{RowUse, Split};
pub use view::{Sort, View};
