package dev.brisk.processor.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Bodies are read without making javac attribute them: a body that uses the trainer which does not
 * exist yet would otherwise be attributed too early, and once only.
 */
@Tag("javac")
final class LambdaTrapTest {
  private static final String MODEL =
      """
      package models;

      import dev.brisk.*;
      import java.util.List;

      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
      class Streaming {
        @Parameter double weight;

        double predict(double x) {
          return weight * x;
        }

        @Loss
        double loss(double x, double y) {
          double error = predict(x) - y;
          return error * error;
        }

        static double best(List<StreamingTrainer> trainers) {
          var examples = StreamingTrainer.examples(new double[] {1, 2}, new double[] {2, 4});
          return trainers.stream()
              .mapToDouble(trainer -> trainer.loss(examples))
              .map(loss -> Math.sqrt(loss))
              .min()
              .orElseThrow();
        }
      }
      """;

  @Test
  void modelThatStreamsOverItsOwnTrainersCompiles() {
    Compilation compilation =
        Compilations.compiler().compile(JavaFileObjects.forSourceString("models.Streaming", MODEL));

    Compilations.succeeded(compilation);
  }

  @Test
  void warningsOfAModelAreNotDoubled() {
    String careless = MODEL.replace("return weight * x;", "return (double) (weight * x);");

    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xlint:all,-processing")
            .compile(JavaFileObjects.forSourceString("models.Streaming", careless));

    assertThat(compilation.warnings()).hasSize(1);
    assertThat(compilation.errors()).isEmpty();
  }
}
