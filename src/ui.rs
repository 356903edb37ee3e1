//! Pure pictures: from the state of the program to terminal cells. Changes nothing and reads nothing.

pub mod ascii;
pub mod numbers;
pub mod picture;
pub mod text;
pub mod theme;
pub mod widgets;
