package dev.brisk.processor.plan;

import dev.brisk.processor.code.Bytecode;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.MethodSource;
import dev.brisk.processor.read.ModelSource;
import java.util.List;
import java.util.stream.Stream;

/** The methods of a trainer are not too large for Java, nor for its compiler at run time. */
final class MethodSizes {
  private MethodSizes() {}

  static void check(ModelSource model, Computation.Derived derived, Diagnostics diagnostics) {
    Stream<Routine> ofLoss =
        Stream.concat(Stream.of(derived.gradient()), derived.descent().stream());
    check(model.loss(), ofLoss.toList(), diagnostics);
    // No step waits for a product with the Hessian: it may be interpreted.
    derived
        .hessian()
        .map(HessianPlan::product)
        .filter(product -> Bytecode.size(product.body()) > Bytecode.LIMIT)
        .ifPresent(product -> check(model.loss(), List.of(product), diagnostics));
    for (int i = 0; i < derived.metrics().size(); i++) {
      check(model.metrics().get(i), List.of(derived.metrics().get(i)), diagnostics);
    }
    for (int i = 0; i < derived.predictions().size(); i++) {
      Routine prediction = derived.predictions().get(i).value();
      check(model.predictions().get(i), List.of(prediction), diagnostics);
    }
  }

  private static void check(MethodSource method, List<Routine> routines, Diagnostics diagnostics) {
    long size =
        routines.stream().mapToLong(routine -> Bytecode.size(routine.body())).max().orElse(0);
    if (size > Bytecode.LARGEST_COMPILED) {
      boolean isTooLarge = size > Bytecode.LIMIT;
      diagnostics.add(
          isTooLarge ? Problem.METHOD_TOO_LARGE : Problem.METHOD_INTERPRETED,
          method.place(),
          method.name(),
          Figures.count(size),
          Figures.count(isTooLarge ? Bytecode.LIMIT : Bytecode.LARGEST_COMPILED));
    }
  }
}
