"""Writes parameters after some updates, as PyTorch's optimizers compute them.

Run in this directory with PyTorch at hand (these are from 1.13): python3 updates.py
"""

import csv

import torch
from torch.optim import (
    SGD, Adadelta, Adagrad, Adam, Adamax, AdamW, NAdam, Optimizer, RAdam, RMSprop, Rprop,
)
from torch.optim.lr_scheduler import ExponentialLR

# The product that NAdam carries along is of the default type.
torch.set_default_dtype(torch.float64)

CHECKED = [1, 2, 5, 20, 40]

# Columns x, z, target; UpdateRulesTest has the same ones.
EXAMPLES = [
    (0.5, -1.0, 0.75),
    (1.25, 0.5, -0.5),
    (-0.75, 1.5, 2.0),
    (2.0, 0.25, 1.0),
    (-1.5, -0.5, 0.25),
]

# What PyTorch has not: the published formulas, plainly.


class Plain(Optimizer):
    def __init__(self, parameters, lr, **settings):
        super().__init__(parameters, dict(lr=lr, **settings))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                state = self.state[p]
                state["t"] = state.get("t", 0) + 1
                self.update(p, p.grad, state, group["lr"], **group)

    @staticmethod
    def buffer(state, name, p):
        return state.setdefault(name, torch.zeros_like(p))


class Lion(Plain):
    """Chen et al., "Symbolic Discovery of Optimization Algorithms", 2023, program 1."""

    def update(self, p, g, state, rate, beta1, beta2, weight_decay, **_):
        m = self.buffer(state, "m", p)
        direction = torch.sign(beta1 * m + (1 - beta1) * g)
        p.mul_(1 - rate * weight_decay).sub_(rate * direction)
        m.copy_(beta2 * m + (1 - beta2) * g)


class Lamb(Plain):
    """You et al., "Large Batch Optimization for Deep Learning", 2020, in timm's order."""

    def update(self, p, g, state, rate, beta1, beta2, eps, weight_decay, **_):
        m, v, t = self.buffer(state, "m", p), self.buffer(state, "v", p), state["t"]
        m.copy_(beta1 * m + (1 - beta1) * g)
        v.copy_(beta2 * v + (1 - beta2) * g * g)
        u = m / (1 - beta1**t) / ((v / (1 - beta2**t)).sqrt() + eps) + weight_decay * p
        if weight_decay != 0 and p.norm() > 0 and u.norm() > 0:
            u = u * (p.norm() / u.norm())
        p.sub_(rate * u)


class Lars(Plain):
    """You et al., "Large Batch Training of Convolutional Networks", 2017, in timm's order."""

    def update(
        self, p, g, state, rate, momentum, dampening, nesterov, weight_decay, trust, eps, **_
    ):
        if weight_decay != 0:
            ratio = 1.0
            if p.norm() > 0 and g.norm() > 0:
                ratio = trust * p.norm() / (g.norm() + weight_decay * p.norm() + eps)
            g = (g + weight_decay * p) * ratio
        if momentum != 0:
            b = self.buffer(state, "b", p)
            b.copy_(momentum * b + (1 if state["t"] == 1 else 1 - dampening) * g)
            g = g + momentum * b if nesterov else b
        p.sub_(rate * g)


def sgd(parameters, learningRate=1e-3, weightDecay=0.0, **others):
    return SGD(parameters, lr=learningRate, weight_decay=weightDecay, **others)


def of_adam(make, weight_decay=0.0, rate=1e-3, **fixed):
    """Makes an optimizer with the arguments of Adam; those of others by their own names."""

    def made(
        parameters,
        learningRate=rate,
        beta1=0.9,
        beta2=0.999,
        epsilon=1e-8,
        weightDecay=weight_decay,
        **others,
    ):
        return make(
            parameters,
            lr=learningRate,
            betas=(beta1, beta2),
            eps=epsilon,
            weight_decay=weightDecay,
            **others,
            **fixed,
        )

    return made


def nadam(parameters, momentumDecay=4e-3, **others):
    # Without foreach, 1.13 takes one momentum too many into the product; later versions do not.
    return of_adam(NAdam, rate=2e-3, momentum_decay=momentumDecay, foreach=True)(
        parameters, **others
    )


def adagrad(
    parameters,
    learningRate=1e-2,
    learningRateDecay=0.0,
    weightDecay=0.0,
    initialAccumulator=0.0,
    epsilon=1e-10,
):
    return Adagrad(
        parameters, learningRate, learningRateDecay, weightDecay, initialAccumulator, epsilon
    )


def adadelta(parameters, learningRate=1.0, rho=0.9, epsilon=1e-6, weightDecay=0.0):
    return Adadelta(parameters, learningRate, rho, epsilon, weightDecay)


