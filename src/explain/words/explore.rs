//! Words of the frame around the screens, and of Explore's panels other than list and network.

super::texts!("explore");
