package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import dev.brisk.processor.optimizer.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no hyper-parameter may be. */
@Tag("javac")
class OptimizerRangesTest {
  private static final Set<String> FLAGS = Set.of("nesterov", "amsgrad", "centered");

  /** Each model on a line of its own. */
  private static final String MODEL =
      "@Trainable @Optimizer(value = Algorithm.%s, %s) class Model%d"
          + " { @Parameter double weight; @Loss double loss(double x) { return weight * x; } }";

  @Test
  void everyNumberIsRefusedWhereItIsNegativeInfiniteOrNaNWithOneWord() {
    List<String> lines = new ArrayList<>(List.of("import dev.brisk.*;"));
    List<String> attributes = new ArrayList<>();
    for (AlgorithmAttributes algorithm : AlgorithmAttributes.all()) {
      for (Setting setting : algorithm.rule().settings()) {
        for (String value : List.of("-1", "1 / 0.0", "Double.NaN")) {
          if (!FLAGS.contains(setting.attribute())) {
            String written = setting.attribute() + " = " + value;
            attributes.add(written);
            lines.add(MODEL.formatted(algorithm.name(), written, lines.size()));
          }
        }
      }
    }

    List<String> found =
        Javac.compiler()
            .withProcessors(new BriskProcessor())
            .withOptions("-Xmaxerrs", "1000")
            .compile(JavaFileObjects.forSourceLines("Models", lines))
            .errors()
            .stream()
            .sorted((a, b) -> Long.compare(a.getLineNumber(), b.getLineNumber()))
            .map(error -> error.getLineNumber() + " " + id(error.getMessage(Locale.ROOT)))
            .toList();

    assertThat(found).hasSameSizeAs(attributes);
    for (int n = 0; n < attributes.size(); n++) {
      assertThat(found.get(n))
          .as(attributes.get(n))
          .startsWith((n + 2) + " ")
          .matches(".*(not-positive|out-of-range|negative|range-empty)");
    }
  }

  private static String id(String message) {
    return message.replaceAll("(?s)brisk\\[([^]]*)].*", "$1");
  }
}