def rmsprop(parameters, learningRate=1e-2, alpha=0.99, epsilon=1e-8, weightDecay=0.0, **others):
    return RMSprop(parameters, learningRate, alpha, epsilon, weightDecay, **others)


def rprop(parameters, learningRate=1e-2, etaMinus=0.5, etaPlus=1.2, stepMin=1e-6, stepMax=50):
    return Rprop(parameters, learningRate, (etaMinus, etaPlus), (stepMin, stepMax))


def lion(parameters, learningRate=1e-4, beta1=0.9, beta2=0.99, weightDecay=0.0):
    return Lion(parameters, learningRate, beta1=beta1, beta2=beta2, weight_decay=weightDecay)


def lamb(
    parameters, learningRate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-6, weightDecay=0.01
):
    return Lamb(
        parameters, learningRate, beta1=beta1, beta2=beta2, eps=epsilon, weight_decay=weightDecay
    )


def lars(
    parameters,
    learningRate=1.0,
    momentum=0.0,
    dampening=0.0,
    nesterov=False,
    weightDecay=0.0,
    trustCoefficient=1e-3,
    epsilon=1e-8,
):
    return Lars(
        parameters,
        learningRate,
        momentum=momentum,
        dampening=dampening,
        nesterov=nesterov,
        weight_decay=weightDecay,
        trust=trustCoefficient,
        eps=epsilon,
    )


