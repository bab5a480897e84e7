package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.plan.BatchPlan.Relu;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the layers whose units a monitor watches: {@code relu} of a product by a parameter. Of a
 * convolution it would be wrong to say that a unit which is zero for all examples is dead: a corner
 * of all images may be empty.
 */
final class Relus {
  private static final String OWNER = "dev.brisk.ops.Activations";

  private Relus() {}

  static List<Relu> of(BatchRoutine batch, List<ParameterPlan> parameters) {
    Map<Variable, ParameterPlan> products = new LinkedHashMap<>();
    List<Relu> relus = new ArrayList<>();
    for (Code statement : batch.body()) {
      if (statement instanceof Code.Kernel kernel) {
        output(kernel)
            .ifPresent(
                output ->
                    products.put(
                        output, parameters.get(batch.parameters().indexOf(read(kernel, 0)))));
      } else if (statement instanceof Code.For each) {
        each.body().forEach(inner -> relu(inner, products).ifPresent(relus::add));
      }
    }
    return relus;
  }

  /** What a product gives, if it is not a derivative. */
  private static Optional<Variable> output(Code.Kernel kernel) {
    return switch (kernel.method()) {
      case "affine", "product" -> Optional.of(read(kernel, kernel.arguments().size() - 3));
      default -> Optional.empty();
    };
  }

  private static Variable read(Code.Kernel kernel, int index) {
    return ((Expr.Read) kernel.arguments().get(index)).variable();
  }

  private static Optional<Relu> relu(Code statement, Map<Variable, ParameterPlan> products) {
    boolean isRelu =
        statement instanceof Code.Invoke invoke
            && invoke.owner().equals(OWNER)
            && invoke.method().equals("relu")
            && invoke.arguments().stream().allMatch(Expr.Element.class::isInstance);
    if (!isRelu) {
      return Optional.empty();
    }
    List<Expr> arguments = ((Code.Invoke) statement).arguments();
    Variable units = ((Expr.Element) arguments.get(1)).array();
    return Optional.ofNullable(products.get(((Expr.Element) arguments.get(0)).array()))
        .map(weights -> new Relu(weights, units));
  }
}
