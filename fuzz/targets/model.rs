//! A model file; one that is read is written as it was and read again as the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use titanic_tui::training::{ModelFile, RecipePatch};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(model) = ModelFile::read_any(bytes, &RecipePatch::default()) {
        let mut written = Vec::new();
        model.write(&mut written).expect("a vector takes everything");
        assert_eq!(ModelFile::read(written.as_slice()).expect("what was written is read"), model);
    }
});
