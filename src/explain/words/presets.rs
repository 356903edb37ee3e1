//! The presets' names and one-line stories.

use super::Word;
use crate::training::Preset;

super::texts!("presets");

/// A preset's name.
pub const fn title(preset: Preset) -> Word {
    match preset {
        Preset::ThePost => POST,
        Preset::ThePostTrained => TRAINED,
        Preset::ZerosRawAge => RAW,
        Preset::Unpublished231 => DEEP_3,
        Preset::Unpublished281 => DEEP_8,
        Preset::Everything => EVERYTHING,
        Preset::MyFirstDeepNetwork => MY_FIRST,
    }
}

/// What a preset shows, in one line.
pub const fn story(preset: Preset) -> Word {
    match preset {
        Preset::ThePost => POST_STORY,
        Preset::ThePostTrained => TRAINED_STORY,
        Preset::ZerosRawAge => RAW_STORY,
        Preset::Unpublished231 => DEEP_3_STORY,
        Preset::Unpublished281 => DEEP_8_STORY,
        Preset::Everything => EVERYTHING_STORY,
        Preset::MyFirstDeepNetwork => MY_FIRST_STORY,
    }
}
