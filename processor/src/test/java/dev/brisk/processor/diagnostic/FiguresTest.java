package dev.brisk.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0.001, 0.001",
    "1e-4, 0.0001",
    "1e-5, 1e-5",
    "2.5e-7, 2.5e-7",
    "-1e-8, -1e-8",
    "0.1, 0.1",
    "3, 3",
    "1e6, 1000000",
    "12345678, 1.2345678e7",
    "1e300, 1e300",
    "0.00030000000000000003, 0.0003",
    "0.30000000000000004, 0.3",
    "-0.7999999999999999, -0.8",
    "0.123456789012345, 0.123456789012345",
    "0, 0",
    "-0.0, 0",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void writesRatesAsAPersonDoes(double value, String written) {
    assertThat(Figures.number(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0123456, 0.0123",
    "0.012345, 0.012345",
    "0.0014142135623730952, 0.00141",
    "2.8284271247461903, 2.83",
    "2.5e-7, 2.5e-7",
    "NaN, NaN"
  })
  void roundsWhatNobodyWrites(double value, String written) {
    assertThat(Figures.brief(value)).isEqualTo(written);
  }

  @Test
  void groupsThousandsTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Figures.count(14_400)).isEqualTo("14,400");
      assertThat(Figures.count(-1_000)).isEqualTo("-1,000");
      assertThat(Figures.count(1, "step")).isEqualTo("1 step");
      assertThat(Figures.count(2_250, "step")).isEqualTo("2,250 steps");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void listsItemsInWords() {
    assertThat(Figures.all(List.of())).isEmpty();
    assertThat(Figures.all(List.of("a"))).isEqualTo("a");
    assertThat(Figures.all(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Figures.any(List.of("a", "b", "c"))).isEqualTo("a, b or c");
  }

  @Test
  void exactNumbersKeepEveryDigit() {
    assertThat(Figures.exact(1.0 / 3)).isEqualTo("0.3333333333333333");
    assertThat(Figures.exact(1e-3)).isEqualTo("0.001");
  }
}
