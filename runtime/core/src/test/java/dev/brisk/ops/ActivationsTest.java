package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas as they stand in books, the far ends of the range, and kinks. */
class ActivationsTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource("formulas")
  void agreesWithTheTextbookAndItsDerivativeByAnotherLibrary(
      String name,
      UnaryOperator<DerivativeStructure> formula,
      DoubleUnaryOperator operation,
      DoubleUnaryOperator derivative) {
    var random = new SplittableRandom(name.hashCode());
    for (int round = 0; round < 1000; round++) {
      double x = random.nextDouble(-8, 8);
      DerivativeStructure exact = formula.apply(new DerivativeStructure(1, 1, 0, x));
      assertThat(operation.applyAsDouble(x)).isCloseTo(exact.getValue(), within(1e-13));
      assertThat(derivative.applyAsDouble(x))
          .isCloseTo(exact.getPartialDerivative(1), within(1e-13));
    }
  }

  private static Stream<Arguments> formulas() {
    return Stream.of(
        formula("sigmoid", x -> sigmoid(x), Ops::sigmoid, Ops::sigmoidByX),
        formula("logSigmoid", x -> sigmoid(x).log(), Ops::logSigmoid, Ops::logSigmoidByX),
        formula("softplus", x -> x.exp().add(1).log(), Ops::softplus, Ops::softplusByX),
        formula("relu", x -> above(x, x.multiply(0)), Ops::relu, Ops::reluByX),
        formula(
            "leakyRelu",
            x -> above(x, x.multiply(0.01)),
            x -> Ops.leakyRelu(x, 0.01),
            x -> Ops.leakyReluByX(x, 0.01)),
        formula("elu", x -> above(x, x.exp().subtract(1)), Ops::elu, Ops::eluByX),
        formula("silu", x -> x.multiply(sigmoid(x)), Ops::silu, Ops::siluByX));
  }

  private static Arguments formula(
      String name,
      UnaryOperator<DerivativeStructure> formula,
      DoubleUnaryOperator operation,
      DoubleUnaryOperator derivative) {
    return Arguments.of(name, formula, operation, derivative);
  }

  private static DerivativeStructure sigmoid(DerivativeStructure x) {
    return x.negate().exp().add(1).reciprocal();
  }

  private static DerivativeStructure above(DerivativeStructure x, DerivativeStructure elsewhere) {
    return x.getValue() > 0 ? x : elsewhere;
  }

  @Test
  void geluAgreesWithTheErrorFunctionOfAnotherLibrary() {
    var random = new SplittableRandom(11);
    for (int round = 0; round < 1000; round++) {
      double x = random.nextDouble(-8, 8);
      double below = 0.5 * Erf.erfc(-x / Math.sqrt(2));
      double density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
      assertThat(Ops.gelu(x)).isCloseTo(x * below, within(1e-14));
      assertThat(Ops.geluByX(x)).isCloseTo(below + x * density, within(1e-14));
    }
  }

  /** By mpmath with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "-37, -2.1184613523340934e-298, -7.8382986694185162e-297",
    "-20, -5.5072482372124674e-88, -1.1014360483133464e-86",
    "-8.5, -8.0576045988728206e-17, -6.8465049386970843e-16",
    "-5, -1.4332578593959696e-6, -7.1469460017922946e-6",
    "-1.5, -0.1002108019032871, -0.12746919222997953",
    "-0.6, -0.16455187065004415, 0.074318356014993811",
    "-1e-09, -4.9999999960105775e-10, 0.49999999920211544",
    "0.3, 0.18537342665668578, 0.73232776682710985",
    "2, 1.9544997361036416, 1.0852318010781969",
    "7, 6.9999999999910413, 1.0000000000626632"
  })
  void geluIsAccurateInBothTails(double x, double value, double derivative) {
    assertThat(Ops.gelu(x)).isCloseTo(value, within(2e-15 * Math.abs(value)));
    assertThat(Ops.geluByX(x)).isCloseTo(derivative, within(4e-15 * Math.abs(derivative)));
  }

  @Test
  void geluTanhIsTheFormWithTheHyperbolicTangent() {
    var random = new SplittableRandom(12);
    for (int round = 0; round < 1000; round++) {
      double x = random.nextDouble(-8, 8);
      DerivativeStructure exact = geluTanh(new DerivativeStructure(1, 1, 0, x));
      assertThat(Ops.geluTanh(x)).isCloseTo(exact.getValue(), within(1e-14));
      assertThat(Ops.geluTanhByX(x)).isCloseTo(exact.getPartialDerivative(1), within(1e-13));
      assertThat(Ops.geluTanh(x)).isCloseTo(Ops.gelu(x), within(5e-4));
    }
  }

  private static DerivativeStructure geluTanh(DerivativeStructure x) {
    DerivativeStructure inner = x.pow(3).multiply(0.044715).add(x);
    return inner.multiply(Math.sqrt(2 / Math.PI)).tanh().add(1).multiply(x).multiply(0.5);
  }

  @Test
  void leakyReluDerivesByItsSlope() {
    assertThat(Ops.leakyReluBySlope(-3.0, 0.2)).isEqualTo(-3);
    assertThat(Ops.leakyReluBySlope(3.0, 0.2)).isZero();
  }

  @Test
  void nothingOverflowsOrBecomesNan() {
    for (double x : new double[] {-1e308, -1e5, -746, -710, 710, 746, 1e5, 1e308}) {
      boolean isAbove = x > 0;
      assertThat(Ops.sigmoid(x)).isCloseTo(isAbove ? 1 : 0, within(1e-300));
      assertThat(Ops.logSigmoid(x)).isCloseTo(isAbove ? 0 : x, within(1e-300));
      assertThat(Ops.softplus(x)).isCloseTo(isAbove ? x : 0, within(1e-300));
      assertThat(Ops.relu(x)).isEqualTo(isAbove ? x : 0);
      assertThat(Ops.elu(x)).isEqualTo(isAbove ? x : -1);
      assertThat(Ops.silu(x)).isCloseTo(isAbove ? x : 0, within(1e-300));
      assertThat(Ops.gelu(x)).isCloseTo(isAbove ? x : 0, within(1e-300));
      assertThat(Ops.geluTanh(x)).isCloseTo(isAbove ? x : 0, within(1e-300));
      assertThat(Ops.sigmoidByX(x)).isCloseTo(0, within(1e-300));
      assertThat(Ops.logSigmoidByX(x)).isCloseTo(isAbove ? 0 : 1, within(1e-300));
      assertThat(Ops.softplusByX(x)).isCloseTo(isAbove ? 1 : 0, within(1e-300));
      assertThat(Ops.eluByX(x)).isEqualTo(isAbove ? 1 : 0, within(1e-300));
      assertThat(Ops.siluByX(x)).isCloseTo(isAbove ? 1 : 0, within(1e-300));
      assertThat(Ops.geluByX(x)).isCloseTo(isAbove ? 1 : 0, within(1e-300));
      assertThat(Ops.geluTanhByX(x)).isCloseTo(isAbove ? 1 : 0, within(1e-300));
    }
  }

  /** Where the value that the warning names is rounded away in the plain form. */
  @Test
  void logarithmsKeepWhatTheSigmoidHasLost() {
    assertThat(Math.log(Ops.sigmoid(-750.0))).isInfinite();
    assertThat(Ops.logSigmoid(-750.0)).isEqualTo(-750);
    assertThat(Math.log(1 - Ops.sigmoid(40.0))).isInfinite();
    assertThat(Ops.logSigmoid(-40.0)).isEqualTo(-40);
    assertThat(Ops.sigmoid(-110f)).isZero();
    assertThat(1 - Ops.sigmoid(20f)).isZero();
    assertThat(Math.log(1 + Math.exp(710))).isInfinite();
    assertThat(Ops.softplus(710.0)).isEqualTo(710);
    assertThat((float) Math.exp(89)).isInfinite();
  }

  /** PyTorch's, where it has one. */
  @Test
  void kinksHaveTheSubgradientThatIsStated() {
    for (double zero : new double[] {0.0, -0.0}) {
      assertThat(Ops.reluByX(zero)).isZero();
      assertThat(Ops.leakyReluByX(zero, 0.3)).isEqualTo(0.3);
      assertThat(Ops.eluByX(zero)).isEqualTo(1);
    }
  }

  @Test
  void nanGivesNan() {
    Stream.<DoubleUnaryOperator>of(
            Ops::sigmoid,
            Ops::logSigmoid,
            Ops::softplus,
            Ops::relu,
            x -> Ops.leakyRelu(x, 0.1),
            Ops::elu,
            Ops::silu,
            Ops::gelu,
            Ops::geluTanh)
        .forEach(operation -> assertThat(operation.applyAsDouble(Double.NaN)).isNaN());
  }
}
