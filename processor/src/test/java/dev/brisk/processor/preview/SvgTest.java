package dev.brisk.processor.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class SvgTest {
  @Test
  void nestsElementsALineEach() {
    String file =
        new Svg().open("svg", "a", "x").empty("rect", "x", 1.5).text("text", "t").close().file();

    assertThat(file)
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg a="x">
              <rect x="1.5"/>
              <text>t</text>
            </svg>
            """);
  }

  @Test
  void keepsHostileTextsAsTexts() {
    String hostile = "</text><script>alert('1')</script>&lt; \" ]]> 🦆 é";

    Element text =
        SvgFile.parse(new Svg().text("text", hostile, "id", hostile).file()).getDocumentElement();

    assertThat(text.getTextContent()).isEqualTo(hostile);
    assertThat(text.getAttribute("id")).isEqualTo(hostile);
    assertThat(text.getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void replacesWhatXmlHasNoPlaceFor() {
    Element text =
        SvgFile.parse(new Svg().text("text", "a\0b\u0008c\uFFFFd\uD83De").file())
            .getDocumentElement();

    assertThat(text.getTextContent()).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.001, 0",
    "12.5, 12.5",
    "100, 100",
    "1.005, 1.01",
    "1.00499999999, 1.01",
    "2.344, 2.34"
  })
  void writesCoordinatesToAHundredth(double value, String written) {
    assertThat(Svg.number(value)).isEqualTo(written);
  }

  @Test
  void isNoFileBeforeAllIsClosed() {
    Svg svg = new Svg().open("svg");

    assertThatIllegalStateException().isThrownBy(svg::file).withMessageContaining("svg");
  }
}
