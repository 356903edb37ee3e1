//! Where things were drawn, so that a mouse event can be turned into the action its place stands for.

/// A rectangle of terminal cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}
/// What stands in an area.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    Nothing,
}
/// All areas of one frame, later ones on top.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hits {
    regions: Vec<(Area, Target)>,
}
