//! What a run's numbers follow from on one list: how it begins, and what was changed on the way. So little that it can
//! be told to somebody else, whose run then has the same bits.

use super::change::{Change, Edit};
use super::recipe::{Compact, Recipe};

/// A run without its list.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// The recipe it began with.
    pub recipe: Recipe,
    /// Whether it began at the published weights; the recipe is theirs then.
    pub published: bool,
    /// What was changed on the way.
    pub changes: Vec<Change>,
}

impl Compact for Course {
    fn put(&self, out: &mut Vec<u8>) {
        (!self.published).then_some(self.recipe.clone()).put(out);
        self.changes.put(out);
    }

    fn take(from: &mut &[u8]) -> Option<Self> {
        let recipe: Option<Recipe> = Compact::take(from)?;
        let changes = Compact::take(from)?;
        Some(Self { published: recipe.is_none(), recipe: recipe.unwrap_or_else(Recipe::published), changes })
    }
}

/// Values made of others, in this order.
macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Compact for $name {
            fn put(&self, out: &mut Vec<u8>) {
                $(self.$field.put(out);)*
            }

            fn take(from: &mut &[u8]) -> Option<Self> {
                Some(Self { $($field: Compact::take(from)?),* })
            }
        })*
    };
}

fields! {
    Edit { layer, neuron, input, value }
    Change { epoch, learning_rate, l1, l2, edits }
}
