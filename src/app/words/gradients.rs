//! Words of the Gradients screen.

super::words! {
    GRADIENTS: "Gradients", "勾配";
}
