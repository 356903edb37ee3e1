//! A person of one's own: the what-if popup and what it remembers.

/// A person who was not aboard.
#[derive(Debug, Clone, Default)]
pub struct WhatIf {}
