package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of what a parameter says of itself, at their edges. */
@Tag("javac")
class ParameterRulesTest {
  private static final String MODEL =
      """
      import dev.brisk.*;

      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Model {
        @Parameter float offset;
        @Parameter(%s) %s weight;

        @Loss
        float loss(float x) {
          return (float) Math.sqrt(1 + weight * x + offset);
        }
      }
      """;

  private static Compilation compiled(String attributes, String type) {
    String text = MODEL.formatted(attributes, type);
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .compile(
            JavaFileObjects.forSourceString(
                "Model", type.equals("float") ? text : text.replace("float", type)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frozen = true, learningRateFactor = -1 | attribute-not-read",
        "frozen = true, learningRateFactor = Double.NaN | attribute-not-read",
        "frozen = true, weightDecay = false | attribute-not-read",
        "learningRateFactor = -1 | rate-factor-negative",
        "init = Init.CONSTANT, value = 1e39 | init-not-finite",
        "init = Init.NORMAL, mean = -1e39 | init-not-finite",
        "init = Init.NORMAL, standardDeviation = 1e39 | standard-deviation-not-positive",
        "init = Init.UNIFORM, low = 1e39, high = 0 | init-not-finite",
      })
  void oneMistakeIsOneMessage(String attributes, String id) {
    assertThat(compiled(attributes, "float").diagnostics())
        .singleElement()
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .asString()
        .startsWith("brisk[" + id + "]: ");
  }

  @ParameterizedTest
  @CsvSource({"1e39, double", "3e38, float"})
  void whatIsFiniteInThePrecisionOfTheParameterIsTaken(String value, String type) {
    assertThat(compiled("init = Init.CONSTANT, value = " + value, type).diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1e39, 'value is 1e39, infinite as a float. '", "Double.NaN, 'value is NaN. '"})
  void saysWhyALargeNumberIsNotFinite(String value, String words) {
    assertThat(compiled("init = Init.CONSTANT, value = " + value, "float").diagnostics())
        .singleElement()
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .asString()
        .contains(words);
  }
}
