//! What is seen of the run, and what to make of it. There is nothing to do in it.

use crate::app::popups::behaviour::PopupBehaviour;

/// The closer look.
#[derive(Debug, Clone)]
pub struct WhyPage;

impl PopupBehaviour for WhyPage {}
