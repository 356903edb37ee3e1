//! Words of the person's card.

super::texts!("card");
