package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.choose;
import static dev.brisk.processor.derive.Algebra.minus;
import static dev.brisk.processor.derive.Algebra.plus;
import static dev.brisk.processor.derive.Algebra.read;
import static dev.brisk.processor.derive.Algebra.times;
import static dev.brisk.processor.derive.Algebra.whole;
import static dev.brisk.processor.derive.VectorCalls.at;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The derivatives along a direction of operations whose result is an array: by operations that are
 * linear in the direction, or element by element in a loop.
 */
final class TangentFills {
  private final Tangents tangents;
  private final TangentExpressions expressions;
  private final Variables variables;
  private final Diagnostics diagnostics;

  TangentFills(
      Tangents tangents,
      TangentExpressions expressions,
      Variables variables,
      Diagnostics diagnostics) {
    this.tangents = tangents;
    this.expressions = expressions;
    this.variables = variables;
    this.diagnostics = diagnostics;
  }

  /** Fills the tangent of an array that depends on the parameters, and has been filled itself. */
  void fill(Statement.Fill fill, List<Statement> out) {
    Variable array = fill.array();
    Expr.Call call = fill.value();
    List<Expr> x = call.arguments();
    switch (call.primitive().name()) {
      case "affine" -> affine(array, call, out);
      case "matrixVector" -> matrixVector(array, x.get(0), x.get(1), out);
      case "conv2d" -> conv2d(array, call, out);
      case "add" -> each(array, out, i -> plus(at(x.get(0), i), at(x.get(1), i)));
      case "subtract" -> each(array, out, i -> minus(at(x.get(0), i), at(x.get(1), i)));
      case "multiply" -> each(array, out, i -> times(at(x.get(0), i), at(x.get(1), i)));
      case "scale" -> each(array, out, i -> times(at(x.get(0), i), x.get(1)));
      case "leakyRelu" -> each(array, out, i -> leaky(at(x.get(0), i), x.get(1)));
      case "concat" -> linear(array, call, 0, x.size(), out);
      case "embedding", "slice", "averagePool" -> linear(array, call, 0, 1, out);
      case "softmax" -> softmax(array, read(array), x.get(0), false, out);
      case "logSoftmax" -> {
        Expr length = VectorCalls.length(read(array));
        Expr.Call probabilities = VectorCalls.softmax(x.get(0));
        Variable softmax = VectorCalls.filled("softmax", probabilities, length, variables, out);
        softmax(array, read(softmax), x.get(0), true, out);
      }
      default -> activation(array, call, out);
    }
  }

  private static Expr leaky(Expr x, Expr slope) {
    return choose(Algebra.binary(Operator.GREATER, x, whole(0)), x, times(slope, x));
  }

  /** What an array is, element by element, at an index. */
  private interface Element {
    Expr at(Expr index);
  }

  /** The derivative of each element, in a loop. */
  private void each(Variable array, List<Statement> out, Element element) {
    loop(
        array,
        out,
        (i, before) -> expressions.of(element.at(i), Optional.of(before)).orElseThrow());
  }

  private void loop(
      Variable array, List<Statement> out, BiFunction<Expr, List<Statement>, Expr> tangent) {
    Variable index = variables.local("i", Type.INT);
    List<Statement> body = new ArrayList<>();
    Expr value = tangent.apply(read(index), body);
    Type element = Type.of(array.type().element());
    body.add(
        new Statement.Store(
            tangents.of(array),
            List.of(read(index)),
            Algebra.in(element, value),
            false,
            Place.NOWHERE));
    out.add(
        new Statement.Loop(
            index,
            whole(0),
            Operator.LESS,
            VectorCalls.length(read(tangents.of(array))),
            1,
            List.of(),
            new Block(body),
            Place.NOWHERE));
  }

  private void activation(Variable array, Expr.Call call, List<Statement> out) {
    List<Expr> x = call.arguments();
    String name = call.primitive().name();
    boolean isKnown = expressions.slope(name, x.get(0), read(array), Optional.empty()).isPresent();
    if (!isKnown) {
      diagnostics.add(Problem.NO_SECOND_DERIVATIVE, call.place(), call.primitive());
      return;
    }
    loop(
        array,
        out,
        (i, before) -> {
          Expr at = at(x.get(0), i);
          Optional<List<Statement>> first = Optional.of(before);
          Expr slope = expressions.slope(name, at, at(read(array), i), first).orElseThrow();
          return times(slope, expressions.of(at, first).orElseThrow());
        });
  }

