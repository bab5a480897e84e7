package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTextTest {
  @Test
  void readsWhatItWrites() {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("precision", Double.NaN);
    metrics.put("accuracy", 0.1 + 0.2);
    Epoch held = new Epoch(3, 1L << 60, 1e-300, -0.0, OptionalDouble.of(1.0 / 3), metrics);
    Epoch plain = new Epoch(4, 7, 0, Double.POSITIVE_INFINITY, OptionalDouble.empty(), Map.of());

    assertThat(EpochText.of(held))
        .isEqualTo(
            "1152921504606846976 1.0E-300 -0.0 0.3333333333333333 precision=NaN"
                + " accuracy=0.30000000000000004");
    assertThat(EpochText.read(3, EpochText.of(held))).isEqualTo(held);
    assertThat(EpochText.read(3, EpochText.of(held)).validationMetrics().keySet())
        .containsExactly("precision", "accuracy");
    assertThat(EpochText.of(plain)).isEqualTo("7 0.0 Infinity -");
    assertThat(EpochText.read(4, EpochText.of(plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 2 3",
        "1 2 3 x",
        "1.5 2 3 -",
        "1 2 3 - accuracy",
        "1 2 3 -  ",
        "1 2 3 - =1",
        "1 2 3 - a=1 a=1",
      })
  void refusesAnythingElse(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EpochText.read(1, text));
  }
}
