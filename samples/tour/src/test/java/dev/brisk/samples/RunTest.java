package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {
  @Test
  void tellsReachingTheTargetFromKeepingIt() {
    assertThat(run(0.9, 0.95, 0.94, 0.96, 0.97).reached(0.95)).isEqualTo(2);
    assertThat(run(0.9, 0.95, 0.94, 0.96, 0.97).kept(0.95)).isEqualTo(4);
    assertThat(run(0.96, 0.96).kept(0.95)).isEqualTo(1);
    assertThat(run(0.96, 0.9).kept(0.95)).isEqualTo(3);
    assertThat(run(0.9, 0.9).reached(0.95)).isEqualTo(3);
  }

  private static Run run(double... accuracies) {
    List<Epoch> epochs =
        IntStream.range(0, accuracies.length)
            .mapToObj(
                e ->
                    new Epoch(
                        e + 1,
                        45L * (e + 1),
                        0.1,
                        1,
                        OptionalDouble.of(1),
                        Map.of("accuracy", accuracies[e])))
            .toList();
    return new Run(epochs);
  }
}
