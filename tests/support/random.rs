//! How many random sessions are tried: few in the daily run, as many as `PROPTEST_CASES` says in a search.

use proptest::prelude::ProptestConfig;

/// `cases` of them, unless the environment asks for another number.
pub fn sessions(cases: u32) -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() { default } else { ProptestConfig { cases, ..default } }
}
