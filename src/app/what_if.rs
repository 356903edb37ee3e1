//! A person of one's own: the what-if popup and what it remembers.

use crate::data::Person;

/// A person who was not aboard, and where the form stands.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIf {
    /// Who it is.
    pub person: Person,
}
