package dev.brisk.samples.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepCostsTest {
  @Test
  void hasALineForEachCase() {
    var out = new ByteArrayOutputStream();
    StepCosts.measure(
        LocalSpark.context(),
        new StepCosts.Plan(List.of(10, 5_000), List.of(1, 2), List.of(16), 2),
        new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines().filter(line -> line.endsWith(" ms")))
        .hasSize(5)
        .anyMatch(line -> line.matches(" +5,000 +2 +[\\d.]+ ms +[\\d.]+ ms"))
        .anyMatch(line -> line.matches(" +16 +[\\d.]+ ms +[\\d.]+ ms"));
  }
}
