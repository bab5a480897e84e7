"""Writes parameters after some updates with clipped gradients, as PyTorch computes them.

Run in this directory with PyTorch at hand (these are from 1.13): python3 clipping.py
"""

import csv

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim import SGD, Adam

CHECKED = [1, 2, 5, 20, 40]

# Columns x, z, target; ClippingTest has the same ones.
EXAMPLES = [
    (0.5, -1.0, 0.75),
    (1.25, 0.5, -0.5),
    (-0.75, 1.5, 2.0),
    (2.0, 0.25, 1.0),
    (-1.5, -0.5, 0.25),
]

# Some bounds are reached by no gradient, some by all, some by a part of them. Weight decay comes
# after the clip.
OPTIMIZERS = {
    "value = Algorithm.SGD, learningRate = 0.05": lambda p: SGD(p, lr=0.05),
    "value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9, weightDecay = 0.1": lambda p: SGD(
        p, lr=0.01, momentum=0.9, weight_decay=0.1
    ),
    "value = Algorithm.ADAM, learningRate = 0.1": lambda p: Adam(p, lr=0.1),
}
BOUNDS = [("norm", 0.1), ("norm", 1.0), ("norm", 1e3), ("value", 0.05), ("value", 0.8)]
CLIPS = {"norm": clip_grad_norm_, "value": clip_grad_value_}


def batch(update):
    """The examples of an update by trainBatch: a window of two or three."""
    start = update % 3
    return EXAMPLES[start : start + 2 + update % 2]


def single(update):
    return [EXAMPLES[update % len(EXAMPLES)]]


def trained(make, kind, bound, examples, dtype):
    w = torch.tensor([0.8, -1.2], dtype=dtype, requires_grad=True)
    rows = torch.tensor([[0.3, -0.4], [0.2, 0.9]], dtype=dtype, requires_grad=True)
    offset = torch.tensor(0.5, dtype=dtype, requires_grad=True)
    parameters = [w, rows, offset]
    optimizer = make(parameters)
    for update in range(CHECKED[-1]):
        given = torch.tensor(examples(update), dtype=dtype)
        x, target = given[:, :2], given[:, 2]
        error = x @ w + (x @ rows[0]) * (x @ rows[1]) + offset - target
        optimizer.zero_grad()
        (error * error / 2).mean().backward()
        CLIPS[kind](parameters, bound)
        optimizer.step()
        if update + 1 in CHECKED:
            yield update + 1, *w.tolist(), *rows.flatten().tolist(), offset.item()


def rows():
    for attributes, make in OPTIMIZERS.items():
        for kind, bound in BOUNDS:
            for precision, dtype in [("double", torch.float64), ("float", torch.float32)]:
                for call, examples in [("step", single), ("trainBatch", batch)]:
                    for row in trained(make, kind, bound, examples, dtype):
                        yield (attributes, f"{kind} = {bound}", precision, call, *row)


with open("clipping.csv", "w", newline="") as file:
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    names = ["w0", "w1", "rows00", "rows01", "rows10", "rows11", "offset"]
    writer.writerow(["optimizer", "clipping", "precision", "call", "updates", *names])
    writer.writerows(rows())
