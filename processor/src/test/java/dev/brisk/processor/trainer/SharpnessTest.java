package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.LinearModel;
import dev.brisk.analysis.Sharpness;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.FloatTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curvatures of generated trainers, and the learning rates that follow from them. */
final class SharpnessTest {
  private static final Percentage CLOSE = relative(1e-6);

  private static Percentage relative(double error) {
    return Percentage.withPercentage(100 * error);
  }

  /** {@code a (w - 3)^2 / 2}. */
  private static CompiledModel parabola(double curvature, String precision, boolean hessian) {
    return Source.model(
        Source.inPrecision(
            """
            @Trainable(hessian = %s)
            @Optimizer(value = Algorithm.SGD, learningRate = 1e-6)
            class Model {
              @Parameter T w = 1;

              @Loss
              T loss() {
                return %s# / 2 * (w - 3) * (w - 3);
              }
            }
            """
                .formatted(hessian, curvature),
            precision));
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 0.01, 700})
  void boundsOfAParabolaAreTwoAndOneOverItsCurvature(double curvature) {
    for (boolean hessian : new boolean[] {false, true}) {
      CompiledModel model = parabola(curvature, "double", hessian);

      Sharpness sharpness = model.sharpness(model.examples(List.<Object[]>of(new Object[0])));

      assertThat(sharpness.isConverged()).isTrue();
      assertThat(sharpness.bounds().gradientDescent()).isCloseTo(2 / curvature, CLOSE);
      assertThat(sharpness.bounds().withoutOvershoot()).isCloseTo(1 / curvature, CLOSE);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 0.01, 700})
  void boundsInSinglePrecisionAreThoseWithinTheirRounding(double curvature) {
    CompiledModel differences = parabola(curvature, "float", false);
    CompiledModel exact = parabola(curvature, "float", true);
    Object examples = differences.examples(List.<Object[]>of(new Object[0]));

    assertThat(differences.sharpness(examples).largest()).isCloseTo(curvature, relative(1e-3));
    assertThat(exact.sharpness(exact.examples(List.<Object[]>of(new Object[0]))).largest())
        .isCloseTo(curvature, CLOSE);
  }

  private static final double[] CURVATURES = {8, 2, 0.5};

  /** Three parabolas side by side. */
  private static CompiledModel bowl(String optimizer) {
    return Source.model(
        """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 1e-6%s)
        class Model {
          static final double[] CURVATURES = {8, 2, 0.5};

          @Parameter double[] w = {1, -1, 2};

          @Loss
          double loss() {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
              sum += CURVATURES[i] * w[i] * w[i] / 2;
            }
            return sum;
          }
        }
        """
            .formatted(optimizer));
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        Arguments.of("", Descent.plain()),
        Arguments.of(", momentum = 0.9", Descent.heavyBall(0.9)),
        Arguments.of(", momentum = 0.6, dampening = 0.5", new Descent(0.6, 0.5, false, 0)),
        Arguments.of(", momentum = 0.9, nesterov = true", Descent.nesterov(0.9)),
        Arguments.of(", weightDecay = 0.5", Descent.plain().withWeightDecay(0.5)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void trainingConvergesBelowTheMeasuredBoundAndDivergesAboveIt(String optimizer, Descent descent) {
    assertThat(lossAfterTraining(optimizer, descent, 0.99)).isLessThan(1e-6);
    assertThat(lossAfterTraining(optimizer, descent, 1.01)).isGreaterThan(1e6);
  }

  private static double lossAfterTraining(String optimizer, Descent descent, double share) {
    CompiledModel model = bowl(optimizer);
    Object examples = model.examples(List.<Object[]>of(new Object[0]));
    Sharpness sharpness = model.sharpness(examples);
    assertThat(sharpness.largest()).isCloseTo(CURVATURES[0], CLOSE);
    assertThat(sharpness.smallest()).isCloseTo(CURVATURES[2], CLOSE);
    model.trainer().baseLearningRate(share * sharpness.bounds().of(descent));
    for (int t = 0; t < 4_000 && model.loss(examples) < 1e9; t++) {
      model.trainBatch(examples, 0, 1);
    }
    return model.loss(examples);
  }

  private static final int EXAMPLES = 60;
  private static final int INPUTS = 4;

  /** A linear model with an intercept and a loss of its prediction. */
  private static CompiledModel linear(String loss, String precision, boolean hessian) {
    return Source.model(
        Source.inPrecision(
            """
            @Trainable(hessian = %s)
            @Optimizer(value = Algorithm.SGD, learningRate = 1e-6)
            class Model {
              @Parameter(shape = 4) T[] weights;
              @Parameter T bias;

              @Loss
              T loss(@Shape(4) T[] x, T y) {
                T prediction = bias;
                for (int i = 0; i < 4; i++) {
                  prediction += weights[i] * x[i];
                }
                return Losses.%s(prediction, y);
              }
            }
            """
                .formatted(hessian, loss),
            precision));
  }

  private static double[][] inputs() {
    Random random = new Random(5);
    double[][] inputs = new double[EXAMPLES][INPUTS];
    for (double[] row : inputs) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = (j + 1) * random.nextGaussian() + 0.3;
      }
    }
    return inputs;
  }

  private static Object examples(CompiledModel model) {
    List<Object[]> rows = new ArrayList<>();
    double[][] inputs = inputs();
    boolean isSingle = model.trainer() instanceof FloatTrainer;
    for (int i = 0; i < EXAMPLES; i++) {
      rows.add(new Object[] {isSingle ? rounded(inputs[i]) : inputs[i], i % 2});
    }
    return model.examples(rows);
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }

  /** Descending, of {@code X' diag(weights) X / n} with the column of ones. */
  private static double[] eigenvalues(double[] weights) {
    double[][] inputs = inputs();
    double[][] hessian = new double[INPUTS + 1][INPUTS + 1];
    for (int n = 0; n < EXAMPLES; n++) {
      for (int i = 0; i <= INPUTS; i++) {
        for (int j = 0; j <= INPUTS; j++) {
          double a = i == INPUTS ? 1 : inputs[n][i];
          double b = j == INPUTS ? 1 : inputs[n][j];
          hessian[i][j] += weights[n] * a * b / EXAMPLES;
        }
      }
    }
    return new EigenDecomposition(new Array2DRowRealMatrix(hessian)).getRealEigenvalues();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void sharpnessOfLogisticRegressionIsThatOfItsHessian(boolean hessian) {
    CompiledModel model = linear("binaryCrossEntropy", "double", hessian);
    double[] parameters = {0.4, -0.2, 0.1, 0.3, -0.5};
    model.parameters(parameters);
    double[] weights = new double[EXAMPLES];
    double[][] inputs = inputs();
    for (int n = 0; n < EXAMPLES; n++) {
      double logit = parameters[INPUTS];
      for (int j = 0; j < INPUTS; j++) {
        logit += parameters[j] * inputs[n][j];
      }
      double probability = 1 / (1 + Math.exp(-logit));
      weights[n] = probability * (1 - probability);
    }
    double[] expected = eigenvalues(weights);

    Sharpness sharpness = model.sharpness(examples(model));

    assertThat(sharpness.largest()).isCloseTo(expected[0], CLOSE);
    assertThat(sharpness.smallest()).isCloseTo(expected[INPUTS], CLOSE);
    assertThat(model.parameters()).isEqualTo(parameters);
    // The data's bound is not reached away from zero weights.
    assertThat(LinearModel.withIntercept(inputs()).binaryCrossEntropy().sharpness())
        .isGreaterThan(sharpness.largest());
  }

  @Test
  void sharpnessInSinglePrecisionIsCloseToThatInDouble() {
    CompiledModel single = linear("binaryCrossEntropy", "float", false);
    CompiledModel exact = linear("binaryCrossEntropy", "float", true);
    CompiledModel wide = linear("binaryCrossEntropy", "double", false);
    double expected = wide.sharpness(examples(wide)).largest();

    assertThat(single.sharpness(examples(single)).largest()).isCloseTo(expected, relative(1e-3));
    assertThat(exact.sharpness(examples(exact)).largest()).isCloseTo(expected, relative(1e-5));
  }

  /** Exact everywhere, and for cross-entropy with zero weights. */
  @Test
  void curvatureFromTheDataIsTheMeasuredOne() {
    LinearModel data = LinearModel.withIntercept(inputs());
    CompiledModel squared = linear("squared", "double", false);
    squared.parameters(new double[] {1, 2, 3, 4, 5});
    CompiledModel logistic = linear("binaryCrossEntropy", "double", false);
    logistic.parameters(new double[INPUTS + 1]);

    assertThat(data.squared().sharpness())
        .isCloseTo(squared.sharpness(examples(squared)).largest(), CLOSE);
    assertThat(data.binaryCrossEntropy().sharpness())
        .isCloseTo(logistic.sharpness(examples(logistic)).largest(), CLOSE);
  }

  /** A network, whose loss curves downwards too. */
  private static CompiledModel network(int classes, boolean hidden, boolean hessian) {
    String logits =
        hidden ? "Ops.affine(w2, b2, Ops.tanh(Ops.affine(w1, b1, x)))" : "Ops.affine(w2, b2, x)";
    return Source.model(
        """
        @Trainable(hessian = %1$s)
        @Optimizer(value = Algorithm.SGD, learningRate = 1e-6)
        class Model {
          %2$s
          @Parameter(shape = {%3$s, 4}) double[] w2;
          @Parameter(shape = %3$s) double[] b2;

          @Loss
          double loss(@Shape(4) double[] x, int label) {
            return Losses.softmaxCrossEntropy(%4$s, label);
          }
        }
        """
            .formatted(
                hessian,
                hidden
                    ? "@Parameter(shape = {4, 4}) double[] w1; @Parameter(shape = 4) double[] b1;"
                    : "",
                classes,
                logits));
  }

  private static Object labelled(CompiledModel model, int classes) {
    List<Object[]> rows = new ArrayList<>();
    double[][] inputs = inputs();
    for (int i = 0; i < EXAMPLES; i++) {
      rows.add(new Object[] {inputs[i], i % classes});
    }
    return model.examples(rows);
  }

  @Test
  void curvatureOfSoftmaxWithZeroWeightsFallsWithTheClasses() {
    LinearModel data = LinearModel.withIntercept(inputs());
    for (int classes : new int[] {2, 3, 10}) {
      CompiledModel model = network(classes, false, false);

      double measured = model.sharpness(labelled(model, classes)).largest();

      assertThat(measured).isCloseTo(data.curved(1.0 / classes).sharpness(), CLOSE);
      assertThat(measured).isLessThanOrEqualTo(1.000001 * data.softmaxCrossEntropy().sharpness());
    }
  }

  @Test
  void exactProductsAndDifferencesGiveTheSameSpectrumOfANetwork() {
    CompiledModel exact = network(3, true, true);
    CompiledModel differences = network(3, true, false);
    double[] parameters = new Random(2).doubles(exact.parameters().length, -1, 1).toArray();
    exact.parameters(parameters);
    differences.parameters(parameters);

    Sharpness one = exact.sharpness(labelled(exact, 3));
    Sharpness other = differences.sharpness(labelled(differences, 3));

    assertThat(one.smallest()).isNegative();
    assertThat(other.largest()).isCloseTo(one.largest(), CLOSE);
    assertThat(other.smallest()).isCloseTo(one.smallest(), relative(1e-5));
    // A width asks for differences.
    Sharpness wide = exact.sharpness(labelled(exact, 3), OptionalDouble.of(0.1));
    assertThat(wide.residual()).isGreaterThan(1e-6 * one.largest());
    assertThat(exact.parameters()).isEqualTo(parameters);
  }

  @Test
  void batchesOfANetworkDoNotChangeItsGradientAfterwards() {
    CompiledModel model = network(3, true, true);
    Object examples = labelled(model, 3);
    model.parameters(new Random(2).doubles(model.parameters().length, -1, 1).toArray());
    double[] before = model.gradient(examples, 0, EXAMPLES).gradient();

    model.sharpness(examples);

    assertThat(model.gradient(examples, 0, EXAMPLES).gradient()).isEqualTo(before);
  }

  /** The lengths of both arrays are checked before anything else. */
  @Test
  void vectorOfAnotherLengthIsRefused() {
    CompiledModel model = linear("squared", "double", true);
    Object examples = examples(model);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.hessianTimes(examples, new double[4]))
        .withMessage("vector has length 4, expected 5");
  }
}
