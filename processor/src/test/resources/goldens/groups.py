"""Writes parameters after some updates in which each has settings of its own: PyTorch's groups.

Run in this directory, beside updates.py: python3 groups.py
"""

import torch
from torch.optim import Adam, AdamW
from torch.optim.lr_scheduler import ExponentialLR

from updates import CHECKED, batch, java, lamb, lars, of_adam, sgd, single, write

# An optimizer, and attributes of the @Parameter of w, slope and offset.
RULES = [
    ("SGD", sgd, {"learningRate": 0.05}, {"learningRateFactor": 0.1}, {}, {"frozen": True}),
    (
        "SGD",
        sgd,
        {"learningRate": 0.05, "momentum": 0.9, "weightDecay": 0.1},
        {},
        {"learningRateFactor": 0.5},
        {"weightDecay": False},
    ),
    (
        "ADAM",
        of_adam(Adam),
        {"learningRate": 0.1, "weightDecay": 0.2},
        {"learningRateFactor": 0.0},
        {"weightDecay": False, "learningRateFactor": 2.0},
        {"weightDecay": False},
    ),
    (
        "ADAMW",
        of_adam(AdamW, 1e-2),
        {"learningRate": 0.1, "weightDecay": 0.5},
        {"learningRateFactor": 0.3},
        {"frozen": True},
        {"weightDecay": False},
    ),
    ("ADAMW", of_adam(AdamW, 1e-2), {"learningRate": 0.1}, {"frozen": True}, {}, {}),
    (
        "LAMB",
        lamb,
        {"learningRate": 0.05, "weightDecay": 0.2},
        {},
        {"weightDecay": False},
        {"learningRateFactor": 0.5},
    ),
    (
        "LARS",
        lars,
        {"weightDecay": 0.1, "trustCoefficient": 0.05, "momentum": 0.9},
        {"weightDecay": False, "learningRateFactor": 0.02},
        {},
        {},
    ),
]


def trained(optimizer, attributes, own, examples):
    w = torch.tensor([0.8, -1.2], requires_grad=True)
    slope = torch.tensor(0.9, requires_grad=True)
    offset = torch.tensor(0.5, requires_grad=True)
    groups = []
    for parameter, settings in zip([w, slope, offset], own):
        if settings.get("frozen"):
            continue
        group = {"params": [parameter]}
        standard = optimizer([parameter], **attributes).defaults["lr"]
        group["lr"] = settings.get("learningRateFactor", 1.0) * standard
        if not settings.get("weightDecay", True):
            group["weight_decay"] = 0.0
        groups.append(group)
    optimizer = optimizer(groups, **attributes)
    schedule = ExponentialLR(optimizer, 0.95)
    for update in range(CHECKED[-1]):
        rows = torch.tensor(examples(update))
        error = rows[:, 0] * w[0] + rows[:, 1] * w[1] * slope + offset - rows[:, 2]
        optimizer.zero_grad()
        (error * error / 2).mean().backward()
        optimizer.step()
        schedule.step()
        if update + 1 in CHECKED:
            yield update + 1, w[0].item(), w[1].item(), slope.item(), offset.item()


def text(settings):
    return ", ".join(f"{name} = {str(value).lower()}" for name, value in settings.items())


def rows():
    for index, (name, optimizer, attributes, *own) in enumerate(RULES):
        call, examples = [("step", single), ("trainBatch", batch)][index % 2]
        for row in trained(optimizer, attributes, own, examples):
            yield (java(name, attributes), *map(text, own), call, *row)


if __name__ == "__main__":
    head = ["optimizer", "w", "slope", "offset", "call", "updates", "w0", "w1", "slope", "offset"]
    write("groups.csv", head, rows())
