package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What the trainer of the digits sample looks like, and that {@code docs/generated-code.md} shows
 * it. {@code mvn test -pl processor -am -Dbrisk.golden=write} writes both anew.
 */
final class GeneratedCodeTest {
  private static final Path MODEL =
      Path.of("..", "samples", "tour", "src", "main", "java")
          .resolve(Path.of("dev", "brisk", "samples", "DigitClassifier.java"));
  private static final Path EXPECTED =
      Path.of("src", "test", "resources", "expected", "DigitClassifierTrainer.java");
  private static final Path PAGE = Path.of("..", "docs", "generated-code.md");
  private static final String FENCE = "```java\n";
  private static final boolean WRITES = "write".equals(System.getProperty("brisk.golden"));

  @Test
  void trainerOfTheSampleIsTheExpectedFile() throws IOException {
    String generated = generated();
    if (WRITES) {
      Files.writeString(EXPECTED, generated);
    }

    assertThat(generated).isEqualTo(Files.readString(EXPECTED));
  }

  @Test
  void documentationShowsTheWholeOfIt() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.lastIndexOf(FENCE) + FENCE.length();
    int end = page.indexOf("```", start);
    if (WRITES) {
      page = page.substring(0, start) + generated() + page.substring(end);
      Files.writeString(PAGE, page);
      end = page.indexOf("```", start);
    }

    assertThat(page.substring(start, end)).isEqualTo(generated());
  }

  private static String generated() throws IOException {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xlint:all,-processing,-classfile", "-Werror")
            .compile(JavaFileObjects.forResource(MODEL.toUri().toURL()));
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation
        .generatedSourceFile("dev.brisk.samples.DigitClassifierTrainer")
        .orElseThrow()
        .getCharContent(false)
        .toString();
  }
}
