package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** PyTorch's numbers, written by vectors.py beside them. */
class VectorGoldensTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/goldens/vectors.csv", numLinesToSkip = 1, maxCharsPerColumn = 20_000)
  void agreesWithPyTorch(
      String operation,
      String settings,
      String arrays,
      String upstream,
      String result,
      String derivatives)
      throws NoSuchMethodException {
    Object[] arguments = arguments(operation, settings, arrays(arrays));
    Forms forms =
        Forms.all()
            .filter(each -> each.isOf(operation, double.class, arguments.length))
            .findFirst()
            .orElseThrow();
    Object out = forms.result(arguments);
    assertThat((double[]) out).containsExactly(numbers(result), within(1e-14));

    List<double[]> expected = arrays(derivatives);
    int[] differentiable = forms.differentiable().toArray();
    for (int i = 0; i < expected.size(); i++) {
      Object actual = forms.derivative(differentiable[i], arguments, out, numbers(upstream));
      assertThat((double[]) actual).containsExactly(expected.get(i), within(1e-13));
    }
  }

  /** Arrays and settings in the order in which the operation takes them. */
  private static Object[] arguments(String operation, String settings, List<double[]> arrays) {
    List<Object> arguments = new ArrayList<>(arrays);
    boolean ofImages = List.of("conv2d", "maxPool", "averagePool").contains(operation);
    List<Object> numbers = new ArrayList<>();
    for (String each : settings == null ? new String[0] : settings.split(" ")) {
      numbers.add(ofImages ? (Object) Integer.valueOf(each) : Double.valueOf(each));
    }
    if (ofImages) {
      arguments.addAll(1, numbers.subList(0, 2));
      numbers = numbers.subList(2, numbers.size());
    }
    arguments.addAll(numbers);
    return arguments.toArray();
  }

  private static List<double[]> arrays(String text) {
    return Stream.of(text.split("\\|")).map(VectorGoldensTest::numbers).toList();
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