# Attributes of @Optimizer, and the gamma of an exponential schedule. The rate multiplies after the
# momentum, decoupled decay goes with the rate: a changing rate shows it.
RULES = [
    ("SGD", sgd, {"learningRate": 0.05}, None),
    ("SGD", sgd, {"learningRate": 0.05, "weightDecay": 0.1}, None),
    ("SGD", sgd, {"learningRate": 0.05, "momentum": 0.9}, None),
    ("SGD", sgd, {"learningRate": 0.05, "momentum": 0.9, "dampening": 0.4}, None),
    ("SGD", sgd, {"learningRate": 0.05, "momentum": 0.8, "dampening": 1.0}, None),
    ("SGD", sgd, {"learningRate": 0.02, "momentum": 0.9, "nesterov": True}, None),
    (
        "SGD",
        sgd,
        {"learningRate": 0.05, "momentum": 0.7, "dampening": 0.3, "weightDecay": 0.1},
        None,
    ),
    (
        "SGD",
        sgd,
        {"learningRate": 0.02, "momentum": 0.9, "nesterov": True, "weightDecay": 0.1},
        None,
    ),
    ("SGD", sgd, {"learningRate": 0.05}, 0.95),
    ("SGD", sgd, {"learningRate": 0.05, "momentum": 0.9}, 0.95),
    ("ADAM", of_adam(Adam), {}, None),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1}, None),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1, "weightDecay": 0.2}, None),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1, "beta1": 0.8, "beta2": 0.95}, None),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1, "beta1": 0.0, "beta2": 0.5}, None),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1, "epsilon": 0.05}, None),
    (
        "ADAM",
        of_adam(Adam),
        {"learningRate": 0.1, "beta1": 0.7, "beta2": 0.9, "epsilon": 0.01, "weightDecay": 0.1},
        None,
    ),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1}, 0.95),
    ("ADAM", of_adam(Adam), {"learningRate": 0.1, "beta2": 0.8, "amsgrad": True}, None),
    (
        "ADAM",
        of_adam(Adam),
        {"learningRate": 0.1, "beta2": 0.9, "amsgrad": True, "weightDecay": 0.1},
        0.95,
    ),
    ("ADAMW", of_adam(AdamW, 1e-2), {}, None),
    ("ADAMW", of_adam(AdamW, 1e-2), {"learningRate": 0.1, "weightDecay": 0.0}, None),
    ("ADAMW", of_adam(AdamW, 1e-2), {"learningRate": 0.1, "weightDecay": 0.5}, 0.95),
    (
        "ADAMW",
        of_adam(AdamW, 1e-2),
        {"learningRate": 0.1, "beta1": 0.8, "beta2": 0.8, "epsilon": 0.01, "amsgrad": True},
        0.95,
    ),
    ("NADAM", nadam, {}, None),
    ("NADAM", nadam, {"learningRate": 0.1, "momentumDecay": 0.5}, None),
    ("NADAM", nadam, {"learningRate": 0.1, "momentumDecay": 0.0, "beta2": 0.9}, 0.95),
    ("NADAM", nadam, {"learningRate": 0.1, "beta1": 0.99, "weightDecay": 0.1}, 0.95),
    ("RADAM", of_adam(RAdam), {}, None),
    ("RADAM", of_adam(RAdam), {"learningRate": 0.1, "beta1": 0.8, "beta2": 0.95}, None),
    ("RADAM", of_adam(RAdam), {"learningRate": 0.05, "beta2": 0.5}, None),
    ("RADAM", of_adam(RAdam), {"learningRate": 0.1, "epsilon": 0.05, "weightDecay": 0.1}, 0.95),
    ("ADAMAX", of_adam(Adamax, rate=2e-3), {}, None),
    ("ADAMAX", of_adam(Adamax, rate=2e-3), {"learningRate": 0.1, "beta2": 0.7}, None),
    (
        "ADAMAX",
        of_adam(Adamax, rate=2e-3),
        {"learningRate": 0.1, "beta1": 0.8, "epsilon": 0.1, "weightDecay": 0.1},
        0.95,
    ),
    ("ADAGRAD", adagrad, {}, None),
    ("ADAGRAD", adagrad, {"learningRate": 0.3, "learningRateDecay": 0.1}, None),
    ("ADAGRAD", adagrad, {"learningRate": 0.3, "initialAccumulator": 0.5}, 0.95),
    (
        "ADAGRAD",
        adagrad,
        {"learningRate": 0.3, "learningRateDecay": 0.05, "epsilon": 0.1, "weightDecay": 0.1},
        0.95,
    ),
    ("ADADELTA", adadelta, {}, None),
    ("ADADELTA", adadelta, {"learningRate": 2.0, "rho": 0.7, "epsilon": 0.01}, None),
    ("ADADELTA", adadelta, {"epsilon": 0.001, "weightDecay": 0.1}, 0.95),
    ("RMSPROP", rmsprop, {}, None),
    ("RMSPROP", rmsprop, {"learningRate": 0.05, "alpha": 0.8, "centered": True}, None),
    ("RMSPROP", rmsprop, {"learningRate": 0.01, "momentum": 0.9, "epsilon": 0.1}, 0.95),
    (
        "RMSPROP",
        rmsprop,
        {"learningRate": 0.01, "momentum": 0.7, "centered": True, "weightDecay": 0.1},
        0.95,
    ),
    ("RPROP", rprop, {}, None),
    ("RPROP", rprop, {"learningRate": 0.1, "etaMinus": 0.3, "etaPlus": 1.5}, None),
    ("RPROP", rprop, {"learningRate": 0.2, "stepMin": 0.05, "stepMax": 0.25}, 0.95),
    ("LION", lion, {}, None),
    ("LION", lion, {"learningRate": 0.01, "beta1": 0.5, "beta2": 0.8}, None),
    ("LION", lion, {"learningRate": 0.02, "weightDecay": 0.5}, 0.95),
    ("LAMB", lamb, {}, None),
    ("LAMB", lamb, {"learningRate": 0.05, "weightDecay": 0.0}, None),
    ("LAMB", lamb, {"learningRate": 0.05, "beta1": 0.8, "beta2": 0.9, "weightDecay": 0.2}, 0.95),
    ("LARS", lars, {"learningRate": 0.05}, None),
    ("LARS", lars, {"weightDecay": 0.1}, None),
    ("LARS", lars, {"weightDecay": 0.1, "trustCoefficient": 0.05, "momentum": 0.9}, 0.95),
    (
        "LARS",
        lars,
        {"weightDecay": 0.2, "trustCoefficient": 0.1, "momentum": 0.8, "dampening": 0.3},
        None,
    ),
    (
        "LARS",
        lars,
        {
            "weightDecay": 0.2,
            "trustCoefficient": 0.1,
            "momentum": 0.8,
            "nesterov": True,
            "epsilon": 0.1,
        },
        None,
    ),
]


def batch(update):
    """The examples of an update by trainBatch: a window of two or three."""
    start = update % 3
    return EXAMPLES[start : start + 2 + update % 2]


def single(update):
    return [EXAMPLES[update % len(EXAMPLES)]]


def trained(optimizer, gamma, examples):
    w = torch.tensor([0.8, -1.2], requires_grad=True)
    offset = torch.tensor(0.5, requires_grad=True)
    optimizer = optimizer([w, offset])
    schedule = ExponentialLR(optimizer, gamma or 1.0)
    for update in range(CHECKED[-1]):
        rows = torch.tensor(examples(update))
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
    for name, optimizer, attributes, gamma in RULES:
        for call, examples in [("step", single), ("trainBatch", batch)]:
            make = lambda parameters: optimizer(parameters, **attributes)
            for row in trained(make, gamma, examples):
                yield (java(name, attributes), gamma or 1.0, call, *row)


def write(name, head, rows):
    with open(name, "w", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    write("updates.csv", ["optimizer", "gamma", "call", "updates", "w0", "w1", "offset"], rows())
