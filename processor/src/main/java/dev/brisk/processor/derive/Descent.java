package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.in;
import static dev.brisk.processor.derive.Algebra.negate;
import static dev.brisk.processor.derive.Algebra.read;
import static dev.brisk.processor.derive.Algebra.times;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Rewrite;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gradient and plain gradient descent in one: where a gradient would be added to its sum, the
 * parameter goes down by it at once. Possible where the way back reads no array parameter, which
 * might have changed by then.
 */
public final class Descent {
  private Descent() {}

  /**
   * The routine of one step.
   *
   * @param rate the variable of the learning rate
   */
  public static Optional<Routine> of(Gradient gradient, Variable rate) {
    Set<Variable> read = Reads.free(gradient.back());
    boolean readsParameters = gradient.sums().keySet().stream().anyMatch(read::contains);
    boolean addsElsewhere =
        gradient.back().stream().anyMatch(part -> passes(part, gradient.sums().values()));
    if (readsParameters || addsElsewhere) {
      return Optional.empty();
    }
    Map<Variable, Variable> parameters =
        gradient.sums().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    List<Variable> scalars =
        gradient.program().parameters().stream()
            .filter(parameter -> !parameter.type().isArray())
            .toList();
    List<Code> body = new ArrayList<>(gradient.there());
    body.add(new Code.RequireFinite(gradient.result()));
    body.addAll(
        Rewrite.statements(
            gradient.back(),
            statement -> descending(statement, gradient, parameters, scalars, rate)));
    return Optional.of(
        new Routine(
            gradient.program().parameters(),
            gradient.program().arguments(),
            List.of(rate),
            body,
            gradient.result()));
  }

  /** Whether a derivative method of a primitive adds to one of the sums. */
  private static boolean passes(Code statement, Iterable<Variable> sums) {
    boolean[] passes = {false};
    if (statement instanceof Code.Invoke) {
      sums.forEach(sum -> passes[0] |= Reads.mentions(statement, sum));
    }
    return passes[0] || Reads.inner(statement).stream().anyMatch(part -> passes(part, sums));
  }

  private static Code descending(
      Code statement,
      Gradient gradient,
      Map<Variable, Variable> parameters,
      List<Variable> scalars,
      Variable rate) {
    if (!(statement instanceof Code.PutAdd put)) {
      return statement;
    }
    Expr change = times(read(rate), put.value());
    if (put.array().equals(gradient.scalarSum())) {
      int scalar = (Integer) ((Expr.Constant) put.indices().get(0)).value();
      Variable parameter = scalars.get(scalar);
      return new Code.Descend(parameter, in(parameter.type(), change));
    }
    Variable parameter = parameters.get(put.array());
    if (parameter == null) {
      return statement;
    }
    Type element = Type.of(parameter.type().element());
    return new Code.PutAdd(parameter, put.indices(), negate(in(element, change)));
  }
}
