"""Writes parameters after some updates whose momentum is cycled, as PyTorch computes them.

Run in this directory with PyTorch at hand (these are from 1.13): python3 cycles.py
"""

import torch
from torch.optim import SGD, Adam, Adamax, AdamW, RAdam
from torch.optim.lr_scheduler import CyclicLR, OneCycleLR

from updates import (
    CHECKED, java, lamb, lars, lion, of_adam, rmsprop, sgd, single, write,
)

RATE = 0.05
STEPS = CHECKED[-1]

RULES = [
    ("SGD", sgd, {"learningRate": RATE, "momentum": 0.9}),
    ("SGD", sgd, {"learningRate": RATE, "momentum": 0.9, "dampening": 0.2, "weightDecay": 0.1}),
    ("SGD", sgd, {"learningRate": RATE, "momentum": 0.9, "nesterov": True}),
    ("ADAM", of_adam(Adam), {"learningRate": RATE}),
    ("ADAM", of_adam(Adam), {"learningRate": RATE, "beta1": 0.5, "amsgrad": True}),
    ("ADAMW", of_adam(AdamW, 1e-2), {"learningRate": RATE, "weightDecay": 0.1}),
    ("RADAM", of_adam(RAdam), {"learningRate": RATE, "beta2": 0.9}),
    ("ADAMAX", of_adam(Adamax), {"learningRate": RATE}),
    ("RMSPROP", rmsprop, {"learningRate": RATE, "momentum": 0.9, "epsilon": 0.1}),
    ("LION", lion, {"learningRate": RATE, "weightDecay": 0.1}),
    ("LAMB", lamb, {"learningRate": RATE}),
    ("LARS", lars, {"learningRate": RATE, "momentum": 0.9, "weightDecay": 0.1}),
]

# Of @Schedule, and the same for PyTorch.
SCHEDULES = [
    ("value = Decay.ONE_CYCLE, steps = 40", lambda of: OneCycleLR(of, RATE, STEPS)),
    (
        "value = Decay.ONE_CYCLE, steps = 40, pctStart = 0.25, threePhase = true, anneal ="
        " Anneal.LINEAR",
        lambda of: OneCycleLR(
            of, RATE, STEPS, pct_start=0.25, three_phase=True, anneal_strategy="linear"
        ),
    ),
    (
        "value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 6, stepSizeDown = 4",
        lambda of: CyclicLR(of, RATE, 0.1, 6, 4),
    ),
    (
        "value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 5, mode = CycleMode.TRIANGULAR2",
        lambda of: CyclicLR(of, RATE, 0.1, 5, mode="triangular2"),
    ),
    (
        "value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 5, mode = CycleMode.EXP_RANGE,"
        " gamma = 0.95",
        lambda of: CyclicLR(of, RATE, 0.1, 5, mode="exp_range", gamma=0.95),
    ),
]


def cycle(group, momentum):
    """Sets what the optimizer has in place of a momentum."""
    if "betas" in group:
        group["betas"] = (momentum, group["betas"][1])
    else:
        group["momentum" if "momentum" in group else "beta1"] = momentum


def trained(optimizer, schedule):
    w = torch.tensor([0.8, -1.2], requires_grad=True)
    offset = torch.tensor(0.5, requires_grad=True)
    optimizer = optimizer([w, offset])
    # CyclicLR of 1.13 cycles no betas, and neither does any of them those of plain formulas. So the
    # rate and the momentum are those of an SGD beside the optimizer, which they all cycle.
    beside = SGD([torch.zeros(1)], lr=RATE, momentum=0.9)
    schedule = schedule(beside)
    for update in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = beside.param_groups[0]["lr"]
            cycle(group, beside.param_groups[0]["momentum"])
        rows = torch.tensor(single(update))
        error = rows[:, :2] @ w + offset - rows[:, 2]
        optimizer.zero_grad()
        (error * error / 2).mean().backward()
        optimizer.step()
        beside.step()
        schedule.step()
        if update + 1 in CHECKED:
            yield update + 1, w[0].item(), w[1].item(), offset.item()


def check_directly():
    """Where PyTorch cycles the optimizer itself, nothing is different."""
    for name, optimizer, attributes in RULES[:9]:
        for text, schedule in SCHEDULES:
            if "momentum" not in attributes and "CYCLIC" in text:
                continue
            make = lambda parameters: optimizer(parameters, **attributes)
            direct = direct_run(make, schedule)
            assert direct == list(trained(make, schedule))[-1][1:], (name, text)


def direct_run(optimizer, schedule):
    w = torch.tensor([0.8, -1.2], requires_grad=True)
    offset = torch.tensor(0.5, requires_grad=True)
    optimizer = optimizer([w, offset])
    schedule = schedule(optimizer)
    for update in range(STEPS):
        rows = torch.tensor(single(update))
        error = rows[:, :2] @ w + offset - rows[:, 2]
        optimizer.zero_grad()
        (error * error / 2).mean().backward()
        optimizer.step()
        schedule.step()
    return w[0].item(), w[1].item(), offset.item()


def rows():
    for name, optimizer, attributes in RULES:
        for text, schedule in SCHEDULES:
            make = lambda parameters: optimizer(parameters, **attributes)
            for row in trained(make, schedule):
                yield (java(name, attributes), text, *row)


if __name__ == "__main__":
    check_directly()
    write("cycles.csv", ["optimizer", "schedule", "updates", "w0", "w1", "offset"], rows())
