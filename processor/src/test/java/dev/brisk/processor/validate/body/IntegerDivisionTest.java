package dev.brisk.processor.validate.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("javac")
class IntegerDivisionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "double half = 1 / 2; return half;",
        "double half; half = k / 2; return half;",
        "float half = k / 2; return half;",
        "return k / 2;",
        "return x * (k / 2);",
        "return k / 2 * x;",
        "return x + -(k / 2);",
        "return 5L / k + x;",
        "return x > k / 2 ? 1 : 0;",
        "return k > 1 ? k / 2 : x;",
        "return x + (k > 1 ? k / 2 : k);",
        "return sigmoid(k / 2);",
        "return Math.sqrt(k / 2);",
        "return Math.max(x, z.length / 2);",
        "double[] a = {k / 2, 1}; return a[0];",
        "double[] a = new double[N]; a[0] += k / 2; return a[0];",
        "double[] a = new double[N]; a[0] -= k / 2; return a[0];",
        "x += 1 / 2; return x;",
        "double s = 0; for (int i = 0; i < N; i++) { s += i / 2; } return s;",
        "return (double) k / 2 + k / 2;",
      })
  void warnsWhereAQuotientOfIntsBecomesAFloatingPointValue(String body) {
    assertThat(Warned.about(List.of(body))).containsExactly(Map.entry(body, "integer-division"));
  }

  @Test
  void hasNoWordWhereTheQuotientIsMeantToBeWhole() {
    List<String> bodies =
        List.of(
            "return 4 / 2;",
            "return x * (-6 / 3);",
            "return x * (N / 3);",
            "return 1.0 / 2 + 1 / 2.0 + 1f / 2;",
            "return (double) k / 2;",
            "return (double) (k / 2);",
            "return (float) (1 / 2);",
            "int half = k / 2; return half;",
            "int half = k; half /= 2; return half;",
            "int half = k / 2 + 1; return half * x;",
            "return z[k / 2];",
            "return k / 2 == 1 ? x : y;",
            "double s = 0; for (int i = 0; i < k / 2; i++) { s += x; } return s;",
            "double[] a = new double[6 / k]; return a[0];",
            "return Math.floorDiv(k, 2);",
            "return Math.floorMod(k / 2, 2);",
            "return x / k;",
            "x /= 2; return x;",
            "long half = k / 2; return half * x;");

    assertThat(Warned.about(bodies).values()).containsOnly("");
  }

  /** Constants get a word if the division has a remainder. */
  @Test
  void constantsAreDivided() {
    SplittableRandom random = new SplittableRandom(3);
    Map<String, String> expected = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      int a = random.nextInt(-12, 13);
      int b = random.nextInt(1, 5) * (random.nextBoolean() ? 1 : -1);
      int c = random.nextInt(0, 4);
      String body = "return x + (" + a + " - " + c + ") / (" + b + " * 1);";
      expected.put(body, (a - c) % b == 0 ? "" : "integer-division");
    }

    assertThat(Warned.about(new ArrayList<>(expected.keySet()))).isEqualTo(expected);
  }
}
