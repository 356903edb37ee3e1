//! What a command works on: the list, the recipe and the model that the command line names, opened here.
//!
//! A flag beats a recipe file, which beats the model's recipe, which beats the default; where neither a recipe nor a
//! model is named, the recipe of the config stands before the default.

use std::fmt::Display;
use std::fs::{self, Metadata};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use color_eyre::eyre::{Report, WrapErr};

use super::common::Common;
use super::failure::Failure;
use super::{gauge, output};
use crate::analysis::unlike;
use crate::app::Shared;
use crate::data::{Labels, ListReader, PassengerList};
use crate::explain::list_report;
use crate::explain::words::{Message, list as words};
use crate::terminal::input::{self, Accept, MODEL_BYTES, shown};
use crate::terminal::loading::ListSource;
use crate::training::{Misread, ModelFile, Recipe, RecipePatch, Run};

/// The list to train and to be judged on: `--data`, or the one inside the program.
pub fn list(common: &Common) -> Result<Arc<PassengerList>, Failure> {
    let list = match &common.data {
        Some(path) => read_list(common, path, Labels::Required)?,
        None => PassengerList::embedded(),
    };
    Ok(Arc::new(list))
}

/// Reads a list from a file, or from standard input for `-`.
pub(super) fn read_list(common: &Common, path: &Path, labels: Labels) -> Result<PassengerList, Failure> {
    let list = gauge::read(source(common, path, labels, Accept::Streams)?).map_err(Failure::input)?;
    let language = common.language();
    // What was passed over is always told, for the numbers that follow lack it.
    let told = if common.verbose {
        list_report::lines(language, &list)
    } else {
        list_report::skipped(language, list.report())
    };
    for line in told {
        output::note(&line);
    }
    Ok(list)
}

/// A list that is open and not read yet.
pub(super) fn source(
    common: &Common,
    path: &Path,
    labels: Labels,
    accept: Accept,
) -> Result<ListSource<Box<dyn Read>>, Failure> {
    if input::is_address(path) {
        let address = shown(path);
        return Err(Failure::usage(format!("{address} is on the web; fetch it: curl -L {address} | titanic-tui -")));
    }
    Ok(source_of(common, path, input::open(path, accept).map_err(Failure::input)?, labels))
}

/// A list of these bytes, which came from there.
pub(super) fn source_of(
    common: &Common,
    path: &Path,
    bytes: Box<dyn Read>,
    labels: Labels,
) -> ListSource<Box<dyn Read>> {
    let size = fs::metadata(path).ok().filter(Metadata::is_file).map(|file| file.len());
    let name = shown(path);
    let reader = ListReader::new(&name, bytes, labels).skipping_bad_rows(common.skip_bad_rows);
    ListSource { name, size, reader }
}

/// Tells where the training rows of a run are not as its test rows, and with `--verbose` which rows these are.
fn tell_split(common: &Common, run: &Run) {
    let language = common.language();
    if common.verbose {
        output::note(&list_report::split(language, run));
    }
    if let Some(unlike) = unlike(run.list(), run.split()) {
        output::note(&list_report::unlike(&unlike, words::TRAIN_STRATIFIED).text(language));
    }
}

/// A run of the model that answers questions: `--model`, or the published network, under the recipe
/// file and these settings. It stands at the model's epoch.
pub(super) fn answering(common: &Common, flags: RecipePatch, list: Arc<PassengerList>) -> Result<Run, Failure> {
    let settings = settings(common, flags, &list)?;
    let published = || ("the published network".to_owned(), Run::published(Arc::clone(&list)).model());
    let (name, model) = model(common, &settings, &list)?.unwrap_or_else(published);
    let run = resume(&name, model, &settings, list)?;
    tell_split(common, &run);
    Ok(run)
}

/// The run to be trained: `--model` from where it stands, or the recipe from epoch 0.
pub(super) fn to_train(common: &Common, flags: RecipePatch, list: Arc<PassengerList>) -> Result<Run, Failure> {
    let settings = settings(common, flags, &list)?;
    let run = match model(common, &settings, &list)? {
        Some((name, model)) => resume(&name, model, &settings, list),
        None => match from_recipe(common, over_own(common, settings.clone()), Arc::clone(&list)) {
            // What is wrong in the config costs no more than itself.
            Err(Failure::Input(wrong)) if common.own_recipe().is_some() => {
                common.note(&format!("{wrong:#}; the recipe of the config is left out"));
                from_recipe(common, settings.into(), list)
            }
            run => run,
        },
    }?;
    tell_split(common, &run);
    Ok(run)
}

/// The run the screen opens with, when the command line names one; it can walk back to its epoch 0 where
/// the file knows it.
pub(super) fn to_open(common: &Common, list: &Arc<PassengerList>) -> Result<Option<Run>, Failure> {
    to_draw(common, RecipePatch::default(), list, EarlierEpochs::Walked)
}

/// The row of the passenger with this number, or the first one.
pub(super) fn row_of(list: &PassengerList, passenger: Option<u32>) -> Result<usize, Failure> {
    let Some(id) = passenger else {
        return Ok(0);
    };
    list.row_of(id).ok_or_else(|| Failure::usage(format!("nobody on the list has the PassengerId {id}")))
}

/// What is done about the epochs before the one a model was saved at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarlierEpochs {
    /// Time begins at epoch 0, and the run is to be trained up to where it was.
    Walked,
    /// Time begins at the model's epoch.
    Left,
}

