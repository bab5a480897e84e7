"""Writes vector operations and their derivatives, as PyTorch computes them in double.

Run in this directory with PyTorch at hand (these are from 1.13): python3 vectors.py

Columns: what the operation takes beside arrays; its arrays; the derivative by its result; the
result; the derivatives by the arrays. Numbers are separated by spaces, arrays by bars.
"""

import csv

import torch
import torch.nn.functional as F

torch.manual_seed(3)


def numbers(*shape):
    return (torch.rand(*shape, dtype=torch.float64) * 6 - 3).requires_grad_()


def text(arrays):
    return "|".join(" ".join(repr(x) for x in a.flatten().tolist()) for a in arrays)


def row(name, settings, function, *arrays):
    out = function(*arrays)
    upstream = torch.rand_like(out) * 2 - 1
    out.backward(upstream)
    return [
        name,
        " ".join(str(s) for s in settings),
        text(arrays),
        text([upstream]),
        text([out]),
        text([a.grad for a in arrays]),
    ]


def activations():
    for name, function in [
        ("relu", F.relu),
        ("elu", F.elu),
        ("gelu", F.gelu),
        ("geluTanh", lambda x: F.gelu(x, approximate="tanh")),
        ("silu", F.silu),
        ("softplus", F.softplus),
        ("sigmoid", torch.sigmoid),
        ("logSigmoid", F.logsigmoid),
        ("tanh", torch.tanh),
        ("softmax", lambda x: F.softmax(x, dim=0)),
        ("logSoftmax", lambda x: F.log_softmax(x, dim=0)),
    ]:
        yield row(name, [], function, numbers(9))
    yield row("leakyRelu", [0.01], lambda x: F.leaky_relu(x, 0.01), numbers(9))


def products():
    yield row("affine", [], lambda w, b, x: F.linear(x, w, b), numbers(3, 5), numbers(3), numbers(5))
    yield row("matrixVector", [], torch.mv, numbers(4, 3), numbers(3))


def normalizations():
    def norm(epsilon):
        return lambda x, gain, bias: F.layer_norm(x, x.shape, gain, bias, epsilon)

    yield row("layerNorm", [], norm(1e-5), numbers(7), numbers(7), numbers(7))
    yield row("layerNorm", [0.25], norm(0.25), numbers(6), numbers(6), numbers(6))


def convolutions():
    """Channels, height, width, outputs, size; then, if they are given, stride and padding."""
    for channels, height, width, outputs, size, *moves in [
        (1, 5, 6, 2, 3),
        (2, 4, 4, 3, 1),
        (3, 6, 5, 2, 2),
        (2, 5, 5, 2, 3, 1, 1),
        (2, 7, 6, 2, 3, 2, 1),
        (1, 4, 5, 1, 3, 3, 2),
        (1, 2, 2, 1, 3, 2, 3),
    ]:
        yield row(
            "conv2d",
            [height, width, size, *moves],
            lambda image, kernels, bias: F.conv2d(image[None], kernels, bias, *moves)[0],
            numbers(channels, height, width),
            numbers(outputs, channels, size, size),
            numbers(outputs),
        )


def poolings():
    for name, function in [("maxPool", F.max_pool2d), ("averagePool", F.avg_pool2d)]:
        for channels, height, width, size, *moves in [
            (2, 4, 6, 2),
            (1, 5, 7, 2),
            (1, 6, 5, 3, 1),
            (2, 7, 5, 2, 3),
        ]:
            yield row(
                name,
                [height, width, size, *moves],
                lambda image: function(image[None], size, *moves)[0],
                numbers(channels, height, width),
            )
    ties = torch.tensor([[[0.0, 2, 2, 0], [2, 0, 1, 1]]], dtype=torch.float64).requires_grad_()
    yield row("maxPool", [2, 4, 2], lambda image: F.max_pool2d(image[None], 2)[0], ties)


with open("vectors.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["operation", "settings", "arrays", "upstream", "result", "derivatives"])
    for rows in [activations(), products(), normalizations(), convolutions(), poolings()]:
        writer.writerows(rows)
