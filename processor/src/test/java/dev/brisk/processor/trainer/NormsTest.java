package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Norms are those of each parameter: over all rows of a table, and of each scalar by itself. */
@Tag("javac")
class NormsTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter T slope;
        @Parameter T[] weights = new T[3];
        @Parameter T[][] rows = {new T[3], new T[3]};
        @Parameter T[][] ragged = {new T[1], new T[2]};
        @Parameter T offset;

        @Loss
        T loss(T[] xs, T target) {
          T error = slope * xs[0] + offset - target + ragged[0][0] * ragged[1][1] + ragged[1][0];
          for (int i = 0; i < 3; i++) {
            error += (weights[i] + rows[0][i] * rows[1][i]) * xs[i];
          }
          return error * error;
        }
      }
      """;

  /** Where each parameter begins, and the end. */
  private static final int[] BEGINS = {0, 1, 4, 10, 13, 14};

  private static final int COUNT = 14;

  private final SplittableRandom random = new SplittableRandom(5);

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void ofLambAreThoseOfEachParameter(String precision) {
    CompiledModel model = model(precision, "value = Algorithm.LAMB, learningRate = 0.1");
    double[] mean = new double[COUNT];
    double[] meanSquare = new double[COUNT];
    double[] expected = model.parameters();
    for (int t = 1; t <= 10; t++) {
      double[] gradient = step(model);
      double[] direction = new double[COUNT];
      for (int i = 0; i < COUNT; i++) {
        mean[i] = 0.9 * mean[i] + 0.1 * gradient[i];
        meanSquare[i] = 0.999 * meanSquare[i] + 0.001 * gradient[i] * gradient[i];
        double unbiased = mean[i] / (1 - Math.pow(0.9, t));
        double spread = Math.sqrt(meanSquare[i] / (1 - Math.pow(0.999, t)));
        direction[i] = unbiased / (spread + 1e-6) + 0.01 * expected[i];
      }
      for (int k = 0; k + 1 < BEGINS.length; k++) {
        double trust = norm(expected, k) / norm(direction, k);
        for (int i = BEGINS[k]; i < BEGINS[k + 1]; i++) {
          expected[i] -= 0.1 * trust * direction[i];
        }
      }
      assertAgree(model, precision, expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"double", "float"})
  void ofLarsAreThoseOfEachParameter(String precision) {
    CompiledModel model =
        model(
            precision,
            "value = Algorithm.LARS, learningRate = 2, weightDecay = 0.1, trustCoefficient = 0.02");
    double[] expected = model.parameters();
    for (int t = 1; t <= 10; t++) {
      double[] gradient = step(model);
      for (int k = 0; k + 1 < BEGINS.length; k++) {
        double norm = norm(expected, k);
        double trust = 0.02 * norm / (norm(gradient, k) + 0.1 * norm + 1e-8);
        for (int i = BEGINS[k]; i < BEGINS[k + 1]; i++) {
          expected[i] -= 2 * trust * (gradient[i] + 0.1 * expected[i]);
        }
      }
      assertAgree(model, precision, expected);
    }
  }

  @Test
  void parametersThatAreAllZeroMoveWithoutScaling() {
    CompiledModel model = model("double", "value = Algorithm.LARS, weightDecay = 0.1");
    model.parameters(new double[COUNT]);

    double[] gradient = step(model);

    assertThat(model.parameters())
        .containsExactly(Arrays.stream(gradient).map(g -> -g).toArray(), within(1e-15));
  }

  /** One update; the gradient that it took. */
  private double[] step(CompiledModel model) {
    float[] xs = {random.nextFloat(-1, 1), random.nextFloat(-1, 1), random.nextFloat(-1, 1)};
    Object[] row = {xs, random.nextFloat(-1, 1)};
    double[] gradient = model.gradient(model.examples(List.<Object[]>of(row)), 0, 1).gradient();
    model.trainBatch(model.examples(List.<Object[]>of(row)), 0, 1);
    return gradient;
  }

  private CompiledModel model(String precision, String optimizer) {
    CompiledModel model = Source.model(Source.inPrecision(MODEL.formatted(optimizer), precision));
    model.parameters(random.doubles(COUNT, -1, 1).toArray());
    return model;
  }

  private static double norm(double[] values, int parameter) {
    double squares = 0;
    for (int i = BEGINS[parameter]; i < BEGINS[parameter + 1]; i++) {
      squares += values[i] * values[i];
    }
    return Math.sqrt(squares);
  }

  private static void assertAgree(CompiledModel model, String precision, double[] expected) {
    double tolerance = precision.equals("double") ? 1e-12 : 1e-5;
    assertThat(model.parameters()).containsExactly(expected, within(tolerance));
  }
}
