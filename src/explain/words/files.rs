//! Why a file of the user's choice could not be opened or saved.

super::texts!("files");
