//! Words of the Beliefs screen.

super::words! {
    BELIEFS: "Beliefs", "予測地図";
}
