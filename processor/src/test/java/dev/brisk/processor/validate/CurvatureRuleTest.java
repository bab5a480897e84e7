package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import dev.brisk.processor.MessageForm;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a rate where the curvature of the loss is annotated. */
@Tag("javac")
class CurvatureRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.3 | With a curvature of up to 4, a step of more than 0.25 goes past the minimum",
        "0.6 | 0.5",
      })
  void saysInWholeSentencesWhereDescentOvershootsAndDiverges(double rate, String words) {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .compile(
                JavaFileObjects.forSourceString(
                    "Model",
                    """
                    import dev.brisk.*;

                    @Trainable
                    @Optimizer(value = Algorithm.SGD, learningRate = %s)
                    @Curvature(lipschitz = 4)
                    class Model {
                      @Parameter double weight;

                      @Loss
                      double loss(double x, double y) {
                        double error = weight * x - y;
                        return error * error;
                      }
                    }
                    """
                        .formatted(rate)));

    assertThat(compilation.diagnostics())
        .singleElement()
        .extracting(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .asString()
        .contains(words)
        .matches(MessageForm::isKept, "is three sentences, each with a capital letter");
  }
}
