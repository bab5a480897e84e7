"""Trains one row of the table by PyTorch and prints what Outcome reads.

    pytorch.py <images> <examples> <seconds> update <parameters>
    pytorch.py <images> <examples> <seconds> network <layers> <rule> <rate> <batch>
    pytorch.py <images> <examples> <seconds> factorisation <users> <items> <factors> <rate>

Data and first values are those of Synthetic, Images and FirstValues; epochs are measured as Child
does. Below 0 seconds nothing is measured. Numbers too small for normal ones are flushed to zero.
"""
import gzip
import math
import os
import resource
import sys
import time

import numpy
import torch


def uniform(stream, index):
    """Uniform.at, of an array of places."""
    with numpy.errstate(over="ignore"):
        z = numpy.uint64(stream << 40) + index.astype(numpy.uint64) + numpy.uint64(1)
        z = z * numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ z >> numpy.uint64(30)) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ z >> numpy.uint64(27)) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ z >> numpy.uint64(31)
    return (z >> numpy.uint64(40)).astype(numpy.float32) * numpy.float32(2.0**-24)


def first(stream, shape, bound):
    places = numpy.arange(math.prod(shape))
    return torch.from_numpy((2 * uniform(stream, places) - 1) * numpy.float32(bound)).reshape(shape)


def idx(path):
    content = open(path, "rb") if os.path.exists(path) else gzip.open(path + ".gz")
    with content as file:
        bytes = file.read()
    extents = [int.from_bytes(bytes[4 + 4 * i : 8 + 4 * i], "big") for i in range(bytes[3])]
    return numpy.frombuffer(bytes, numpy.uint8, offset=4 + 4 * len(extents)).reshape(extents)


def images(folder, set):
    pixels = torch.from_numpy(idx(f"{folder}/{set}-images-idx3-ubyte").astype(numpy.float32))
    labels = torch.from_numpy(idx(f"{folder}/{set}-labels-idx1-ubyte").astype(numpy.int64))
    return pixels.reshape(len(pixels), -1) / 255, labels


def regression(features, rows):
    inputs = 2 * uniform(11, numpy.arange(rows * features)).reshape(rows, features) - 1
    targets = inputs[:, 0] - inputs[:, 1] + uniform(12, numpy.arange(rows)) - numpy.float32(0.5)
    return torch.from_numpy(inputs), torch.from_numpy(targets[:, None])


def ratings(users, items, count):
    places = numpy.arange(count)
    user = (uniform(21, places) * numpy.float32(users)).astype(numpy.int64)
    item = (uniform(22, places) * numpy.float32(items)).astype(numpy.int64)
    targets = 4 * uniform(23, user) * uniform(24, item) - 1
    return torch.from_numpy(user), torch.from_numpy(item), torch.from_numpy(targets)


def descent(rule, parameters, rate):
    kind = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam}[rule]
    return kind(parameters, lr=rate)


def network(layers):
    modules = []
    for layer in layers.split(","):
        kind, *sizes = layer.split(":")
        sizes = [int(size) for size in sizes]
        if kind == "dense":
            modules += [torch.nn.Flatten(), torch.nn.Linear(sizes[0], sizes[1])]
        elif kind == "convolution":
            modules.append(torch.nn.Conv2d(sizes[0], sizes[1], sizes[2]))
        elif kind == "pool":
            modules.append(torch.nn.MaxPool2d(sizes[0]))
        else:
            modules.append(torch.nn.ReLU())
    model = torch.nn.Sequential(*modules)
    weighted = [module for module in modules if hasattr(module, "weight")]
    with torch.no_grad():
        for stream, module in enumerate(weighted):
            shape = module.weight.shape
            fan_in = math.prod(shape[1:])
            module.weight.copy_(first(stream, shape, 1 / math.sqrt(fan_in)))
            module.bias.zero_()
    return model


