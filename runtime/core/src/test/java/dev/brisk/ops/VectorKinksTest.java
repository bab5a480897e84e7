package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vector operations where formulas without branches might differ from those with. */
class VectorKinksTest {
  private static final double[] NOT_ABOVE = {-1e300, -Double.MIN_VALUE, -0.0, 0.0};
  private static final double[] ABOVE = {Double.MIN_VALUE, 1e-310, 1e-20, 1, 1e300};

  @Test
  void reluHasTheDerivative0At0AndBelowAnd1RightAboveIt() {
    assertThat(relu(NOT_ABOVE)).containsOnly(0.0);
    assertThat(relu(ABOVE)).containsOnly(1.0);
  }

  @Test
  void floatReluHasTheDerivative1RightAbove0() {
    float[] x = {Float.MIN_VALUE, 1e-40f, 1e-20f, 1, 1e38f};
    float[] derivative = new float[x.length];
    Activations.reluByX(x, Ops.relu(x), new float[] {1, 1, 1, 1, 1}, derivative);
    assertThat(derivative).containsOnly(1);
  }

  @Test
  void leakyReluHasItsSlopeForDerivativeAt0AndBelow() {
    assertThat(leakyRelu(0.3, NOT_ABOVE)).containsOnly(0.3);
    assertThat(leakyRelu(0.3, ABOVE)).containsOnly(1.0);
  }

  @Test
  void eluHasNoKink() {
    assertThat(elu(-0.0, 0.0, 1, 1e300)).containsOnly(1.0);
  }

  @Test
  void maxPoolGivesTheDerivativeToTheFirstOfTheLargest() {
    assertThat(maxPool(1, 3, 3, 2)).containsExactly(0, 1, 0, 0);
    assertThat(maxPool(-0.0, 0.0, 0.0, -0.0)).containsExactly(1, 0, 0, 0);
    assertThat(maxPool(1, Double.NaN, 3, Double.NaN)).containsExactly(0, 1, 0, 0);
    assertThat(maxPool(1, 2, 3, 7, 7, 5, 7, 6, 0)).containsExactly(0, 0, 0, 1, 0, 0, 0, 0, 0);
    assertThat(maxPool(1, 2, Double.NaN, 7, 7, 5, Double.NaN, 6, 0))
        .containsExactly(0, 0, 1, 0, 0, 0, 0, 0, 0);
    assertThat(Ops.maxPool(new float[] {1, Float.NaN, 3, 2}, 2, 2, 2)).containsExactly(Float.NaN);
  }

  private static double[] maxPool(double... window) {
    int size = (int) Math.sqrt(window.length);
    double[] derivative = new double[window.length];
    double[] out = Ops.maxPool(window, size, size, size);
    Pooling.maxPoolByImage(window, size, size, size, out, ones(1), derivative);
    return derivative;
  }

  @Test
  void emptyArraysGiveEmptyOnes() {
    double[] none = {};
    assertThat(Ops.softmax(none)).isEmpty();
    assertThat(Ops.relu(none)).isEmpty();
    assertThat(Ops.slice(new double[] {1}, 1, 1)).isEmpty();
    assertThat(Ops.affine(none, new double[] {3}, none)).containsExactly(3);
    assertThat(Ops.sum(none)).isZero();
  }

  @Test
  void softmaxTakesLargeScores() {
    assertThat(Ops.softmax(new double[] {1e300, -1e300, 1e300})).containsExactly(0.5, 0, 0.5);
    assertThat(Ops.softmax(new float[] {1e30f, -1e30f})).containsExactly(1, 0);
    assertThat(Ops.logSoftmax(new double[] {0, 1000})).containsExactly(-1000, 0);
    assertThat(Ops.logSoftmax(new float[] {0, 1000})).containsExactly(-1000, 0);
  }

  @ParameterizedTest
  @MethodSource("activations")
  void nanGivesNan(Forms forms) {
    Object[] arguments = {new double[] {Double.NaN}, 0.5};
    int parameters = forms.plain().getParameterCount();
    Object result = forms.result(forms.converted(Stream.of(arguments).limit(parameters).toArray()));
    assertThat(Forms.numbers(result)).containsExactly(Double.NaN);
  }

  private static Stream<Forms> activations() {
    return Forms.all()
        .filter(forms -> forms.owner() == Activations.class || forms.owner() == Softmax.class);
  }

  private static double[] relu(double... x) {
    double[] derivative = new double[x.length];
    Activations.reluByX(x, Ops.relu(x), ones(x.length), derivative);
    return derivative;
  }

  private static double[] leakyRelu(double slope, double... x) {
    double[] derivative = new double[x.length];
    Activations.leakyReluByX(x, slope, Ops.leakyRelu(x, slope), ones(x.length), derivative);
    return derivative;
  }

  private static double[] elu(double... x) {
    double[] derivative = new double[x.length];
    Activations.eluByX(x, Ops.elu(x), ones(x.length), derivative);
    return derivative;
  }

  private static double[] ones(int length) {
    return DoubleStream.generate(() -> 1).limit(length).toArray();
  }
}
