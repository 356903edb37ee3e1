//! Words of the What-if popup.

super::words! {
    TITLE: "What if? A person of your own", "もしも：自分で決めた人物";
}
