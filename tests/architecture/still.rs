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
            "app/score/board.rs",
            "app/score/state.rs",
            "app/score/trained.rs",
            "terminal/decoder.rs",
            "terminal/decoder/csi.rs",
            "terminal/events.rs",
            "terminal/signals.rs",
            "ui/widgets/panel.rs",
            "ui/widgets/popup.rs",
        ],
    ),
    ("a folder with one child", &["app/time", "app/what_if", "ui/screens/score/sweep", "ui/text", "ui/widgets/panel"]),
    ("a file over 400 lines", &["app/core.rs"]),
    ("methods in several files", &["Account", "Command", "Look", "Seen", "Update"]),
    ("public for nobody", &["app", "explain", "terminal", "ui"]),
    (
        "a name of several types",
        &[
            "At", "Batch", "Block", "Change", "Choice", "Column", "Command", "Edit", "Export", "Facts", "Field",
            "Flip", "Group", "Key", "Kind", "Layer", "Line", "Lines", "Look", "Mark", "Neuron", "Parts", "Past",
            "Path", "Plan", "Problem", "Scale", "Screen", "Seen", "Setting", "Shape", "State", "Stop", "Sweep",
            "Train", "Value", "View", "Whose", "Word",
        ],
    ),
];