/// As [`to_open`], under these settings; none where nothing says that it is to be another run than
/// the program opens with.
pub(super) fn to_draw(
    common: &Common,
    flags: RecipePatch,
    list: &Arc<PassengerList>,
    past: EarlierEpochs,
) -> Result<Option<Run>, Failure> {
    let settings = settings(common, flags, list)?;
    let begin = match past {
        EarlierEpochs::Walked => Run::from_model,
        EarlierEpochs::Left => Run::resume,
    };
    match model(common, &settings, list)? {
        Some((name, model)) => {
            let run = model
                .with(&settings)
                .map_err(Report::new)
                .and_then(|model| Ok(begin(title(&name), Arc::clone(list), model)?));
            run.wrap_err(name).map(Some).map_err(Failure::Input)
        }
        None if common.recipe.is_some() || common.own_recipe().is_some() || settings != RecipePatch::default() => {
            from_recipe(common, over_own(common, settings), Arc::clone(list)).map(Some)
        }
        None => Ok(None),
    }
}

/// These settings over the recipe of the config, where that is what is followed.
fn over_own(common: &Common, settings: RecipePatch) -> Recipe {
    settings.over(common.own_recipe().cloned().unwrap_or_default()).into()
}

/// The run of a recipe, named after its file, or as the first run of a session is.
fn from_recipe(common: &Common, recipe: Recipe, list: Arc<PassengerList>) -> Result<Run, Failure> {
    let name = common.recipe.as_deref();
    let name = name.map_or_else(|| "A".to_owned(), |path| title(&shown(path)));
    let run = Run::from_recipe(name, list, recipe);
    match common.own.path.as_deref().filter(|_| common.own_recipe().is_some()) {
        Some(path) => run.wrap_err_with(|| shown(path)).map_err(Failure::Input),
        None => run.map_err(Failure::input),
    }
}

fn resume(name: &str, model: ModelFile, settings: &RecipePatch, list: Arc<PassengerList>) -> Result<Run, Failure> {
    let run = model.with(settings).map_err(Report::new).and_then(|model| Ok(Run::resume(title(name), list, model)?));
    run.wrap_err_with(|| name.to_owned()).map_err(Failure::Input)
}

fn settings(common: &Common, flags: RecipePatch, list: &PassengerList) -> Result<RecipePatch, Failure> {
    match &common.recipe {
        Some(path) => {
            let name = shown(path);
            let text = String::from_utf8(bytes(path)?)
                .map_err(|_| Failure::usage(format!("{name} is not a recipe (TOML): it is not text")))?;
            let placed = |line: usize, wrong: &dyn Display| Failure::usage(format!("{name}, line {line}: {wrong}"));
            let first = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
            if !first.contains('=') && !first.starts_with(['#', '[']) && !first.is_empty() {
                return Err(Failure::usage(format!(
                    "{name} is not a recipe (TOML); give a model with --model and a list with --data"
                )));
            }
            let file = RecipePatch::from_toml(&text).map_err(|wrong| {
                let Misread { line, column, message } = wrong;
                Failure::usage(format!("{name}, line {line}, column {column}: {message}"))
            })?;
            let all = flags.clone().over(file);
            // What cannot be followed is told here, where the file with its lines is at hand.
            if let Err(wrong) = Recipe::from(all.clone()).validate(list.len())
                && !flags.names(wrong.setting())
                && let Some(line) = wrong.line_in(&text)
            {
                return Err(placed(line, &wrong));
            }
            Ok(all)
        }
        None => Ok(flags),
    }
}

/// The model of `--model`, in either format or as a shared line; a safetensors file that does not say its recipe takes
/// these settings for one.
fn model(
    common: &Common,
    settings: &RecipePatch,
    list: &Arc<PassengerList>,
) -> Result<Option<(String, ModelFile)>, Failure> {
    let Some(path) = &common.model else {
        return Ok(None);
    };
    if let Some(found) = path.to_str().and_then(Shared::find) {
        return shared(common, found, list).map(Some);
    }
    let name = shown(path);
    let bytes = bytes(path)?;
    let model = if path.extension().is_some_and(|ending| ending == "safetensors") {
        ModelFile::from_safetensors(&bytes, settings)
    } else {
        ModelFile::read_any(bytes.as_slice(), settings)
    };
    let model = model.map_err(Report::new).wrap_err_with(|| name.clone());
    Ok(Some((name, model.map_err(Failure::Input)?)))
}

/// The model that a shared line leads to, on this list.
fn shared(
    common: &Common,
    found: Result<Shared, Message>,
    list: &Arc<PassengerList>,
) -> Result<(String, ModelFile), Failure> {
    let line = found.map_err(|why| Failure::usage(why.text(common.language())))?;
    if line.is_of_others(list) {
        common.note("this line was made on another list: its numbers will differ from those meant");
    }
    let (run, epoch) = line.run(SHARED, list).map_err(Failure::input)?;
    let run = gauge::trained_to(run, epoch)?;
    Ok((SHARED.to_owned(), run.model()))
}

/// What a run is called that came as a line.
const SHARED: &str = "shared";

/// What a model or a recipe holds.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    input::read(path, Accept::Streams, MODEL_BYTES).map_err(Failure::input)
}

/// What the run is called on the screen: the file without its folders and its ending.
fn title(name: &str) -> String {
    let stem = Path::new(name).file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
