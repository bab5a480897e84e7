package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations as people wrote them for other systems, with the repository and file that each is
 * from, translated: {@code configurations.txt}. A line {@code ! rule-id: verdict} says that a
 * problem is reported and why a person agrees with it; all others get no word.
 */
@Tag("javac")
class RealConfigurationsTest {
  private static final Pattern ID = Pattern.compile("brisk\\[([a-z-]+)]");
  private static final Pattern VERDICT = Pattern.compile("! ([a-z-]+): .+");

  private static final String MODEL =
      """
      import static dev.brisk.Algorithm.*;
      import static dev.brisk.Decay.*;
      import static dev.brisk.Interval.EPOCH;

      import dev.brisk.*;

      @Trainable
      %s
      class %s {
        @Parameter double weight;

        @Loss
        double loss(double x, double y) {
          double error = weight * x - y;
          return error * error;
        }

        @Metric
        double accuracy(double x, double y) {
          return weight * x * y > 0 ? 1 : 0;
        }

        @Metric(better = Better.HIGHER)
        double dice(double x, double y) {
          return 2 * weight * x * y / (weight * x + y);
        }
      }
      """;

  private static final Compilation COMPILATION = compiled();

  /**
   * One of them.
   *
   * @param name of its class
   * @param source where it is from
   * @param problems the ids that a person agrees with, in alphabetical order
   */
  private record Configuration(
      String name, String source, String annotations, List<String> problems) {
    static Configuration of(String name, String block) {
      List<String> annotations = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      List<String> lines = block.lines().toList();
      for (String line : lines.subList(1, lines.size())) {
        Matcher verdict = VERDICT.matcher(line);
        if (verdict.matches()) {
          problems.add(verdict.group(1));
        } else {
          annotations.add(line);
        }
      }
      return new Configuration(
          name, lines.get(0), String.join("\n", annotations), problems.stream().sorted().toList());
    }

    JavaFileObject model() {
      return JavaFileObjects.forSourceString(name, MODEL.formatted(annotations, name));
    }

    /** Whether it is told of this one, or of none in particular. */
    boolean isOf(Diagnostic<? extends JavaFileObject> diagnostic) {
      return diagnostic.getSource() == null
          || diagnostic.getSource().getName().matches("(.*/)?" + name + "(Trainer)?\\.java");
    }

    @Override
    public String toString() {
      return source;
    }
  }

  static Stream<Configuration> configurations() {
    String[] blocks = text().split("\n\n");
    return IntStream.range(0, blocks.length)
        .mapToObj(n -> Configuration.of("Model" + n, blocks[n]));
  }

  private static String text() {
    try (InputStream file =
        RealConfigurationsTest.class.getResourceAsStream("/configurations.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void getsNoWordThatNobodyAgreesWith(Configuration configuration) {
    assertThat(
            COMPILATION.diagnostics().stream()
                .filter(diagnostic -> configuration.isOf(diagnostic))
                .map(diagnostic -> id(diagnostic.getMessage(Locale.ROOT)))
                .sorted())
        .isEqualTo(configuration.problems());
  }

  /** All at once. */
  private static Compilation compiled() {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .compile(configurations().map(Configuration::model).toList());
  }

  @Test
  void compile() {
    assertThat(COMPILATION.status()).isEqualTo(Compilation.Status.SUCCESS);
  }

  private static String id(String message) {
    Matcher id = ID.matcher(message);
    return id.find() ? id.group(1) : message;
  }

  @Test
  void areAHundredAndMoreEachWithItsSource() {
    assertThat(configurations())
        .hasSizeGreaterThan(100)
        .allSatisfy(each -> assertThat(each.source()).matches("# [\\w.-]+/[\\w.-]+ \\S+: .+"));
  }
}
