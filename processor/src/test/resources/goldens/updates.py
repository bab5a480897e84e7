"""Writes parameters after some updates, as PyTorch's optimizers compute them.

Run in this directory with PyTorch at hand (these are from 1.13): python3 updates.py
"""

import csv

import torch
from torch.optim import SGD, Adam
from torch.optim.lr_scheduler import ExponentialLR

CHECKED = [1, 2, 5, 20, 40]

# Columns x, z, target; UpdateRulesTest has the same ones.
EXAMPLES = [
    (0.5, -1.0, 0.75),
    (1.25, 0.5, -0.5),
    (-0.75, 1.5, 2.0),
    (2.0, 0.25, 1.0),
    (-1.5, -0.5, 0.25),
]

# Attributes of @Optimizer, and the gamma of an exponential schedule.
SGDS = [
    ({"learningRate": 0.05}, None),
    ({"learningRate": 0.05, "weightDecay": 0.1}, None),
    ({"learningRate": 0.05, "momentum": 0.9}, None),
    ({"learningRate": 0.05, "momentum": 0.9, "dampening": 0.4}, None),
    ({"learningRate": 0.05, "momentum": 0.8, "dampening": 1.0}, None),
    ({"learningRate": 0.02, "momentum": 0.9, "nesterov": True}, None),
    ({"learningRate": 0.05, "momentum": 0.7, "dampening": 0.3, "weightDecay": 0.1}, None),
    ({"learningRate": 0.02, "momentum": 0.9, "nesterov": True, "weightDecay": 0.1}, None),
    # The rate multiplies after the momentum, which shows where it changes.
    ({"learningRate": 0.05}, 0.95),
    ({"learningRate": 0.05, "momentum": 0.9}, 0.95),
]
ADAMS = [
    ({}, None),
    ({"learningRate": 0.1}, None),
    ({"learningRate": 0.1, "weightDecay": 0.2}, None),
    ({"learningRate": 0.1, "beta1": 0.8, "beta2": 0.95}, None),
    ({"learningRate": 0.1, "beta1": 0.0, "beta2": 0.5}, None),
    ({"learningRate": 0.1, "epsilon": 0.05}, None),
    ({"learningRate": 0.1, "beta1": 0.7, "beta2": 0.9, "epsilon": 0.01, "weightDecay": 0.1}, None),
    ({"learningRate": 0.1}, 0.95),
]


def sgd(parameters, learningRate=1e-3, weightDecay=0.0, **others):
    return SGD(parameters, lr=learningRate, weight_decay=weightDecay, **others)


def adam(
    parameters, learningRate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, weightDecay=0.0
):
    betas = (beta1, beta2)
    return Adam(parameters, lr=learningRate, betas=betas, eps=epsilon, weight_decay=weightDecay)


def batch(update):
    """The examples of an update by trainBatch: a window of two or three."""
    start = update % 3
    return EXAMPLES[start : start + 2 + update % 2]


def single(update):
    return [EXAMPLES[update % len(EXAMPLES)]]


def trained(optimizer, gamma, examples, dtype):
    w = torch.tensor([0.8, -1.2], dtype=dtype, requires_grad=True)
    offset = torch.tensor(0.5, dtype=dtype, requires_grad=True)
    optimizer = optimizer([w, offset])
    schedule = ExponentialLR(optimizer, gamma or 1.0)
    for update in range(CHECKED[-1]):
        rows = torch.tensor(examples(update), dtype=dtype)
        error = rows[:, :2] @ w + offset - rows[:, 2]
        optimizer.zero_grad()
        (error * error / 2).mean().backward()
        optimizer.step()
        schedule.step()
        if update + 1 in CHECKED:
            yield update + 1, w[0].item(), w[1].item(), offset.item()


def java(algorithm, attributes):
    texts = [f"value = Algorithm.{algorithm}"]
    texts += [f"{name} = {str(value).lower()}" for name, value in attributes.items()]
    return ", ".join(texts)


def rows():
    rules = [("SGD", sgd, *rule) for rule in SGDS] + [("ADAM", adam, *rule) for rule in ADAMS]
    for name, optimizer, attributes, gamma in rules:
        for precision, dtype in [("double", torch.float64), ("float", torch.float32)]:
            for call, examples in [("step", single), ("trainBatch", batch)]:
                make = lambda parameters: optimizer(parameters, **attributes)
                for row in trained(make, gamma, examples, dtype):
                    yield (java(name, attributes), gamma or 1.0, precision, call, *row)


with open("updates.csv", "w", newline="") as file:
    writer = csv.writer(file, delimiter=";", lineterminator="\n")
    writer.writerow(["optimizer", "gamma", "precision", "call", "updates", "w0", "w1", "offset"])
    writer.writerows(rows())
