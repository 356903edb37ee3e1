//! The names of the themes: plain values for settings and flags, without a colour in them.

/// One of the themes the user can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// The terminal's own sixteen colours, right on any background.
    #[default]
    Terminal,
    /// True colours for a dark background.
    Dark,
    /// True colours for a light background.
    Light,
    /// Strong colours on black.
    Contrast,
    /// No colour: bold, dim, underlined, reverse.
    Mono,
}

impl ThemeName {
    /// All themes, in the order in which the key steps through them.
    pub const ALL: [Self; 5] = [
        Self::Terminal,
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Mono,
    ];

    /// The stable name in flags and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Terminal => "terminal",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Mono => "mono",
        }
    }

    /// The theme with this name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.key() == key)
    }

    /// The theme after this one, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Terminal => Self::Dark,
            Self::Dark => Self::Light,
            Self::Light => Self::Contrast,
            Self::Contrast => Self::Mono,
            Self::Mono => Self::Terminal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_to_their_themes() {
        for name in ThemeName::ALL {
            assert_eq!(ThemeName::from_key(name.key()), Some(name));
        }
        assert_eq!(ThemeName::from_key("solarized"), None);
    }

    #[test]
    fn the_key_steps_through_all_themes_in_order() {
        for (index, name) in ThemeName::ALL.into_iter().enumerate() {
            assert_eq!(
                name.next(),
                ThemeName::ALL[(index + 1) % ThemeName::ALL.len()]
            );
        }
    }
}
