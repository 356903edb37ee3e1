//! A network as a safetensors file, so that PyTorch and others can open it: the tensors of a row of
//! `torch.nn.Linear`, and recipe and features as JSON in the metadata. What an optimiser remembers and
//! the past are not in it; for those there is the model file.

use std::collections::HashMap;
use std::io::Write;

use ::safetensors::tensor::{Dtype, TensorView};
use ::safetensors::{SafeTensorError, SafeTensors, serialize};
use serde::de::DeserializeOwned;

use super::error::{ModelError, TensorsError};
use super::{LayerFile, ModelFile};
use crate::nn::Activation;
use crate::training::recipe::{Recipe, RecipePatch};

/// Bytes of the header's length, with which the file begins.
const LENGTH: usize = size_of::<u64>();

/// Whether a file that begins like this is of the safetensors format.
pub(super) fn is_one(start: &[u8]) -> bool {
    // The header is a JSON object behind its length, and never as long as JSON's own first eight
    // bytes would be as a number.
    let length = start.first_chunk().map(|bytes| u64::from_le_bytes(*bytes));
    length.is_some_and(|length| length < 1 << 32) && start.get(LENGTH) == Some(&b'{')
}

/// The model in the bytes of a safetensors file; `settings` are its recipe where the file does
/// not say one.
pub(super) fn read(bytes: &[u8], settings: &RecipePatch) -> Result<ModelFile, ModelError> {
    let tensors = SafeTensors::deserialize(bytes).map_err(TensorsError::Format)?;
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(TensorsError::Format)?;
    let said = header.metadata().clone().unwrap_or_default();
    let mut layers = layers(&tensors)?;
    let recipe: Option<RecipePatch> = entry(&said, "recipe")?;
    let nothing = *settings == RecipePatch::default();
    let recipe = match recipe {
        Some(recipe) => recipe,
        None if nothing => return Err(TensorsError::NoRecipe(shape(&layers)).into()),
        None => settings.clone(),
    };
    let hidden = layers.len().saturating_sub(1);
    for layer in &mut layers[..hidden] {
        layer.activation = Recipe::from(recipe.clone()).activation;
    }
    let features = entry(&said, "features")?.unwrap_or_default();
    let epoch = entry(&said, "epoch")?.unwrap_or_default();
    ModelFile::of_layers(recipe, features, epoch, layers)
}

/// Writes the network, its recipe with the rates of now, and its features as safetensors; the
/// same model gives the same bytes.
pub(super) fn write(model: &ModelFile, mut to: impl Write) -> std::io::Result<()> {
    let bytes = |numbers: &mut dyn Iterator<Item = &f64>| -> Vec<u8> {
        numbers.flat_map(|number| number.to_le_bytes()).collect()
    };
    let mut data = Vec::new();
    for (index, layer) in model.layers.iter().enumerate() {
        let inputs = layer.weights.first().map_or(0, Vec::len);
        let weights = bytes(&mut layer.weights.iter().flatten());
        let biases = bytes(&mut layer.biases.iter());
        let outputs = layer.biases.len();
        data.push((weight_name(index), vec![outputs, inputs], weights));
        data.push((bias_name(index), vec![outputs], biases));
    }
    let views = data.iter().map(|(name, shape, bytes)| Ok((name, TensorView::new(Dtype::F64, shape.clone(), bytes)?)));
    let views = views.collect::<Result<Vec<_>, SafeTensorError>>();
    let metadata = HashMap::from([
        ("recipe".to_owned(), serde_json::to_string(&model.recipe_of_now())?),
        ("features".to_owned(), serde_json::to_string(&model.features)?),
        ("epoch".to_owned(), serde_json::to_string(&model.epoch)?),
    ]);
    let file = views.and_then(|views| serialize(views, Some(metadata))).map_err(std::io::Error::other)?;
    to.write_all(&in_order(file)?)
}

fn weight_name(layer: usize) -> String {
    format!("layers.{layer}.weight")
}

fn bias_name(layer: usize) -> String {
    format!("layers.{layer}.bias")
}

/// The entries of the metadata come in no order; sorted, they make the same bytes every time.
fn in_order(mut file: Vec<u8>) -> std::io::Result<Vec<u8>> {
    let length = file.first_chunk().map_or(0, |n| u64::from_le_bytes(*n)) as usize;
    let header = &mut file[LENGTH..LENGTH + length];
    let sorted: serde_json::Value = serde_json::from_slice(header)?;
    let mut sorted = serde_json::to_vec(&sorted)?;
    sorted.resize(length, b' ');
    header.copy_from_slice(&sorted);
    Ok(file)
}

