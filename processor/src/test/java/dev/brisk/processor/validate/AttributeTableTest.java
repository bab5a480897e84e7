package dev.brisk.processor.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.Algorithm;
import dev.brisk.Averaging;
import dev.brisk.Decay;
import dev.brisk.Init;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.WeightAveraging;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AttributeTableTest {
  @Test
  void everyAlgorithmSaysWhatItReads() {
    check(Optimizer.class, List.of("value"), Algorithm.values(), AlgorithmAttributes.all());
  }

  @Test
  void everyDecaySaysWhatItReads() {
    check(Schedule.class, List.of("value"), Decay.values(), DecayAttributes.all());
  }

  @Test
  void everyInitSaysWhatItReads() {
    check(
        Parameter.class,
        List.of("init", "shape", "learningRateFactor", "weightDecay", "frozen"),
        Init.values(),
        List.of(InitAttributes.values()));
  }

  @Test
  void everyAverageSaysWhatItReads() {
    check(
        WeightAveraging.class,
        List.of("value", "start"),
        Averaging.values(),
        List.of(AveragingAttributes.values()));
  }

  /** The tables are of the enum's constants, and name all attributes of the annotation. */
  private static void check(
      Class<? extends Annotation> annotation,
      List<String> common,
      Enum<?>[] choices,
      List<? extends AttributeTable> tables) {
    assertThat(tables)
        .extracting(AttributeTable::name)
        .containsExactly(Arrays.stream(choices).map(Enum::name).toArray(String[]::new));
    Set<String> attributes =
        Arrays.stream(annotation.getDeclaredMethods())
            .map(Method::getName)
            .filter(name -> !common.contains(name))
            .collect(Collectors.toSet());
    assertThat(tables.stream().flatMap(table -> table.reads().stream()).distinct())
        .containsExactlyInAnyOrderElementsOf(attributes);
  }
}
