package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a training is found, and nothing where nothing is. */
final class ZooTest {
  private static final List<Training> ALL =
      Stream.concat(Zoo.BROKEN.stream(), Zoo.HEALTHY.stream()).toList();

  private static ClassLoader models;

  /** All at once, as the compiler takes its time to begin. */
  @BeforeAll
  static void compile() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (Training training : ALL) {
      sources.add(Source.of(name(training), training.source(name(training))));
    }
    models = Source.compiled(sources.toArray(JavaFileObject[]::new));
  }

  private static String name(Training training) {
    return "Model" + ALL.indexOf(training);
  }

  static List<Training> broken() {
    return ALL.stream().filter(training -> training.symptom().isPresent()).toList();
  }

  static List<Training> healthy() {
    return ALL.stream().filter(training -> training.symptom().isEmpty()).toList();
  }

  private static List<Finding> findings(Training training) {
    CompiledModel model = CompiledModel.of(models, "models." + name(training), "loss");
    TrainingMonitor monitor = new TrainingMonitor();
    try {
      model.fit(
          model.examples(training.model().examples(training.precision())),
          training.options().monitor(monitor));
    } catch (NonFiniteLossException | NonFiniteGradientException refused) {
      assertThat(monitor.findings()).as("what was refused is among the findings").isNotEmpty();
    }
    return monitor.findings();
  }

  @ParameterizedTest
  @MethodSource
  void broken(Training training) {
    List<Finding> findings = findings(training);
    assertThat(findings).extracting(Finding::id).contains(training.symptom().orElseThrow().id());
  }

  @ParameterizedTest
  @MethodSource
  void healthy(Training training) {
    assertThat(findings(training)).isEmpty();
  }

  @Test
  void zooHasTwentyOfEach() {
    assertThat(broken()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(healthy()).hasSizeGreaterThanOrEqualTo(20);
  }
}