fn entry<T: DeserializeOwned>(
    metadata: &HashMap<String, String>,
    key: &'static str,
) -> Result<Option<T>, TensorsError> {
    let value = metadata.get(key).map(|text| serde_json::from_str(text));
    value.transpose().map_err(|error| TensorsError::Metadata { key, error })
}

/// All layers, with the output's activation. Whatever a module calls them (`layers.0`, `0` and `2` of `nn.Sequential`,
/// `fc1`), they follow each other in the order of their names, numbers as numbers, if each takes what the one before gives.
fn layers(tensors: &SafeTensors<'_>) -> Result<Vec<LayerFile>, TensorsError> {
    let mut modules: Vec<&str> = Vec::new();
    for name in tensors.names() {
        let module = name.strip_suffix("weight").or_else(|| name.strip_suffix("bias"));
        let module = module.filter(|module| module.is_empty() || module.ends_with('.'));
        modules.push(module.ok_or_else(|| TensorsError::Surplus(name.to_owned()))?);
    }
    modules.sort_by_cached_key(|module| in_names(module));
    modules.dedup();
    let mut layers: Vec<LayerFile> = Vec::new();
    for module in modules {
        let numbers = |part: &str, dimensions: usize, expected: &'static str| {
            let name = format!("{module}{part}");
            match tensors.tensor(&name) {
                Ok(tensor) => numbers(name, &tensor, dimensions, expected),
                Err(_) => Err(TensorsError::Missing(name)),
            }
        };
        let (shape, weights) = numbers("weight", 2, "F64 or F32 of shape [out, in]")?;
        let (outputs, biases) = numbers("bias", 1, "F64 or F32 of shape [out]")?;
        let given = layers.last().map(|before| before.biases.len());
        if given.is_some_and(|given| given != shape[1]) || outputs[0] != shape[0] {
            let name = format!("{module}weight");
            let [takes, gives] = [given.unwrap_or(shape[1]), outputs[0]];
            return Err(TensorsError::Chain { name, found: shape, expected: vec![gives, takes] });
        }
        let rows = weights.chunks_exact(shape[1]).map(<[f64]>::to_vec);
        layers.push(LayerFile { activation: Activation::Sigmoid, weights: rows.collect(), biases });
    }
    if layers.is_empty() { Err(TensorsError::Missing(weight_name(0))) } else { Ok(layers) }
}

/// What a name is sorted by: its letters, and its numbers by their size.
fn in_names(name: &str) -> Vec<(usize, Vec<u8>)> {
    let parts = name.as_bytes().chunk_by(|one, next| one.is_ascii_digit() == next.is_ascii_digit());
    parts.map(|part| (if part[0].is_ascii_digit() { part.len() } else { 0 }, part.to_vec())).collect()
}

/// The numbers of a tensor; single precision is widened, which changes none of them.
#[expect(clippy::wildcard_enum_match_arm, reason = "safetensors has more types than are read here")]
fn numbers(
    name: String,
    tensor: &TensorView<'_>,
    dimensions: usize,
    expected: &'static str,
) -> Result<(Vec<usize>, Vec<f64>), TensorsError> {
    let bytes = tensor.data();
    let numbers = match tensor.dtype() {
        Dtype::F64 => {
            let (numbers, _) = bytes.as_chunks();
            numbers.iter().map(|b| f64::from_le_bytes(*b)).collect()
        }
        Dtype::F32 => {
            let (numbers, _) = bytes.as_chunks();
            let wide = numbers.iter().map(|b| f64::from(f32::from_le_bytes(*b)));
            wide.collect()
        }
        _ => Vec::new(),
    };
    let shape = tensor.shape().to_vec();
    if shape.len() != dimensions || numbers.is_empty() {
        return Err(TensorsError::Tensor { name, found: format!("{:?} of shape {shape:?}", tensor.dtype()), expected });
    }
    Ok((shape, numbers))
}

/// `2-8-1`, as the tensors have it.
fn shape(layers: &[LayerFile]) -> String {
    let inputs = layers.first().and_then(|layer| layer.weights.first());
    let widths = layers.iter().map(|layer| layer.biases.len());
    let widths = inputs.map(Vec::len).into_iter().chain(widths);
    let widths: Vec<String> = widths.map(|width| width.to_string()).collect();
    widths.join("-")
}
