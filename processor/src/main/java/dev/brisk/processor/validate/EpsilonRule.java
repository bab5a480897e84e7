package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** What guards a denominator is finite, not negative, and in the model's precision not 0. */
final class EpsilonRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    double epsilon = optimizer.number("epsilon");
    if (!algorithm.judges(optimizer, "epsilon")) {
      return;
    }
    String standard = Figures.number(algorithm.standard("epsilon"));
    if (!(epsilon >= 0 && Double.isFinite(epsilon))) {
      diagnostics.add(
          Problem.EPSILON_NEGATIVE, optimizer.place("epsilon"), Figures.number(epsilon), standard);
    } else if (inPrecision(model, epsilon) == 0 && !algorithm.name().equals("LARS")) {
      // LARS divides by norms, and not where one is 0.
      diagnostics.add(
          Problem.EPSILON_ZERO, optimizer.place("epsilon"), Figures.number(epsilon), standard);
    }
  }

  private static double inPrecision(ModelSource model, double value) {
    return model.precision() == Scalar.FLOAT ? (float) value : value;
  }
}
