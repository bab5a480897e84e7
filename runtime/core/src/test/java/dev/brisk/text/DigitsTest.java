package dev.brisk.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0.025149, 0.0251",
    "2.3, 2.3",
    "-0.0010049, -0.001",
    "0.00099949, 9.99e-4",
    "1e-7, 1e-7",
    "123456, 123000",
    "999999, 1e6",
    "-1234567, -1.23e6",
    "0, 0",
    "-0.0, 0",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void aNumberHasThreeDigitsAndNoZerosAtItsEnd(double value, String text) {
    assertThat(Digits.of(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1.23456789, 6, 1.23457", "0.25, 1, 0.3", "1.8049, 2, 1.8"})
  void itHasAsManyAsAreAskedFor(double value, int digits, String text) {
    assertThat(Digits.of(value, digits)).isEqualTo(text);
  }
}
