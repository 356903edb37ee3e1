//! Stand-in until this layer lands.

/// The list.
#[derive(Debug, Default)]
pub struct PassengerList;
