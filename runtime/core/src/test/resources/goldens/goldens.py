"""Writes the numbers that Brisk is compared with, as PyTorch computes them.

Run in this directory with PyTorch at hand (these are from 1.13): python3 goldens.py
"""

import csv
import itertools

import torch
import torch.nn.functional as F
from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, LinearLR, StepLR


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def rate(scheduler, t):
    scheduler.last_epoch = t
    return scheduler._get_closed_form_lr()[0]


def optimizer(learning_rate):
    return SGD([torch.zeros(1)], lr=learning_rate)


def schedules():
    """Closed forms; columns a, b: what the schedule takes beside rate and step."""
    billion = 10**9
    for rate0, size, gamma in [(0.1, 30, 0.1), (3e-4, 1000, 0.97), (1.0, 10**7, 0.5)]:
        scheduler = StepLR(optimizer(rate0), size, gamma)
        for t in [0, 1, size - 1, size, 2 * size + 1, 7 * size - 1, 7 * size, 100 * size]:
            yield "step", rate0, t, size, gamma, rate(scheduler, t)
    scheduler = StepLR(optimizer(0.5), 12345, 0.9999)
    for t in [billion - 1, billion, billion + 1]:
        yield "step", 0.5, t, 12345, 0.9999, rate(scheduler, t)

    for rate0, gamma in [(0.1, 0.9), (1e-3, 0.999), (0.7, 0.99999999), (0.2, 1.0)]:
        scheduler = ExponentialLR(optimizer(rate0), gamma)
        for t in [0, 1, 2, 10, 99, 1000]:
            yield "exponential", rate0, t, "", gamma, rate(scheduler, t)
    scheduler = ExponentialLR(optimizer(0.7), 0.99999999)
    for t in [billion - 1, billion, billion + 1]:
        yield "exponential", 0.7, t, "", 0.99999999, rate(scheduler, t)

    for rate0, steps, minimum in [(0.05, 100, 0.0), (1e-3, 9800, 1e-5), (0.3, 7, 0.3)]:
        scheduler = CosineAnnealingLR(optimizer(rate0), steps, minimum)
        for t in [0, 1, 2, steps // 3, steps // 2, steps - 2, steps - 1, steps]:
            yield "cosine", rate0, t, steps, minimum, rate(scheduler, t)
    scheduler = CosineAnnealingLR(optimizer(0.1), 2 * billion, 1e-4)
    for t in [1, billion - 1, billion, billion + 1, 2 * billion - 1]:
        yield "cosine", 0.1, t, 2 * billion, 1e-4, rate(scheduler, t)

    for rate0, steps, factor in [(0.1, 500, 0.001), (1e-3, 3, 1 / 3), (0.4, 2 * billion, 0.25)]:
        scheduler = LinearLR(optimizer(rate0), factor, 1.0, steps)
        for t in [0, 1, 2, steps // 3, steps // 2, steps - 1, steps, steps + 1, 10 * steps]:
            yield "warmup", rate0, t, steps, factor, rate(scheduler, t)


def differentiated(loss, *arguments):
    leaves = [torch.tensor(a, dtype=torch.float64, requires_grad=True) for a in arguments]
    value = loss(*leaves)
    value.backward()
    return [value.item()] + [leaf.grad.item() for leaf in leaves]


def losses():
    """One argument that is derived by, then what the loss takes beside it."""
    errors = [-1e300, -300.5, -2.0, -1.0, -0.25, -1e-9, 0.0, 1e-9, 0.5, 1.0, 3.0, 42.0, 1e300]
    for error, target in itertools.product(errors, [0.0, 0.75]):
        x = error + target

        def regression(name, loss, parameter=""):
            value, slope = differentiated(lambda p: loss(p, torch.tensor(target).double()), x)
            return name, x, target, parameter, value, slope

        yield regression("absolute", F.l1_loss)
        if abs(error) < 1e100:
            yield regression("squared", F.mse_loss)
        for delta in [0.25, 1.0, 3.0]:
            yield regression("huber", lambda p, t: F.huber_loss(p, t, delta=delta), delta)
    for logit, target in itertools.product([*errors, -40.0, 40.0], [0.0, 1.0, 0.3]):
        other = torch.tensor(target, dtype=torch.float64)
        loss = lambda x: F.binary_cross_entropy_with_logits(x, other)
        yield ("binaryCrossEntropy", logit, target, "", *differentiated(loss, logit))
    for score, label in itertools.product(errors, [-1.0, 1.0]):
        loss = lambda s: (1 - label * s).clamp(min=0)
        yield ("hinge", score, label, "", *differentiated(loss, score))
    for log_rate, count in itertools.product([-1e300, -3.5, 0.0, 0.5, 7.0, 700.0], [0.0, 1.0, 12.0]):
        other = torch.tensor(count, dtype=torch.float64)
        loss = lambda r: F.poisson_nll_loss(r, other, log_input=True, full=False)
        yield ("poisson", log_rate, count, "", *differentiated(loss, log_rate))


def cross_entropies():
    for logits in [
        [0.0],
        [0.0, 0.0],
        [1.0, -2.0, 0.5],
        [1e300, 1e300, -1e300],
        [-745.0, 0.0, 710.0, 709.0],
        [3.0, 3.0, 3.0, -40.0, 2.5],
    ]:
        for label in range(len(logits)):
            leaf = torch.tensor(logits, dtype=torch.float64, requires_grad=True)
            value = F.cross_entropy(leaf, torch.tensor(label))
            value.backward()
            joined = [" ".join(repr(x) for x in xs) for xs in (logits, leaf.grad.tolist())]
            yield joined[0], label, value.item(), joined[1]


write("schedules.csv", ["schedule", "rate", "t", "a", "b", "expected"], schedules())
write("losses.csv", ["loss", "x", "y", "parameter", "value", "derivative"], losses())
write("cross-entropies.csv", ["logits", "label", "value", "gradient"], cross_entropies())
