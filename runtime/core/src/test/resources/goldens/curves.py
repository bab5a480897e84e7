"""Writes whole runs of learning rates that Brisk is compared with, as PyTorch computes them.

A line of curves.csv is a run of one schedule: its settings and the rate, or momentum, of each step. A line of
plateaus.csv is a run of ReduceLROnPlateau: its settings, what was observed, and the rate after it.

Run in this directory with PyTorch at hand (these are from 1.13): python3 curves.py
"""

import csv
import random
import warnings

import torch
from torch.optim import SGD
from torch.optim.lr_scheduler import (
    CosineAnnealingLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    ExponentialLR,
    LinearLR,
    MultiStepLR,
    OneCycleLR,
    PolynomialLR,
    ReduceLROnPlateau,
    StepLR,
)

warnings.simplefilter("ignore")
STEPS = 240


def optimizer(learning_rate, momentum=0):
    return SGD([torch.zeros(1)], lr=learning_rate, momentum=momentum)


def run(scheduler, of, steps=STEPS, value="lr"):
    """The rate of each step, as a loop around PyTorch's schedulers uses them, or the momentum."""
    for _ in range(steps):
        yield of.param_groups[0][value]
        of.step()
        scheduler.step()


def closed(scheduler, steps=STEPS):
    """The rate of each step by the closed form, where PyTorch has one beside the recursion."""
    for t in range(steps):
        scheduler.last_epoch = t
        yield scheduler._get_closed_form_lr()[0]


def numbers(values):
    return " ".join(f"{value:.15g}" for value in values)


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def curves():
    for rate, size, gamma in [(0.1, 30, 0.1), (0.5, 1, 0.97), (3e-4, 1000, 0.5)]:
        of = optimizer(rate)
        yield "step", numbers([rate, size, gamma]), run(StepLR(of, size, gamma), of)
    for rate, gamma in [(0.1, 0.9), (0.5, 0.999), (3e-4, 1.0)]:
        of = optimizer(rate)
        yield "exponential", numbers([rate, gamma]), run(ExponentialLR(of, gamma), of)
    for rate, steps, minimum in [(0.1, STEPS, 0.0), (1e-3, 1000, 1e-5), (2.0, STEPS, 0.5)]:
        scheduler = CosineAnnealingLR(optimizer(rate), steps, minimum)
        yield "cosine", numbers([rate, steps, minimum]), closed(scheduler)
    for rate, gamma, milestones in [
        (0.1, 0.1, [30, 60, 80]),
        (0.5, 0.9, [1, 2, 3, 50, 239]),
        (3e-4, 1.0, [100]),
        (0.2, 0.5, [1000]),
    ]:
        settings = [rate, gamma, *milestones]
        yield "multiStep", numbers(settings), closed(MultiStepLR(optimizer(rate), milestones, gamma))
    for rate, steps, start, end in [
        (0.1, 100, 1 / 3, 1.0),
        (0.05, 240, 1.0, 0.0),
        (2.0, 7, 0.3, 0.7),
        (1e-3, 1, 0.5, 0.01),
        (0.4, 1000, 1.0, 0.1),
    ]:
        scheduler = LinearLR(optimizer(rate), start, end, steps)
        yield "linear", numbers([rate, steps, start, end]), closed(scheduler)
    for rate, steps, power in [(0.1, 100, 1.0), (0.1, 240, 2.0), (3e-4, 50, 0.9), (1.0, 1000, 0.5)]:
        scheduler = PolynomialLR(optimizer(rate), steps, power)
        yield "polynomial", numbers([rate, steps, power]), closed(scheduler)
    for rate, period, multiplier, minimum in [
        (0.1, 50, 1, 0.0),
        (0.1, 10, 2, 0.001),
        (1e-3, 1, 3, 1e-6),
        (0.7, 7, 1, 0.05),
        (0.3, 1000, 2, 0.0),
    ]:
        of = optimizer(rate)
        scheduler = CosineAnnealingWarmRestarts(of, period, multiplier, minimum)
        yield "cosineRestarts", numbers([rate, period, multiplier, minimum]), run(scheduler, of)
    for mode in ["triangular", "triangular2", "exp_range"]:
        for rate, top, up, down, gamma in [
            (0.001, 0.006, 40, 40, 0.99),
            (0.1, 1.0, 3, 11, 0.999),
            (1e-4, 1e-2, 1, 1, 0.9),
            (0.01, 0.02, 500, 100, 1.0),
        ]:
            of = optimizer(rate)
            scheduler = CyclicLR(of, rate, top, up, down, mode, gamma, cycle_momentum=False)
            yield mode, numbers([rate, top, up, down, gamma]), run(scheduler, of)
    for three in [False, True]:
        for anneal in ["cos", "linear"]:
            for rate, steps, share, div, last in [
                (0.1, 240, 0.3, 25.0, 1e4),
                (1.0, 100, 0.25, 10.0, 100.0),
                (0.01, 13, 0.3, 25.0, 1e4),
                (2.0, 150, 0.5, 4.0, 1.0),
                (0.5, 3, 0.1, 25.0, 1e4),
            ]:
                of = optimizer(rate)
                scheduler = OneCycleLR(
                    of,
                    rate,
                    steps,
                    pct_start=share,
                    anneal_strategy=anneal,
                    cycle_momentum=False,
                    div_factor=div,
                    final_div_factor=last,
                    three_phase=three,
                )
                name = anneal + ("InThreePhases" if three else "")
                settings = numbers([rate, steps, share, div, last])
                yield "oneCycle " + name, settings, run(scheduler, of, steps)

    for mode in ["triangular", "triangular2", "exp_range"]:
        for up, down, gamma in [(40, 40, 0.99), (3, 11, 0.999), (1, 1, 0.9), (500, 100, 1.0)]:
            of = optimizer(0.1, 0.9)
            scheduler = CyclicLR(of, 0.1, 1.0, up, down, mode, gamma)
            momenta = run(scheduler, of, value="momentum")
            yield "momentum " + mode, numbers([up, down, gamma]), momenta
    for three in [False, True]:
        for anneal in ["cos", "linear"]:
            for steps, share in [(240, 0.3), (100, 0.25), (13, 0.3), (150, 0.5), (3, 0.1)]:
                of = optimizer(0.1, 0.9)
                scheduler = OneCycleLR(
                    of, 0.1, steps, pct_start=share, anneal_strategy=anneal, three_phase=three
                )
                name = anneal + ("InThreePhases" if three else "")
                momenta = run(scheduler, of, steps, "momentum")
                yield "momentum " + name, numbers([steps, share]), momenta


