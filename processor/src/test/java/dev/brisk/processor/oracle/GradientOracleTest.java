package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.oracle.CompiledModel.LossAndGradient;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated losses and gradients against the models' own methods. */
class GradientOracleTest {
  private static final int EXAMPLES = 6;

  private final SplittableRandom random = new SplittableRandom(20240607);

  static Stream<TestModel> all() {
    return TestModels.all();
  }

  static Stream<TestModel> ofDoublePrecision() {
    return TestModels.ofDoublePrecision();
  }

  static Stream<TestModel> ofSinglePrecision() {
    return TestModels.ofSinglePrecision();
  }

  @ParameterizedTest
  @MethodSource("all")
  void lossOfOneExampleIsTheModelsToTheLastBit(TestModel tested) {
    CompiledModel model = randomModel(tested);

    for (Object[] example : tested.examples(EXAMPLES, random)) {
      double generated = model.loss(model.examples(example));
      assertIs(generated, model.ownLoss(example), tested);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void lossOfSeveralExamplesIsTheirMeanInOrder(TestModel tested) {
    CompiledModel model = randomModel(tested);
    List<Object[]> examples = examples(tested);

    double sum = 0;
    for (Object[] example : examples) {
      sum += model.ownLoss(example);
    }
    assertIs(model.loss(model.examples(examples)), sum / examples.size(), tested);
  }

  @Test
  void metricIsTheMeanOfTheModelsOwn() {
    TestModel tested = TestModels.named("SoftmaxByLosses");
    CompiledModel model = randomModel(tested);
    List<Object[]> examples = tested.examples(9, random);

    double sum = 0;
    for (Object[] example : examples) {
      sum += model.own("accuracy", example);
    }
    assertThat(model.metric("accuracy", model.examples(examples))).isEqualTo(sum / 9);
  }

  @ParameterizedTest
  @MethodSource("ofDoublePrecision")
  void gradientAgreesWithFiniteDifferences(TestModel tested) {
    CompiledModel model = randomModel(tested);

    for (Object[] example : examples(tested)) {
      double[] at = model.parameters();
      LossAndGradient generated = model.gradient(model.examples(example), 0, 1);
      assertIs(generated.loss(), model.ownLoss(example), tested);
      assertAgree(generated.gradient(), differences(model, example, at), generated.loss(), 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("ofSinglePrecision")
  void gradientInSinglePrecisionAgreesWithFiniteDifferencesInDouble(TestModel tested) {
    CompiledModel model = randomModel(tested);
    CompiledModel twin = tested.in(doublePrecision(tested), "twins");

    for (Object[] example : tested.examples(EXAMPLES, random)) {
      double[] at = model.parameters();
      LossAndGradient generated = model.gradient(model.examples(example), 0, 1);
      double[] expected = differences(twin, example, at);
      assertAgree(generated.gradient(), expected, generated.loss(), 1e-4);
    }
  }

  @ParameterizedTest
  @MethodSource("ofDoublePrecision")
  void gradientOfABatchIsTheMeanOfItsExamples(TestModel tested) {
    CompiledModel model = randomModel(tested);
    List<Object[]> rows = examples(tested);
    Object examples = model.examples(rows);
    int from = Math.min(1, rows.size() - 1);
    int size = rows.size() - from;

    LossAndGradient batch = model.gradient(examples, from, rows.size());

    double loss = 0;
    double[] mean = new double[batch.gradient().length];
    for (int n = from; n < rows.size(); n++) {
      LossAndGradient one = model.gradient(examples, n, n + 1);
      loss += one.loss() / size;
      for (int i = 0; i < mean.length; i++) {
        mean[i] += one.gradient()[i] / size;
      }
    }
    assertThat(batch.loss()).isCloseTo(loss, within(1e-12 * (1 + Math.abs(loss))));
    assertThat(batch.gradient()).containsExactly(mean, tolerance(1e-12, mean));
  }

  private static void assertIs(double generated, double own, TestModel tested) {
    assertThat(generated).isCloseTo(own, within(tested.rounding() * (1 + Math.abs(own))));
  }

  private CompiledModel randomModel(TestModel tested) {
    CompiledModel model = TestModels.compiled(tested);
    model.parameters(tested.parameters(model.parameters().length, random));
    return model;
  }

  /** Several examples; one where the loss has no arguments. */
  private List<Object[]> examples(TestModel tested) {
    return tested.examples(tested.columns().isEmpty() ? 1 : EXAMPLES, random);
  }

  private static double[] differences(CompiledModel model, Object[] example, double[] at) {
    ToDoubleFunction<double[]> own =
        parameters -> {
          model.parameters(parameters);
          return model.ownLoss(example);
        };
    double[] gradient = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      gradient[i] = FiniteDifferences.derivative(own, at, i).value();
    }
    model.parameters(at);
    return gradient;
  }

  /** Relative to the derivative itself, down to a thousandth of the largest, and to the loss. */
  private static void assertAgree(
      double[] gradient, double[] expected, double loss, double relative) {
    double largest = 0;
    for (double derivative : expected) {
      largest = Math.max(largest, Math.abs(derivative));
    }
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(Math.abs(expected[i]), 1e-3 * largest);
      double tolerance = relative * scale + 1e-4 * relative * Math.max(1, Math.abs(loss));
      assertThat(gradient[i]).as("derivative %s", i).isCloseTo(expected[i], within(tolerance));
    }
  }

  private static Offset<Double> tolerance(double relative, double[] values) {
    double largest = 1;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return within(relative * largest);
  }

  /** The same model with {@code double} in place of {@code float}, for exact differences. */
  private static ClassLoader doublePrecision(TestModel tested) {
    String text =
        tested
            .text()
            .replace("package models;", "package twins;")
            .replaceAll("\\bfloat\\b", "double")
            .replaceAll("([0-9])f\\b", "$1");
    Compilation compilation =
        Compilations.compiler()
            .withOptions()
            .compile(JavaFileObjects.forSourceString("twins." + tested.name(), text));
    return new GeneratedClasses(compilation);
  }
}
