//! Safetensors files: names, shapes and numbers as `torch.nn.Linear` has them, and back with the same bits.

use std::collections::HashMap;

use safetensors::tensor::{Dtype, TensorView};
use safetensors::{SafeTensors, serialize};

use super::{bits, list, run_of, train_to};
use crate::nn::Activation;
use crate::training::{Feature, ModelFile, Preset, Recipe, RecipePatch, Run, Scaling};

fn deep() -> Run {
    let mut run = run_of(Recipe {
        features: vec![Feature::Age, Feature::Sex, Feature::Embarked],
        scaling: Scaling::Standard,
        hidden: vec![4, 3],
        activation: Activation::Tanh,
        learning_rate: 0.1,
        ..Recipe::default()
    });
    train_to(&mut run, 5);
    run
}

fn written(run: &Run) -> Vec<u8> {
    let mut file = Vec::new();
    run.model().write_safetensors(&mut file).unwrap();
    file
}

#[test]
fn tensors_are_named_shaped_and_typed_as_torch_has_them() {
    let run = deep();
    let file = written(&run);
    let tensors = SafeTensors::deserialize(&file).unwrap();
    let mut found: Vec<(String, Dtype, Vec<usize>)> =
        tensors.tensors().into_iter().map(|(name, tensor)| (name, tensor.dtype(), tensor.shape().to_vec())).collect();
    found.sort();
    let expected = [
        ("layers.0.bias", vec![4]),
        ("layers.0.weight", vec![4, 5]),
        ("layers.1.bias", vec![3]),
        ("layers.1.weight", vec![3, 4]),
        ("layers.2.bias", vec![1]),
        ("layers.2.weight", vec![1, 3]),
    ];
    assert_eq!(found, expected.map(|(name, shape)| (name.to_owned(), Dtype::F64, shape)));
    // Row by row: [out][in].
    let data = tensors.tensor("layers.0.weight").unwrap().data();
    let second_of_first = f64::from_le_bytes(data[8..16].try_into().unwrap());
    assert_eq!(second_of_first, run.network().layer(0).weight(0, 1));

    let (_, header) = SafeTensors::read_metadata(&file).unwrap();
    let metadata = header.metadata().as_ref().unwrap();
    let recipe: RecipePatch = serde_json::from_str(&metadata["recipe"]).unwrap();
    assert_eq!(Recipe::from(recipe), *run.recipe());
    assert!(metadata["features"].starts_with(r#"[{"name":"age","mean":29.78"#));
}

#[test]
fn what_is_read_has_the_bits_of_what_was_written_and_the_rate_of_its_last_epoch() {
    let mut run = deep();
    assert!(run.set_learning_rate(0.03));
    train_to(&mut run, 9);
    let file = written(&run);
    assert!(ModelFile::is_safetensors(&file));
    assert_eq!(file, written(&run), "the same bytes every time");
    let model = ModelFile::read_any(file.as_slice(), &RecipePatch::default()).unwrap();
    let mut opened = Run::from_model("", list(), model).unwrap();
    assert_eq!((opened.first_epoch(), bits(&opened)), (9, bits(&run)));
    train_to(&mut run, 20);
    train_to(&mut opened, 20);
    assert_eq!(bits(&opened), bits(&run), "plain descent has nothing else to remember");
}

#[test]
fn a_model_of_json_is_still_read_as_one() {
    let mut file = Vec::new();
    deep().model().write(&mut file).unwrap();
    assert!(!ModelFile::is_safetensors(&file));
    let model = ModelFile::read_any(file.as_slice(), &RecipePatch::default()).unwrap();
    assert_eq!(model, deep().model());
}

/// A file of these tensors without metadata, all numbers `0.5`.
fn bare(tensors: &[(&str, &[usize])], dtype: Dtype) -> Vec<u8> {
    let number = |shape: &[usize]| {
        let count = shape.iter().product();
        if dtype == Dtype::F32 { 0.5_f32.to_le_bytes().repeat(count) } else { 0.5_f64.to_le_bytes().repeat(count) }
    };
    let data: Vec<(&str, &[usize], Vec<u8>)> =
        tensors.iter().map(|&(name, shape)| (name, shape, number(shape))).collect();
    let views = data.iter().map(|(name, shape, data)| (*name, TensorView::new(dtype, shape.to_vec(), data).unwrap()));
    serialize(views, None::<HashMap<String, String>>).unwrap()
}

const TWO_THREE_ONE: [(&str, &[usize]); 4] =
    [("layers.0.weight", &[3, 2]), ("layers.0.bias", &[3]), ("layers.1.weight", &[1, 3]), ("layers.1.bias", &[1])];

#[test]
fn without_metadata_a_recipe_that_fits_is_asked_for() {
    let fitting: RecipePatch = Preset::Unpublished231.recipe().into();
    for dtype in [Dtype::F64, Dtype::F32] {
        let file = bare(&TWO_THREE_ONE, dtype);
        let asked = ModelFile::from_safetensors(&file, &RecipePatch::default()).unwrap_err();
        assert!(asked.to_string().contains("--recipe") && asked.to_string().contains("2-3-1"));
        let model = ModelFile::from_safetensors(&file, &fitting).unwrap();
        let run = Run::from_model("", list(), model).unwrap();
        assert!(run.network().parameters().iter().all(|number| *number == 0.5));
        let wrong: RecipePatch = Preset::Unpublished281.recipe().into();
        let refused = ModelFile::from_safetensors(&file, &wrong).unwrap_err();
        assert!(refused.to_string().contains("3 entries, but its recipe asks for 8"), "{refused}");
    }
}

/// As PyTorch's own ways of writing a network name it; a number is more than a digit.
#[test]
fn layers_are_read_under_whatever_names_a_module_gives_them() {
    let settings: RecipePatch = Recipe { hidden: vec![3, 4], ..Recipe::default() }.into();
    for names in [["0", "2", "4"], ["2", "9", "10"], ["net.0", "net.2", "net.4"], ["fc1", "fc2", "output"]] {
        let shapes: [&[usize]; 3] = [&[3, 2], &[4, 3], &[1, 4]];
        let tensors = names
            .iter()
            .zip(shapes)
            .flat_map(|(name, shape)| [(format!("{name}.weight"), shape), (format!("{name}.bias"), &shape[..1])]);
        let tensors: Vec<(String, &[usize])> = tensors.collect();
        let tensors: Vec<(&str, &[usize])> = tensors.iter().map(|(name, shape)| (name.as_str(), *shape)).collect();
        let model = ModelFile::from_safetensors(&bare(&tensors, Dtype::F32), &settings).unwrap();
        let run = Run::from_model("", list(), model).unwrap();
        let widths: Vec<usize> = (0..run.network().depth()).map(|layer| run.network().layer(layer).outputs).collect();
        assert_eq!(widths, [3, 4, 1], "{names:?}");
    }
    let alone = bare(&[("weight", &[1, 2]), ("bias", &[1])], Dtype::F64);
    assert!(ModelFile::from_safetensors(&alone, &Recipe::default().into()).is_ok(), "a Linear saved by itself");
}

#[test]
fn files_that_hold_no_such_network_are_refused_in_words() {
    let settings: RecipePatch = Preset::Unpublished231.recipe().into();
    let refusal = |file: &[u8]| ModelFile::from_safetensors(file, &settings).unwrap_err().to_string();
    let with = |index: usize, tensor: (&'static str, &'static [usize])| {
        let mut tensors = TWO_THREE_ONE;
        tensors[index] = tensor;
        refusal(&bare(&tensors, Dtype::F64))
    };
    let no_bias = with(1, ("layers.0.biases", &[3]));
    assert!(no_bias.contains("tensor layers.0.biases, which"), "{no_bias}");
    let twice = with(1, ("layers.00.bias", &[3]));
    assert!(twice.contains("no tensor layers.0.bias;"), "{twice}");
    let apart = with(2, ("layers.2.weight", &[1, 3]));
    assert!(apart.contains("no tensor layers.1.weight"), "{apart}");
    let thinner = with(2, ("layers.1.weight", &[1, 4]));
    assert!(
        thinner.contains("layers.1.weight of shape [1, 4] where its bias and the layer before ask for [1, 3]"),
        "{thinner}"
    );
    let wider = with(1, ("layers.0.bias", &[2]));
    assert!(wider.contains("layers.0.weight of shape [3, 2] where"), "{wider}");
    let flat = with(0, ("layers.0.weight", &[6]));
    assert!(flat.contains("layers.0.weight of F64 of shape [6]"), "{flat}");
    let mut more = TWO_THREE_ONE.to_vec();
    more.extend([("norm.running_mean", &[3][..])]);
    let surplus = refusal(&bare(&more, Dtype::F64));
    assert!(surplus.contains("tensor norm.running_mean, which"), "{surplus}");
    for file in [&b""[..], b"{}", b"\x02\0\0\0\0\0\0\0{}", &[0xff; 40]] {
        assert!(ModelFile::from_safetensors(file, &settings).is_err(), "{file:?}");
    }
    let good = bare(&TWO_THREE_ONE, Dtype::F64);
    for cut in 0..good.len() {
        assert!(ModelFile::from_safetensors(&good[..cut], &settings).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_number_that_is_not_finite_is_refused() {
    let mut file = bare(&TWO_THREE_ONE, Dtype::F64);
    let end = file.len();
    file[end - 8..].copy_from_slice(&f64::NAN.to_le_bytes());
    let settings: RecipePatch = Preset::Unpublished231.recipe().into();
    let refused = ModelFile::from_safetensors(&file, &settings).unwrap_err();
    assert!(refused.to_string().contains("[2] is not finite"), "{refused}");
}
