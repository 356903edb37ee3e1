//! Words on exported drawings.

super::words! {
    EPOCH: "epoch", "エポック";
}