  /** {@code p (x' - p . x')}, or {@code x' - p . x'} of the logarithm. */
  private void softmax(
      Variable array, Expr softmax, Expr x, boolean isLogarithm, List<Statement> out) {
    Expr along = expressions.ofArray(x);
    Expr.Call dot = VectorCalls.dot(softmax, along);
    Variable mean = variables.local("mean", dot.type());
    out.add(new Statement.Define(mean, dot, Place.NOWHERE));
    loop(
        array,
        out,
        (i, before) -> {
          Expr above = minus(at(along, i), read(mean));
          return isLogarithm ? above : times(at(softmax, i), above);
        });
  }

  private void affine(Variable array, Expr.Call call, List<Statement> out) {
    Expr weights = call.arguments().get(0);
    Expr bias = call.arguments().get(1);
    Expr x = call.arguments().get(2);
    Optional<Expr> dWeights = expressions.ofArrayIfActive(weights);
    Optional<Expr> dBias = expressions.ofArrayIfActive(bias);
    List<Expr.Call> parts = new ArrayList<>();
    if (dWeights.isPresent() && dBias.isPresent()) {
      parts.add(with(call, Map.of(0, dWeights.get(), 1, dBias.get())));
    } else {
      dWeights.ifPresent(d -> parts.add(VectorCalls.matrixVector(d, x)));
    }
    expressions.ofArrayIfActive(x).ifPresent(d -> parts.add(VectorCalls.matrixVector(weights, d)));
    sum(array, parts, dWeights.isPresent() ? Optional.empty() : dBias, out);
  }

  private void matrixVector(Variable array, Expr matrix, Expr x, List<Statement> out) {
    List<Expr.Call> parts = new ArrayList<>();
    expressions.ofArrayIfActive(matrix).ifPresent(d -> parts.add(VectorCalls.matrixVector(d, x)));
    expressions.ofArrayIfActive(x).ifPresent(d -> parts.add(VectorCalls.matrixVector(matrix, d)));
    sum(array, parts, Optional.empty(), out);
  }

  /** Linear in the image, and in kernels and bias together. */
  private void conv2d(Variable array, Expr.Call call, List<Statement> out) {
    Expr image = call.arguments().get(0);
    Expr kernels = call.arguments().get(3);
    Expr bias = call.arguments().get(4);
    List<Expr.Call> parts = new ArrayList<>();
    if (expressions.ofArrayIfActive(image).isPresent()) {
      Expr zeros = zerosLike(bias, out);
      parts.add(with(call, Map.of(0, expressions.ofArray(image), 4, zeros)));
    }
    boolean isLearnt =
        expressions.ofArrayIfActive(kernels).isPresent()
            || expressions.ofArrayIfActive(bias).isPresent();
    if (isLearnt) {
      parts.add(with(call, Map.of(3, orZeros(kernels, out), 4, orZeros(bias, out))));
    }
    sum(array, parts, Optional.empty(), out);
  }

  /** An operation that is linear in its first arguments together. */
  private void linear(Variable array, Expr.Call call, int from, int to, List<Statement> out) {
    Expr.Call tangent = call;
    for (int k = from; k < to; k++) {
      tangent = with(tangent, Map.of(k, orZeros(call.arguments().get(k), out)));
    }
    out.add(new Statement.Fill(tangents.of(array), tangent, Place.NOWHERE));
  }

  private Expr orZeros(Expr array, List<Statement> out) {
    return expressions.ofArrayIfActive(array).orElseGet(() -> zerosLike(array, out));
  }

  private Expr zerosLike(Expr array, List<Statement> out) {
    Variable zeros = variables.local("zeros", Type.arrayOf(array.type().element()));
    out.add(new Statement.Allocate(zeros, List.of(VectorCalls.length(array)), Place.NOWHERE));
    return read(zeros);
  }

  private static Expr.Call with(Expr.Call call, Map<Integer, Expr> changed) {
    List<Expr> arguments = new ArrayList<>(call.arguments());
    changed.forEach(arguments::set);
    return new Expr.Call(call.primitive(), arguments, Place.NOWHERE);
  }

  /** The tangent is the sum of the results of calls, and of an array. */
  private void sum(
      Variable array, List<Expr.Call> calls, Optional<Expr> another, List<Statement> out) {
    if (calls.size() == 1 && another.isEmpty()) {
      out.add(new Statement.Fill(tangents.of(array), calls.get(0), Place.NOWHERE));
      return;
    }
    List<Expr> parts = new ArrayList<>(another.stream().toList());
    for (Expr.Call call : calls) {
      Expr length = VectorCalls.length(read(array));
      parts.add(read(VectorCalls.filled("part", call, length, variables, out)));
    }
    loop(
        array,
        out,
        (i, before) -> parts.stream().map(part -> at(part, i)).reduce(Algebra::plus).orElseThrow());
  }
}
