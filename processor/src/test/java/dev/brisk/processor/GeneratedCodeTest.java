package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the trainers of the digits sample and of a small network look like, and a predictor, and
 * that {@code docs/generated-code.md} shows the first. {@code mvn test -pl processor -am
 * -Dbrisk.golden=write} writes all anew.
 */
@Tag("javac")
final class GeneratedCodeTest {
  private static final Path SAMPLE =
      Path.of("..", "samples", "tour", "src", "main", "java")
          .resolve(Path.of("dev", "brisk", "samples", "digits", "DigitClassifier.java"));
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path PAGE = Path.of("..", "docs", "generated-code.md");
  private static final String FENCE = "```java\n";
  private static final boolean WRITES = "write".equals(System.getProperty("brisk.golden"));

  @Test
  void trainerOfTheSampleIsTheExpectedFile() throws IOException {
    assertIsExpected("DigitClassifierTrainer.java", trainer(SAMPLE));
  }

  @Test
  void trainerOfANetworkIsTheExpectedFile() throws IOException {
    Path network = RESOURCES.resolve(Path.of("models", "SinglePerceptron.java"));

    assertIsExpected("SinglePerceptronTrainer.java", trainer(network));
  }

  @Test
  void predictorOfANetworkIsTheExpectedFile() throws IOException {
    Path network = RESOURCES.resolve(Path.of("models", "PredictingPerceptron.java"));

    assertIsExpected("PredictingPerceptronPredictor.java", generated(network).get(1));
  }

  private static void assertIsExpected(String name, String generated) throws IOException {
    Path expected = RESOURCES.resolve(Path.of("expected", name));
    if (WRITES) {
      Files.writeString(expected, generated);
    }

    assertThat(generated).isEqualTo(Files.readString(expected));
  }

  @Test
  void documentationShowsTheWholeOfIt() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.lastIndexOf(FENCE) + FENCE.length();
    int end = page.indexOf("```", start);
    if (WRITES) {
      page = page.substring(0, start) + trainer(SAMPLE) + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf("```", start);
    }

    assertThat(page.substring(start, end)).isEqualTo(trainer(SAMPLE));
  }

  private static String trainer(Path model) throws IOException {
    List<String> generated = generated(model);
    assertThat(generated).hasSize(1);
    return generated.get(0);
  }

  private static List<String> generated(Path model) throws IOException {
    Compilation compilation =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xlint:all,-processing,-classfile", "-Werror")
            .compile(JavaFileObjects.forResource(model.toUri().toURL()));
    assertThat(compilation.diagnostics()).isEmpty();
    List<String> texts = new ArrayList<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      texts.add(file.getCharContent(false).toString());
    }
    return texts;
  }
}
