"""One job of tests/reference/perf-*.json in PyTorch, eager, float64, one thread: prints µs an epoch."""

import json
import pathlib
import sys
import time

try:
    import torch
except ImportError:
    print("absent")
    sys.exit()

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
job = json.loads((pathlib.Path(__file__).parent.parent / f"tests/reference/perf-{sys.argv[1]}.json").read_text())
x, y = (torch.tensor(job[key], dtype=torch.float64) for key in ("inputs", "survived"))
layers = []
for layer in job["layers"]:
    linear = torch.nn.Linear(len(layer["weights"][0]), len(layer["biases"]))
    with torch.no_grad():
        linear.weight.copy_(torch.tensor(layer["weights"]))
        linear.bias.copy_(torch.tensor(layer["biases"]))
    layers += [linear, torch.nn.ReLU()]
model = torch.nn.Sequential(*layers[:-1])
optimizer = torch.optim.SGD(model.parameters(), lr=job["learning_rate"])
batch = len(y) if job["batch"] == "full" else job["batch"]
epochs = job["epochs"]

start = time.perf_counter()
for _ in range(epochs):
    for at in range(0, len(y), batch):
        optimizer.zero_grad()
        z = model(x[at : at + batch]).squeeze(1)
        torch.nn.functional.binary_cross_entropy_with_logits(z, y[at : at + batch]).backward()
        optimizer.step()
took = time.perf_counter() - start

with torch.no_grad():
    loss = torch.nn.functional.binary_cross_entropy_with_logits(model(x).squeeze(1), y).item()
assert abs(loss - job["end_train_loss"]) < 1e-9, loss
print(took / epochs * 1e6)