def update(arguments):
    size = int(arguments[0])
    parameters = torch.nn.Parameter(first(1, [size], 1))
    parameters.grad = first(2, [size], 1e-3)
    adam = descent("adam", [parameters], 0.001)
    updates = max(1, 1_000_000 // size)

    def epoch():
        for _ in range(updates):
            adam.step()

    return size * updates, epoch, lambda: (math.nan, math.nan)


def supervised(arguments, folder, examples):
    layers, rule, rate, batch = arguments[0], arguments[1], float(arguments[2]), int(arguments[3])
    model = network(layers)
    optimizer = descent(rule, model.parameters(), rate)
    classifies = not layers.endswith(":1")
    if classifies:
        loss = torch.nn.functional.cross_entropy
        (inputs, targets), test = images(folder, "train"), images(folder, "t10k")
    else:
        loss = torch.nn.functional.mse_loss
        inputs, targets = test = regression(int(layers.split(":")[1]), 4096)
    if layers.startswith("convolution"):
        inputs = inputs.reshape(-1, 1, 28, 28)
        test = test[0].reshape(-1, 1, 28, 28), test[1]
    size = min(examples, len(targets)) // batch * batch

    def epoch():
        for at in range(0, size, batch):
            optimizer.zero_grad(set_to_none=True)
            loss(model(inputs[at : at + batch]), targets[at : at + batch]).backward()
            optimizer.step()

    def quality():
        with torch.no_grad():
            outputs = model(test[0])
        right = (outputs.argmax(1) == test[1]).double().mean().item() if classifies else math.nan
        return loss(outputs, test[1]).item(), right

    return size, epoch, quality


def factorisation(arguments, examples):
    users, items, factors, rate = *(int(a) for a in arguments[:3]), float(arguments[3])
    # Sparse: a step touches two rows.
    tables = [torch.nn.Embedding(rows, factors, sparse=True) for rows in (users, items)]
    with torch.no_grad():
        for stream, table in enumerate(tables, 1):
            table.weight.copy_(first(stream, table.weight.shape, 0.3))
    user, item, rating = ratings(users, items, examples)
    sgd = descent("sgd", [table.weight for table in tables], rate)

    def loss(user, item, rating):
        return ((tables[0](user) * tables[1](item)).sum(1) - rating).square().mean()

    def epoch():
        for i in range(examples):
            sgd.zero_grad(set_to_none=True)
            loss(user[i : i + 1], item[i : i + 1], rating[i : i + 1]).backward()
            sgd.step()

    def quality():
        with torch.no_grad():
            return loss(user, item, rating).item(), math.nan

    return examples, epoch, quality


def processor_time():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def repeat(epoch, seconds):
    begin, epochs = time.perf_counter(), 0
    while epochs == 0 or time.perf_counter() - begin < seconds:
        epoch()
        epochs += 1
    return epochs


def main():
    torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))
    torch.set_flush_denormal(True)
    folder, examples, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    kind, arguments = sys.argv[4], sys.argv[5:]
    if kind == "update":
        size, epoch, quality = update(arguments)
    elif kind == "network":
        size, epoch, quality = supervised(arguments, folder, examples)
    else:
        size, epoch, quality = factorisation(arguments, examples)
    begin = time.perf_counter()
    epoch()
    print("trained", flush=True)
    first_epoch = time.perf_counter() - begin
    loss, accuracy = quality()
    rate = processors = math.nan
    if seconds >= 0:
        if first_epoch < seconds:
            repeat(epoch, seconds - first_epoch)
        processor_begin, begin = processor_time(), time.perf_counter()
        epochs = repeat(epoch, seconds)
        clock, processor = time.perf_counter() - begin, processor_time() - processor_begin
        rate = size * epochs / (min(processor, clock) if torch.get_num_threads() == 1 else clock)
        processors = processor / clock
    # Java reads "NaN" and not "nan".
    print("outcome", *(str(v).replace("nan", "NaN") for v in (rate, processors, loss, accuracy)))


main()
