package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every vector operation, over random shapes and numbers. */
class VectorFormsTest {
  private static final int ROUNDS = 20;
  private static final double STEP = 1e-5;

  private static Stream<VectorOperation> operations() {
    return VectorOperation.all();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void plainAndInPlaceFormAgreeToTheLastBit(VectorOperation operation)
      throws NoSuchMethodException {
    for (Class<?> scalar : List.of(double.class, float.class)) {
      Forms forms = operation.forms(scalar);
      var random = new SplittableRandom(2);
      for (int round = 0; round < ROUNDS; round++) {
        Object[] arguments = forms.converted(operation.draw(random));
        Object[] before = copies(arguments);
        Object expected = forms.result(arguments);
        Object out = filled(forms, Array.getLength(expected), 7);
        Forms.call(forms.inPlace(), and(arguments, out));
        assertThat(out).isEqualTo(expected);
        assertThat(arguments).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void resultsAreThoseOfTheFormula(VectorOperation operation) {
    Forms forms = operation.forms(double.class);
    var random = new SplittableRandom(1);
    for (int round = 0; round < ROUNDS; round++) {
      Object[] arguments = operation.draw(random);
      assertClose(forms.result(arguments), Naive.result(operation.name(), arguments), 1e-14);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void floatFormsAgreeWithDoubleForms(VectorOperation operation) throws NoSuchMethodException {
    Forms wide = operation.forms(double.class);
    Forms narrow = operation.forms(float.class);
    var random = new SplittableRandom(3);
    for (int round = 0; round < ROUNDS; round++) {
      Object[] arguments = operation.draw(random);
      Object[] floats = narrow.converted(arguments);
      Object out = wide.result(arguments);
      Object floatOut = narrow.result(floats);
      assertClose(floatOut, out, 1e-5);

      double[] dOut = VectorOperation.numbers(random, Array.getLength(out));
      for (int by : wide.differentiable().toArray()) {
        assertClose(
            narrow.derivative(by, floats, floatOut, Forms.narrowed(dOut)),
            wide.derivative(by, arguments, out, dOut),
            1e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void derivativesAgreeWithFiniteDifferences(VectorOperation operation)
      throws NoSuchMethodException {
    Forms forms = operation.forms(double.class);
    var random = new SplittableRandom(4);
    for (int round = 0; round < ROUNDS; round++) {
      Object[] arguments = operation.draw(random);
      double[] out = (double[]) forms.result(arguments);
      double[] dOut = VectorOperation.numbers(random, out.length);
      for (int by : forms.differentiable().toArray()) {
        assertClose(
            forms.derivative(by, arguments, out, dOut),
            differences(forms, by, arguments, dOut),
            1e-7);
      }
    }
  }

  /** Central differences of {@code sum(dOut * out)} by each number of an argument. */
  private static double[] differences(Forms forms, int by, Object[] arguments, double[] dOut)
      throws NoSuchMethodException {
    double[] differences = new double[Forms.numbers(arguments[by]).length];
    for (int k = 0; k < differences.length; k++) {
      double above = weighted(forms, moved(arguments, by, k, STEP), dOut);
      double below = weighted(forms, moved(arguments, by, k, -STEP), dOut);
      differences[k] = (above - below) / (2 * STEP);
    }
    return differences;
  }

  private static double weighted(Forms forms, Object[] arguments, double[] dOut)
      throws NoSuchMethodException {
    double[] out = new double[dOut.length];
    Forms.call(forms.inPlace(), and(arguments, out));
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += dOut[i] * out[i];
    }
    return sum;
  }

  private static Object[] moved(Object[] arguments, int by, int k, double step) {
    Object[] moved = copies(arguments);
    if (moved[by] instanceof double[] array) {
      array[k] += step;
    } else {
      moved[by] = (Double) moved[by] + step;
    }
    return moved;
  }

  @ParameterizedTest
  @MethodSource("operations")
  void derivativesAddToWhatIsThere(VectorOperation operation) throws NoSuchMethodException {
    for (Class<?> scalar : List.of(double.class, float.class)) {
      Forms forms = operation.forms(scalar);
      var random = new SplittableRandom(5);
      Object[] arguments = forms.converted(operation.draw(random));
      Object out = forms.result(arguments);
      Object dOut = filled(forms, Array.getLength(out), 0.5);
      for (int by : forms.differentiable().toArray()) {
        if (arguments[by].getClass().isArray()) {
          double[] added = Forms.numbers(forms.derivative(by, arguments, out, dOut));
          Object gradient = filled(forms, added.length, 1);
          Forms.call(forms.derivative(by), and(arguments, out, dOut, gradient));
          assertClose(gradient, Arrays.stream(added).map(each -> 1 + each).toArray(), 1e-5);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void refusedCallsChangeNothing(VectorOperation operation) throws NoSuchMethodException {
    for (Class<?> scalar : List.of(double.class, float.class)) {
      Forms forms = operation.forms(scalar);
      var random = new SplittableRandom(6);
      Object[] arguments = forms.converted(operation.draw(random));
      Object out = forms.result(arguments);
      assertRefused(forms, forms.inPlace(), and(arguments, out));
      for (int by : forms.differentiable().toArray()) {
        Object dOut = filled(forms, Array.getLength(out), 0.5);
        assertRefused(
            forms,
            forms.derivative(by),
            arguments[by].getClass().isArray()
                ? and(arguments, out, dOut, filled(forms, Array.getLength(arguments[by]), 1))
                : and(arguments, out, dOut));
      }
    }
  }

  /** With each array in turn one element longer than it may be: any but that of a slice. */
  private static void assertRefused(Forms forms, Method form, Object[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].getClass().isArray() && !(i == 0 && forms.name().equals("slice"))) {
        Object[] wrong = copies(arguments);
        wrong[i] = filled(forms, Array.getLength(arguments[i]) + 1, 3);
        Object[] before = copies(wrong);
        assertThatIllegalArgumentException()
            .isThrownBy(() -> Forms.call(form, wrong))
            .withMessageMatching("\\w+ has length \\d+, expected .*");
        assertThat(wrong).isEqualTo(before);
      }
    }
  }

  private static void assertClose(Object actual, Object expected, double tolerance) {
    double[] numbers = Forms.numbers(expected);
    double largest = Arrays.stream(numbers).map(Math::abs).reduce(1, Math::max);
    assertThat(Forms.numbers(actual)).containsExactly(numbers, within(tolerance * largest));
  }

  private static Object filled(Forms forms, int length, double value) {
    Object array = forms.array(length);
    for (int i = 0; i < length; i++) {
      if (array instanceof double[] doubles) {
        doubles[i] = value;
      } else {
        ((float[]) array)[i] = (float) value;
      }
    }
    return array;
  }

  private static Object[] and(Object[] arguments, Object... more) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static Object[] copies(Object[] arguments) {
    return Stream.of(arguments)
        .map(
            each ->
                each instanceof double[] doubles
                    ? doubles.clone()
                    : each instanceof float[] floats ? floats.clone() : each)
        .toArray();
  }
}
