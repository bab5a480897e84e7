package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.in;
import static dev.brisk.processor.derive.Algebra.negate;
import static dev.brisk.processor.derive.Algebra.read;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Gradient and plain gradient descent in one: where a gradient would be added to its sum, the
 * parameter goes down by it at once; as far as {@link InPlace} proves that nothing reads it any
 * more.
 */
public final class Descent {
  private final Gradient gradient;
  private final Map<Variable, Variable> parameters;
  private final List<Variable> scalars;
  private final Variables variables;

  private Descent(Gradient gradient, Map<Variable, Variable> parameters, List<Variable> scalars) {
    this.gradient = gradient;
    this.parameters = parameters;
    this.scalars = scalars;
    this.variables = gradient.program().variables();
  }

  /**
   * The routine of one step.
   *
   * @param gradient times the learning rate
   */
  public static Optional<Routine> of(Gradient gradient) {
    Map<Variable, Variable> parameters =
        gradient.sums().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    if (!InPlace.isPossible(gradient.back(), parameters)) {
      return Optional.empty();
    }
    List<Variable> scalars =
        gradient.program().parameters().stream()
            .filter(parameter -> !parameter.type().isArray())
            .toList();
    List<Code> body = new ArrayList<>(gradient.there());
    body.add(new Code.RequireFinite(gradient.result()));
    Descent descent = new Descent(gradient, parameters, scalars);
    body.addAll(descent.sequence(gradient.back()));
    return Optional.of(
        new Routine(
            gradient.program().parameters(),
            gradient.program().arguments(),
            gradient.program().sources(),
            List.of(gradient.seed()),
            body,
            gradient.result()));
  }

  /** The statements, with changes in place of additions to the gradient. */
  private List<Code> sequence(List<Code> back) {
    List<Code> code = new ArrayList<>();
    List<Code> waiting = new ArrayList<>();
    for (Code statement : back) {
      if (statement instanceof Code.For loop) {
        code.add(loop.with(sequence(loop.body())));
      } else if (statement instanceof Code.If branch) {
        code.add(
            new Code.If(branch.condition(), sequence(branch.then()), sequence(branch.otherwise())));
      } else if (statement instanceof Code.PutAdd put && parameters.containsKey(put.array())) {
        change(put, back, code, waiting);
      } else if (statement instanceof Code.PutAdd put && put.array().equals(gradient.scalarSum())) {
        code.add(descended(put));
      } else {
        code.add(statement);
      }
    }
    code.addAll(waiting);
    return code;
  }

  /**
   * A change of an element. One that is still to be read waits until the end of the sequence, and
   * so do then the others, so that all reads come before the first write.
   */
  private void change(Code.PutAdd put, List<Code> sequence, List<Code> code, List<Code> waiting) {
    Variable parameter = parameters.get(put.array());
    Type element = Type.of(parameter.type().element());
    Expr change = in(element, put.value());
    List<Code> rest = sequence.subList(sequence.indexOf(put) + 1, sequence.size());
    boolean isOnly = additions(put.array(), sequence) == 1;
    if (isOnly && hasReadAfterChange(sequence)) {
      Variable next = variables.local("next" + Sequencer.capitalized(parameter.name()), element);
      Expr old = Algebra.element(parameter, put.indices());
      code.add(new Code.Declare(next, Optional.of(Algebra.minus(old, change))));
      waiting.add(new Code.Put(parameter, put.indices(), read(next)));
    } else if (Reads.arrays(rest).contains(parameter)) {
      Variable kept = variables.local(parameter.name() + "Change", element);
      code.add(new Code.Declare(kept, Optional.of(change)));
      waiting.add(new Code.PutAdd(parameter, put.indices(), negate(read(kept))));
    } else {
      code.add(new Code.PutAdd(parameter, put.indices(), negate(change)));
    }
  }

  private static long additions(Variable sum, List<Code> sequence) {
    return sequence.stream()
        .filter(part -> part instanceof Code.PutAdd put && put.array().equals(sum))
        .count();
  }

  private boolean hasReadAfterChange(List<Code> sequence) {
    for (int i = 0; i < sequence.size(); i++) {
      if (sequence.get(i) instanceof Code.PutAdd put
          && parameters.containsKey(put.array())
          && Reads.arrays(sequence.subList(i + 1, sequence.size()))
              .contains(parameters.get(put.array()))) {
        return true;
      }
    }
    return false;
  }

  private Code descended(Code.PutAdd put) {
    int scalar = (Integer) ((Expr.Constant) put.indices().get(0)).value();
    Variable parameter = scalars.get(scalar);
    return new Code.Descend(parameter, in(parameter.type(), put.value()));
  }
}
