package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.runtime.Examples;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products with the Hessian against differences of the gradient, and against each other. */
@Tag("javac")
class HessianOracleTest {
  /** Models with an operation that has no second derivative. */
  private static final Set<String> REFUSED =
      Set.of(
          "Activations",
          "ConvolutionalNetwork",
          "EveryActivation",
          "FloatActivations",
          "NormalizedNetwork",
          "ResidualNetwork",
          "UserPrimitives");

  /** Models at whose kinks differences are something else. */
  private static final Set<String> KINKED = Set.of("Kinks");

  private final SplittableRandom random = new SplittableRandom(20241124);

  static Stream<TestModel> derivable() {
    return TestModels.all().filter(model -> !REFUSED.contains(model.name()));
  }

  static Stream<TestModel> refused() {
    return TestModels.all().filter(model -> REFUSED.contains(model.name()));
  }

  private static JavaFileObject source(TestModel model) {
    String text = model.text().replaceAll("@Trainable\\b(\\(\\))?", "@Trainable(hessian = true)");
    return JavaFileObjects.forSourceString("models." + model.name(), text);
  }

  /** Compiled once for all tests. */
  private static final class Shared {
    static final ClassLoader LOADER =
        new GeneratedClasses(
            Compilations.compile(derivable().map(HessianOracleTest::source).toList()));
  }

  @ParameterizedTest
  @MethodSource("derivable")
  void productIsTheDerivativeOfTheGradient(TestModel tested) {
    CompiledModel model = tested.in(Shared.LOADER, "models");
    int count = model.parameters().length;
    model.parameters(tested.parameters(count, random));
    double[] at = model.parameters();
    Object examples = model.examples(tested.examples(tested.columns().isEmpty() ? 1 : 3, random));
    double[] v = random.doubles(count, -1, 1).toArray();
    double[] u = random.doubles(count, -1, 1).toArray();
    double[] hv = model.hessianTimes(examples, v);

    // Symmetric, whatever the direction.
    double size = norm(hv) * norm(u);
    double rounding = tested.isSingle() ? 1e-4 : 1e-10;
    assertThat(dot(u, hv))
        .isCloseTo(dot(v, model.hessianTimes(examples, u)), within(rounding * size + 1e-12));
    assertThat(model.parameters()).isEqualTo(at);
    if (!KINKED.contains(tested.name())) {
      double width = tested.isSingle() ? 5e-3 : 1e-5;
      double[] differences = differences(model, examples, at, v, width);
      double tolerance = (tested.isSingle() ? 3e-2 : 1e-6) * (1 + norm(hv));
      assertThat(hv).usingComparatorWithPrecision(tolerance).containsExactly(differences);
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void operationWithoutSecondDerivativeIsRefused(TestModel tested) {
    Compilation compilation = Compilations.compiler().compile(source(tested));

    assertThat(compilation.errors())
        .isNotEmpty()
        .extracting(Diagnostic::toString)
        .allMatch(error -> error.contains("brisk[no-second-derivative]"));
  }

  private static double[] differences(
      CompiledModel model, Object examples, double[] at, double[] v, double width) {
    double[] above = gradient(model, examples, at, v, width);
    double[] below = gradient(model, examples, at, v, -width);
    double[] differences = new double[at.length];
    for (int i = 0; i < at.length; i++) {
      differences[i] = (above[i] - below[i]) / (2 * width);
    }
    model.parameters(at);
    return differences;
  }

  private static double[] gradient(
      CompiledModel model, Object examples, double[] at, double[] v, double distance) {
    double[] moved = at.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += distance * v[i];
    }
    model.parameters(moved);
    int size = ((Examples<?>) examples).size();
    return model.gradient(examples, 0, size).gradient();
  }

  private static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