def observations(seed, count=240):
    """A value that falls in stretches, with noise, and a spike."""
    generator = random.Random(seed)
    value = 2.0
    for i in range(count):
        value *= 0.97 if (i // 30) % 2 == 0 else 1
        yield round(value * (1 + 0.02 * generator.random()) + (5 if i == 100 else 0), 4)


def plateaus():
    for seed, (rate, higher, factor, patience, threshold, relative, cooldown, minimum) in enumerate(
        [
            (0.1, False, 0.1, 10, 1e-4, True, 0, 0.0),
            (0.1, False, 0.5, 2, 0.01, True, 3, 1e-3),
            (1.0, False, 0.7, 0, 0.05, False, 0, 0.0),
            (0.3, False, 0.9, 1, 0.0, False, 5, 0.25),
            (1e-7, False, 0.1, 0, 1e-4, True, 0, 0.0),
            (0.1, True, 0.1, 10, 1e-4, True, 0, 0.0),
            (0.2, True, 0.5, 3, 0.02, True, 2, 1e-4),
            (0.2, True, 0.5, 1, 0.1, False, 0, 0.0),
        ]
    ):
        of = optimizer(rate)
        scheduler = ReduceLROnPlateau(
            of,
            mode="max" if higher else "min",
            factor=factor,
            patience=patience,
            threshold=threshold,
            threshold_mode="rel" if relative else "abs",
            cooldown=cooldown,
            min_lr=minimum,
        )
        values = [4 - v if higher else v for v in observations(seed)]
        values[50] = float("nan")
        values[51] = float("inf")
        values[0] = float("nan") if seed == 1 else values[0]
        rates = []
        for value in values:
            scheduler.step(value)
            rates.append(of.param_groups[0]["lr"])
        yield (
            *(rate, factor, patience, threshold, relative, cooldown, minimum, higher),
            numbers(values).replace("nan", "NaN").replace("inf", "Infinity"),
            numbers(rates),
        )


write("curves.csv", ["schedule", "settings", "rates"], ((*c[:2], numbers(c[2])) for c in curves()))
write(
    "plateaus.csv",
    ["rate", "factor", "patience", "threshold", "isRelative", "cooldown", "minimum"]
    + ["higherIsBetter", "observed", "rates"],
    plateaus(),
)
