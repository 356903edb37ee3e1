//! Makes the language catalogue from `lang/`; what it makes and what it checks stands in `lang/catalogue.rs`.

#[path = "lang/catalogue.rs"]
mod catalogue;

use std::env;
use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-changed=lang");
    println!("cargo::rerun-if-changed=data/lessons");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it")).join("words");
    if let Err(problem) = catalogue::build(Path::new("lang"), &out) {
        panic!("{problem}");
    }
    let listed = lessons().expect("the lessons lie in data/lessons");
    std::fs::write(out.join("lessons.rs"), listed).expect("cargo's folder can be written to");
}

/// The lessons of the tour in the order of their names, each with its text, as a slice in Rust.
fn lessons() -> std::io::Result<String> {
    let entries = std::fs::read_dir("data/lessons")?.collect::<Result<Vec<_>, _>>()?;
    let mut files: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "toml"));
    files.sort();
    let pair = |path: &PathBuf| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        format!(
            "({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {:?}))),\n",
            path.display().to_string()
        )
    };
    Ok(format!(
        "/// The lessons inside the program: each file's name and text.\nconst BUILT_IN: &[(&str, &str)] = &[\n{}];",
        files.iter().map(pair).collect::<String>()
    ))
}
