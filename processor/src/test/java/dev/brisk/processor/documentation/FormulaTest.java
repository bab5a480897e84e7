package dev.brisk.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
  private static final Map<String, Double> NAMES =
      Map.of("x", 3.0, "y", 4.0, "\\beta_1", 0.5, "\\hat m", 7.0, "{flag}", 1.0);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "1 - x y / 2 | -5",
        "2 x^2 y | 72",
        "\\frac{1 + x}{y} + \\beta_1 \\hat m | 4.5",
        "2^{-\\lfloor x / 2 \\rfloor} | 0.5",
        "\\sqrt{x^2 + y^2} - \\lVert -x \\rVert | 2",
        "\\left(1 - \\cos(\\pi)\\right) \\min(x, y) | 6",
        "\\mathrm{sign}(x - y) \\cdot (y \\bmod x) | -1",
        "-x + \\max(-1, 1 - x) | -4",
        "\\begin{cases} 1, & x = y \\\\ 2, & x < y \\\\ 3, & \\text{otherwise} \\end{cases} | 2",
        "5 \\cdot \\begin{cases} x, & \\text{flag} \\\\ 0, & \\text{otherwise} \\end{cases} | 15",
      })
  void hasTheValueThatItReadsAs(String latex, double value) {
    assertThat(Formula.value(latex, NAMES)).isEqualTo(value);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Formula.value("x + z", NAMES))
        .withMessageStartingWith("no value of z");
    assertThatIllegalArgumentException().isThrownBy(() -> Formula.value("x + )", NAMES));
    assertThatIllegalArgumentException().isThrownBy(() -> Formula.value("x ) 2", NAMES));
  }
}
