//! What was found in the file of the list. There is nothing to do in it.

use crate::app::popups::behaviour::PopupBehaviour;

/// The report.
#[derive(Debug, Clone)]
pub struct ListPage;

impl PopupBehaviour for ListPage {}
