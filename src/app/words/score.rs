//! Words of the Score screen.

super::words! {
    SCORE: "Score", "成績";
}
