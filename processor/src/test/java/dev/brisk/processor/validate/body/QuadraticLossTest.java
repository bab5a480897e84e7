package dev.brisk.processor.validate.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("javac")
class QuadraticLossTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return (w - 3) * (w - 3);                                         | 2",
        "double error = w - 3; return 0.5 * error * error;                 | 1",
        "return Math.pow(w - 5, 2);                                        | 2",
        "return Losses.squared(w, x);                                      | 2",
        "return 3 * w * w - 4 * w + 7;                                     | 6",
        "return w * w / 4;                                                 | 0.5",
        "return u * u + 10 * w * w;                                        | 20",
        "return u * u + w * w + u * w;                                     | 3",
        "return a[0] * a[0] + 5 * a[2] * a[2];                             | 10",
        "double s = 0; for (int i = 0; i < 3; i++) { s += (i + 1) * a[i] * a[i]; } return s; | 6",
        "return half(w) * half(w);                                         | 0.5",
        "return (w - x) * (w - x) + x * u;                                 | 2",
      })
  void isRecognisedWithItsLargestCurvature(String body, String curvature) {
    List<String> warnings = warnings("value = Algorithm.SGD, learningRate = 100", body);

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("with a curvature of " + curvature + ", and");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return (w * x - 3) * (w * x - 3);                       | its curvature comes from the data",
        "return w * w * w;                                       | a third degree",
        "return w * w - u * u;                                   | no minimum",
        "return w * x;                                           | a line",
        "return Math.cosh(w);                                    | another function",
        "return w > 0 ? w * w : 2 * w * w;                       | two parts",
        "if (x > 0) { return w * w; } return 3 * w * w;          | two branches",
        "double s = 0; for (int i = 0; i < n; i++) { s += w * w; } return s; | a length of the data",
        "double[] b = {w, 2}; return b[0] * b[0];                | a local array",
        "return a[n] * a[n];                                     | an element that data chooses",
        "return 1 / (1 + w * w);                                 | a quotient",
      })
  void isNotClaimedOfWhatIsMerelySimilar(String body, String why) {
    assertThat(warnings("value = Algorithm.SGD, learningRate = 100", body)).as(why).isEmpty();
  }

  @Test
  void algorithmsThatScaleTheirStepsGetNoWord() {
    assertThat(warnings("value = Algorithm.ADAM, learningRate = 100", "return w * w;")).isEmpty();
  }

  @Test
  void aRateThatIsNotWrittenGetsNoWord() {
    assertThat(warnings("Algorithm.SGD", "return 1e6 * w * w;")).isEmpty();
  }

  @Test
  void withMomentumOnlyTheBoundIsWarnedOf() {
    String optimizer = "value = Algorithm.SGD, momentum = 0.9, learningRate = ";

    assertThat(warnings(optimizer + 1.8, "return w * w;")).isEmpty();
    assertThat(warnings(optimizer + 1.9, "return w * w;")).hasSize(1);
  }

  /** Warnings about the curvature, of a model with the loss. */
  private static List<String> warnings(String optimizer, String body) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Model",
                    """
                    import dev.brisk.*;
                    import dev.brisk.ops.Losses;

                    @Trainable
                    @Optimizer(%s)
                    @SuppressWarnings("brisk:parameter-unused")
                    class Model {
                      @Parameter double w;
                      @Parameter double u;
                      @Parameter(shape = 3) double[] a;

                      double half(double x) {
                        return x / 2;
                      }

                      @Loss
                      double loss(double x, int n) {
                        %s
                      }
                    }
                    """
                        .formatted(optimizer, body)));
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
