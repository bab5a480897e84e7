package dev.brisk.processor.plan;

import dev.brisk.processor.derive.Gradient;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides which parameters are updated by the rows that the examples touch. */
final class SparsePlanner {
  private SparsePlanner() {}

  /**
   * The number of elements of a row, by the sparse parameters: those that the user marked so; and
   * under plain descent those of which data chooses the rows, as the others do not change.
   */
  static Map<Variable, Integer> of(
      ModelSource model, Gradient gradient, boolean isPlainDescent, Diagnostics diagnostics) {
    Map<Variable, Integer> widths = new LinkedHashMap<>();
    List<Variable> parameters = gradient.program().parameters();
    for (Variable parameter : gradient.sums().keySet()) {
      widths.put(parameter, width(model.parameters().get(parameters.indexOf(parameter)).shape()));
    }
    Set<Variable> chosen = gradient.chosenByData(widths);
    widths
        .keySet()
        .removeIf(
            parameter -> {
              ParameterSource source = model.parameters().get(parameters.indexOf(parameter));
              boolean isMarked = source.isSparse();
              if (isMarked && !chosen.contains(parameter)) {
                diagnostics.add(Problem.SPARSE_WITHOUT_EFFECT, source.place(), source.name());
              }
              return !chosen.contains(parameter) || !(isMarked || isPlainDescent);
            });
    return widths;
  }

  /** The number of elements that one index of the first dimension stands for. */
  private static int width(List<Integer> shape) {
    return shape.stream().skip(1).reduce(1, Math::multiplyExact);
  }
}
