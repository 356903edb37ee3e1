//! The pieces every screen is built from. Each is told what to draw and knows nothing of the program.

pub mod frame;
pub mod heat_map;
pub mod plot;
pub mod popup;
pub mod rail;
pub mod signed_bar;
pub mod table;
pub mod text_field;
