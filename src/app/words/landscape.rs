//! Words of the Landscape screen.

super::words! {
    LANDSCAPE: "Landscape", "損失地形";
}
