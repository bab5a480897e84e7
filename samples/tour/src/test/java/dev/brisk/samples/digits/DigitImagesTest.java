package dev.brisk.samples.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.data.DataException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitImagesTest {
  private static final String PAPER = "0,".repeat(64);

  @Test
  void readsTheImagesThatComeWithTheSamples() {
    DigitImages images = DigitImages.load();

    assertThat(images.size()).isEqualTo(1797);
    assertThat(images.pixels()).hasDimensions(1797, 64);
    assertThat(images.digits()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Arrays.stream(images.digits()).distinct().count()).isEqualTo(10);
    assertThat(Arrays.stream(images.pixels()).flatMapToDouble(Arrays::stream).summaryStatistics())
        .satisfies(
            ink -> {
              assertThat(ink.getMin()).isZero();
              assertThat(ink.getMax()).isEqualTo(1);
            });
  }

  @Test
  void takesSomeDigitsInTheirOrder() {
    DigitImages both = DigitImages.load().only(8, 3);

    assertThat(both.size()).isEqualTo(357).isEqualTo(both.pixels().length);
    assertThat(both.digits()).containsOnly(3, 8).startsWith(3, 8, 3, 8);
    assertThat(both.pixels()[0]).isEqualTo(DigitImages.load().pixels()[3]);
  }

  @Test
  void scalesInkToOne() {
    DigitImages images = read("16,4," + "0,".repeat(62) + "7\n");

    assertThat(images.pixels()[0]).startsWith(1.0, 0.25, 0.0).hasSize(64);
    assertThat(images.digits()).containsExactly(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1.5", "-1", "17", "99999999999"})
  void namesThePlaceOfABadPixel(String cell) {
    String text = PAPER + "3\n" + "0,0," + cell + "," + "0,".repeat(61) + "3\n";

    assertRefused(
        text, "digits.csv:2, column '3': '" + cell + "', expected a whole number from 0 to 16");
  }

  @Test
  void namesThePlaceOfAPixelThatIsMissing() {
    assertRefused(
        "0,," + "0,".repeat(62) + "3\n",
        "digits.csv:1, column '2': '', expected a whole number from 0 to 16, not a missing value");
  }

  @Test
  void namesThePlaceOfABadDigitOnALastLineWithoutAnEnd() {
    assertRefused(
        PAPER + "3\n" + PAPER + "10",
        "digits.csv:2, column 'digit': '10', expected a whole number from 0 to 9");
  }

  @Test
  void refusesALineWithAPixelMissing() {
    assertRefused(
        PAPER + "3\n" + "0,".repeat(63) + "3\n",
        "digits.csv:2: 64 cells, expected 65, one for each name");
  }

  @Test
  void refusesAnEmptyFile() {
    assertRefused("", "digits.csv:1: an empty file, expected at least 1 row");
  }

  @Test
  void namesTheFileThatIsNotCommaSeparatedText() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read("\"0\"0,1\n"))
        .withMessageStartingWith("digits.csv:1: ");
  }

  private static void assertRefused(String text, String message) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(text))
        .withMessage(message);
  }

  private static DigitImages read(String text) {
    return DigitImages.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "digits.csv");
  }
}
