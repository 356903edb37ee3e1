//! What is not yet as the rules want it. Whoever mends something takes it off; nothing is put on.

/// A rule, and what still breaks it.
pub const STILL: &[(&str, &[&str])] = &[
    (
        "in a circle",
        &[
            "app/hits.rs",
            "app/keys.rs",
            "app/keys/table.rs",
            "app/layers.rs",
            "app/overlay_commands.rs",
            "app/palette.rs",
            "app/panels.rs",
            "app/screens/score/board.rs",
            "app/screens/score/state.rs",
            "app/screens/score/trained.rs",
            "terminal/decoder.rs",
            "terminal/decoder/csi.rs",
            "terminal/events.rs",
            "terminal/signals.rs",
        ],
    ),
    ("a folder with one child", &["ui/text"]),
    ("a file over 400 lines", &["app/core.rs"]),
    ("methods in several files", &["Account", "Command", "Seen", "Update"]),
    ("public for nobody", &["app", "explain", "terminal", "ui"]),
    (
        "a name of several types",
        &[
            "At", "Batch", "Block", "Change", "Choice", "Column", "Command", "Edit", "Export", "Facts", "Field",
            "Flip", "Group", "Holds", "Key", "Kind", "Layer", "Line", "Mark", "Neuron", "Past", "Place", "Plan",
            "Problem", "Rows", "Scale", "Screen", "Seen", "Standing", "State", "Stop", "Stroke", "Sweep", "Train",
            "Value", "View", "Whose",
        ],
    ),
];
