//! Text fields: every printable key is text, and the keys that are not keep their meaning.

use titanic_tui::app::popups::Popup;

use crate::session::Session;

fn typed(session: &Session) -> &str {
    session.app.popups.top().and_then(Popup::typed).unwrap_or_default()
}

#[test]
fn every_printable_key_is_text_in_every_field() {
    let all: String = (' '..='~').collect();
    for open in ["/", ":", "f"] {
        let mut session = Session::open(80, 24);
        session.press(open);
        for c in (' '..='~').chain(['é', '年']) {
            let word = if c == ' ' { "Space".to_owned() } else { c.to_string() };
            session.press(&word);
        }
        assert_eq!(typed(&session), format!("{all}é年"), "in {open}");
        assert!(!session.app.is_over());
        assert_eq!(session.epoch(), 0, "no key went past the field {open}");
    }
}

#[test]
fn editing_keys_edit() {
    let mut session = Session::open(80, 24);
    session.press("/ text:abcd Left Left Backspace x Home Delete End text:!");
    assert_eq!(typed(&session), "xcd!");
    session.press("C-w");
    assert_eq!(typed(&session), "");
}

#[test]
fn ctrl_c_quits_from_a_field_and_f1_helps() {
    let mut session = Session::open(80, 24);
    session.press("/ text:ab F1").sees(&["Help: Explore"]);
    session.press("Esc / C-c");
    assert!(session.app.is_over());
}

#[test]
fn pasted_text_goes_into_the_field_and_nowhere_else() {
    use titanic_tui::app::Action;
    let mut session = Session::open(80, 24);
    session.act(Action::Paste("q\n".into()));
    assert!(!session.app.is_over(), "a paste is no key press");
    session.press("f").act(Action::Paste("sex=f\r\nclass=1\n".into()));
    assert_eq!(typed(&session), "sex=f class=1");
    session.sees(&["94 of 891"]);
}
