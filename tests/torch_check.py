"""Loads a safetensors file of this program into torch.nn.Linear and answers for one person.

usage: torch_check.py FILE INPUT...

Prints the probability of having survived with 17 digits. Exits with 77 where PyTorch or safetensors is
not installed.
"""

import json
import sys

try:
    import torch
    from safetensors import safe_open
except ImportError:
    sys.exit(77)


def main(path, inputs):
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
        tensors = {name: file.get_tensor(name) for name in file.keys()}
    recipe = json.loads(metadata["recipe"])
    json.loads(metadata["features"])
    depth = len(recipe["hidden"]) + 1
    layers = torch.nn.ModuleList()
    for layer in range(depth):
        outputs, width = tensors[f"layers.{layer}.weight"].shape
        layers.append(torch.nn.Linear(width, outputs, dtype=torch.float64))
    network = torch.nn.Module()
    network.layers = layers
    # Strict: every name, shape and type must be torch's own.
    network.load_state_dict(tensors, strict=True)
    assert all(tensor.dtype == torch.float64 for tensor in tensors.values())
    activation = {
        "relu": torch.relu,
        "leaky-relu": lambda z: torch.nn.functional.leaky_relu(z, 0.01),
        "tanh": torch.tanh,
        "sigmoid": torch.sigmoid,
        "linear": lambda z: z,
    }[recipe["activation"]]
    a = torch.tensor(inputs, dtype=torch.float64)
    for layer in layers[:-1]:
        a = activation(layer(a))
    print(f"{torch.sigmoid(layers[-1](a)).item():.17g}")


main(sys.argv[1], [float(text) for text in sys.argv[2:]])
