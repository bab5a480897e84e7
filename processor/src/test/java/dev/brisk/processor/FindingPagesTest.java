package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.diagnose.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingPagesTest {
  @Test
  void everySymptomHasItsSectionAndNoOtherIsThere() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "findings.md"));
    List<String> ids = Arrays.stream(Symptom.values()).map(Symptom::id).toList();

    assertThat(lines.stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
        .containsExactlyElementsOf(ids);
    assertThat(ids).allMatch(id -> String.join("\n", lines).contains("[" + id + "](#" + id + ")"));
  }
}
