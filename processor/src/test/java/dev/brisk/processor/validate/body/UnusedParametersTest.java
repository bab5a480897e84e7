package dev.brisk.processor.validate.body;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("javac")
class UnusedParametersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "return w;",
        "return w * 0 + p;",
        "double sum = p; for (int i = 0; i < 3; i++) { sum += w; } return sum;",
        "return carried(w, x) + p;",
        "double a = x; if (x > 0) { a = w; } return a * p;",
        "return x > 0 ? w : p;",
        "double[] a = new double[3]; a[1] = w; return a[0] + p;",
        "float narrow = (float) w; return narrow + p;"
      })
  void hasNoWordForAParameterThatTheLossComputesWith(String body) {
    assertThat(warnings(body)).noneMatch(message -> message.contains("`w`"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return p;",
        "return p + unused(p, 2);",
      })
  void saysThatAParameterIsNeverRead(String body) {
    assertThat(warnings(body))
        .hasSize(1)
        .first()
        .asString()
        .contains("the parameter `w`")
        .contains("The method `loss` never reads it")
        .endsWith("Use it there, or remove it.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return w > 0 ? p : -p;",
        "if (w > 0) { return p; } return x * p;",
        "return p * (int) w;",
        "double[] a = {x, p}; return a[w > 0 ? 1 : 0] * p;",
        "double dead = w * x; return p;",
        "double dead = 0; for (int i = 0; i < 3; i++) { dead += w; } return p;",
        "return p + unused(p, w);",
      })
  void saysThatAParameterIsReadWhereItHasNoDerivative(String body) {
    assertThat(warnings(body))
        .hasSize(1)
        .first()
        .asString()
        .contains("the parameter `w`")
        .contains("The method `loss` reads it only where a small change of it changes nothing")
        .endsWith("Compute with its value, or remove it.");
  }

  private static List<String> warnings(String body) {
    String source =
        """
        import dev.brisk.*;

        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
        class Model {
          @Parameter double w;
          @Parameter double p;

          @Loss
          double loss(double x) {
            %s
          }

          static double carried(double sum, double x) {
            for (int i = 0; i < 3; i++) {
              sum *= x;
            }
            return sum;
          }

          static double unused(double a, double b) {
            double dead = b * 2;
            return a;
          }

          @Metric
          double metric(double x) {
            return w * x;
          }
        }
        """
            .formatted(body);
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .compile(JavaFileObjects.forSourceString("Model", source));
    assertThat(compilation.errors()).isEmpty();
    return compilation.warnings().stream()
        .map(warning -> warning.getMessage(Locale.ROOT))
        .filter(message -> message.startsWith("brisk["))
        .toList();
  }
}
