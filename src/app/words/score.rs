//! Words of the Score screen.

super::words! {
    SCORE: "Score", "成績";
    SWEEP: "The missing half of the post", "公開されなかった後半";
}
