package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel.LossAndGradient;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Holds the trainer of a random program against the program. */
final class RandomProgramCheck {
  private static final int EXAMPLES = 3;

  /** Enough that kernels take several examples at a time, and that some are left. */
  private static final int BATCH = 11;

  private final RandomProgram program;
  private final CompiledModel model;

  /** The same program in double precision. */
  private final UserModel exact;

  private int derivatives;
  private int doubtful;

  RandomProgramCheck(RandomProgram program, ClassLoader classes, ClassLoader twins) {
    this.program = program;
    this.model = program.trained(classes);
    this.exact =
        program.isSingle() ? program.plain(twins, "twins") : program.plain(classes, "programs");
  }

  /** How many derivatives were compared. */
  int derivatives() {
    return derivatives;
  }

  /** How many were not, because differences do not tell them. */
  int doubtful() {
    return doubtful;
  }

  /** Fails where the trainer is wrong. */
  void run() {
    SplittableRandom random = new SplittableRandom(program.seed() + 1);
    double[] drawn = random.doubles(model.parameters().length, -1, 1).toArray();
    model.parameters(drawn);
    double[] at = model.parameters();
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < EXAMPLES; n++) {
      rows.add(program.signature().example(random));
    }
    double[] mean = new double[at.length];
    for (Object[] row : rows) {
      LossAndGradient generated = checkExample(row, at);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += generated.gradient()[i] / EXAMPLES;
      }
    }
    if (program.isPlainDescent() && Arrays.stream(mean).allMatch(Double::isFinite)) {
      model.trainBatch(model.examples(rows), 0, EXAMPLES);
      assertDescent("batch", at, mean);
      model.parameters(at);
    }
    checkBatch(random);
  }

  /** What a batch gives is the mean of what its examples give one by one. */
  private void checkBatch(SplittableRandom random) {
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < BATCH; n++) {
      rows.add(program.signature().example(random));
    }
    Object examples = model.examples(rows);
    double own = rows.stream().mapToDouble(row -> model.ownLoss(row) / BATCH).sum();
    assertIsMean("loss of all", model.loss(examples), own);
    LossAndGradient batch = model.gradient(examples, 1, BATCH);
    double loss = 0;
    double[] mean = new double[batch.gradient().length];
    double largest = 1;
    for (int n = 1; n < BATCH; n++) {
      LossAndGradient one = model.gradient(examples, n, n + 1);
      loss += one.loss() / (BATCH - 1);
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one.gradient()[i] / (BATCH - 1);
        largest = Math.max(largest, Math.abs(one.gradient()[i]));
      }
    }
    assertIsMean("loss of a batch", batch.loss(), loss);
    if (Arrays.stream(mean).allMatch(Double::isFinite)) {
      assertThat(batch.gradient())
          .as("gradient of a batch")
          .containsExactly(mean, within(precision() * largest));
    }
  }

  private void assertIsMean(String what, double loss, double mean) {
    if (Double.isFinite(mean)) {
      assertThat(loss).as(what).isCloseTo(mean, within(precision() * (1 + Math.abs(mean))));
    }
  }

  private double precision() {
    return program.isSingle() ? 1e-5 : 1e-12;
  }

  private LossAndGradient checkExample(Object[] row, double[] at) {
    double own = model.ownLoss(row);
    Object examples = model.examples(row);
    assertIs("loss", model.loss(examples), own);
    LossAndGradient generated = model.gradient(examples, 0, 1);
    assertIs("loss beside the gradient", generated.loss(), own);
    compare(generated.gradient(), row, at, own);
    assertSame("again", generated, examples);
    disturb(row, at);
    assertSame("after a call with values that are not finite", generated, examples);
    if (program.isPlainDescent() && Double.isFinite(own)) {
      assertIs("loss of the step", model.step(row), own);
      assertDescent("step", at, generated.gradient());
      model.parameters(at);
    } else if (program.isPlainDescent()) {
      assertThatThrownBy(() -> model.step(row)).isInstanceOf(NonFiniteLossException.class);
      assertThat(model.parameters()).as("parameters after a refused step").isEqualTo(at);
    }
    return generated;
  }

  private void assertIs(String what, double loss, double own) {
    if (Double.isFinite(own)) {
      double rounding = program.rounding() * (1 + Math.abs(own));
      assertThat(loss).as(what).isCloseTo(own, within(rounding));
    } else {
      assertThat(loss).as(what).isEqualTo(own);
    }
  }

  private void assertSame(String when, LossAndGradient expected, Object examples) {
    LossAndGradient found = model.gradient(examples, 0, 1);
    assertThat(found.loss()).as(when).isEqualTo(expected.loss());
    assertThat(found.gradient()).as(when).isEqualTo(expected.gradient());
  }

  /** Calls with an example that is not a number, which may be refused, half way or at the end. */
  private void disturb(Object[] row, double[] at) {
    Object[] wrong = row.clone();
    wrong[0] = program.isSingle() ? (Object) Float.NaN : (Object) Double.NaN;
    try {
      model.gradient(model.examples(wrong), 0, 1);
      model.step(wrong);
    } catch (NonFiniteLossException refused) {
      assertThat(model.parameters()).as("parameters after a refused call").isEqualTo(at);
    }
    model.parameters(at);
  }

  private void compare(double[] gradient, Object[] row, double[] at, double own) {
    ToDoubleFunction<double[]> function =
        moved -> {
          exact.parameters(moved);
          return exact.loss(row);
        };
    boolean isComparable =
        Math.abs(function.applyAsDouble(at) - own) <= 1e-4 * (1 + Math.abs(own))
            && !FiniteDifferences.isTooLarge(function, at);
    for (int i = 0; i < at.length; i++) {
      if (isComparable && isClose(gradient[i], function, at, i)) {
        derivatives++;
      } else {
        doubtful++;
      }
    }
  }

  /** Whether a derivative is as expected; no if nothing can be expected; fails otherwise. */
  private boolean isClose(
      double derivative, ToDoubleFunction<double[]> function, double[] at, int index) {
    FiniteDifferences.Estimate expected = FiniteDifferences.derivative(function, at, index);
    double scale = 1 + Math.abs(expected.value());
    double tolerance = (program.isSingle() ? 1e-2 : 1e-6) * scale + expected.disagreement();
    if (!(expected.disagreement() < 1e-4 * scale)
        || FiniteDifferences.isAtKink(function, at, index)) {
      return false;
    }
    assertThat(Math.abs(derivative - expected.value()))
        .as("derivative %s is %s, expected %s", index, derivative, expected.value())
        .isLessThan(tolerance);
    return true;
  }

  /** The parameters have gone down by the gradient. */
  private void assertDescent(String by, double[] before, double[] gradient) {
    double relative = model.trainer() instanceof FloatTrainer ? 1e-4 : 1e-12;
    double[] after = model.parameters();
    for (int i = 0; i < before.length; i++) {
      double expected = before[i] - RandomProgram.RATE * gradient[i];
      double size = 1 + Math.abs(before[i]) + Math.abs(gradient[i]);
      assertThat(Math.abs(after[i] - expected))
          .as("parameter %s after a %s", i, by)
          .isLessThan(relative * size);
    }
  }
}
