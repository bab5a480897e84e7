package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FiltersTest {
  /** A matrix of 2 rows, a vector, a number, two filters of 2 by 2 pixels. */
  private static final List<ParameterLayout> LAYOUT =
      List.of(
          new ParameterLayout("matrix", 0, List.of(2, 3)),
          new ParameterLayout("vector", 6, List.of(4)),
          new ParameterLayout("number", 10, List.of()),
          new ParameterLayout("filters", 11, List.of(2, 2, 2)));

  private final double[] parameters = new Random(5).doubles(19, -2, 2).toArray();

  private static double length(double[] values, int from, int to) {
    return Vectors.length(Arrays.copyOfRange(values, from, to));
  }

  @Test
  void everyFilterIsAsLongAsThatOfTheParameters() {
    double[] direction = Filters.random(new Random(1), parameters, LAYOUT);

    int[] ends = {0, 3, 6, 10, 11, 15, 19};
    for (int k = 1; k < ends.length; k++) {
      assertThat(length(direction, ends[k - 1], ends[k]))
          .isCloseTo(length(parameters, ends[k - 1], ends[k]), within(1e-12));
    }
  }

  @Test
  void filterOfZerosIsNotMoved() {
    Arrays.fill(parameters, 3, 10, 0);
    double[] direction = Filters.random(new Random(1), parameters, LAYOUT);

    assertThat(length(direction, 3, 10)).isZero();
    assertThat(length(direction, 0, 3)).isPositive();
  }

  @Test
  void whatIsNotInTheLayoutIsNotMoved() {
    double[] direction = Filters.random(new Random(1), parameters, LAYOUT.subList(1, 2));

    assertThat(length(direction, 0, 6)).isZero();
    assertThat(length(direction, 6, 10)).isPositive();
    assertThat(length(direction, 10, 19)).isZero();
  }

  /** The cosine of two random vectors of n numbers is of the order of 1 / sqrt(n). */
  @Test
  void directionsOfManyParametersAreAsGoodAsOrthogonal() {
    int size = 40_000;
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    List<ParameterLayout> layout = List.of(new ParameterLayout("w", 0, List.of(200, 200)));
    Random random = new Random(2);
    double[] first = Filters.random(random, ones, layout);
    double[] second = Filters.random(random, ones, layout);

    assertThat(Vectors.length(first)).isCloseTo(200, within(1e-9));
    assertThat(Vectors.dot(first, second) / size).isBetween(-0.02, 0.02);
  }
}
