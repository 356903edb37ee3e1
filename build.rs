//! Makes the language catalogue from `lang/`; what it makes and what it checks stands in `lang/catalogue.rs`.

#[path = "lang/catalogue.rs"]
mod catalogue;

use std::env;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=lang");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("words");
    if let Err(problem) = catalogue::build(Path::new("lang"), &out) {
        panic!("{problem}");
    }
}
