package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures in the documentation are those that the compiler draws. {@code mvn test -pl
 * processor -am -Dbrisk.golden=write} draws them anew.
 */
class PreviewImagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final boolean WRITES = "write".equals(System.getProperty("brisk.golden"));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "warm-up-cosine.svg | ADAMW, learningRate = 1e-3 | @Warmup(steps = 100)"
            + " @Schedule(value = Decay.COSINE, minLearningRate = 1e-4)",
        "one-cycle.svg | SGD, learningRate = 0.1, momentum = 0.95"
            + " | @Schedule(value = Decay.ONE_CYCLE, cycleMomentum = true)",
      })
  void areThoseOfTheDocumentation(String image, String optimizer, String schedule)
      throws IOException {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Abrisk.preview=" + folder)
            .compile(JavaFileObjects.forSourceString("demo.Model", source(optimizer, schedule)));
    assertThat(compilation.diagnostics()).isEmpty();
    String drawn = Files.readString(folder.resolve("demo.Model.svg"));
    Path shown = DOCS.resolve("images").resolve(image);
    if (WRITES) {
      Files.createDirectories(shown.getParent());
      Files.writeString(shown, drawn);
    }

    assertThat(drawn).isEqualTo(Files.readString(shown));
  }

  @Test
  void areShownByTheirPage() throws IOException {
    assertThat(Files.readString(DOCS.resolve("learning-rate-preview.md")))
        .contains("(images/warm-up-cosine.svg)", "(images/one-cycle.svg)");
  }

  private static String source(String optimizer, String schedule) {
    return """
    package demo;

    import dev.brisk.*;

    @Trainable
    @Optimizer(value = Algorithm.%s)
    %s
    @Training(epochs = 10, batchSize = 10, examples = 1_000)
    class Model {
      @Parameter double weight;

      @Loss
      double loss(double x, double y) {
        double error = Math.sin(weight * x) - y;
        return error * error;
      }
    }
    """
        .formatted(optimizer, schedule);
  }
}
