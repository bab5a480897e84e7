package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpochLinesTest {
  private static final Epoch PLAIN =
      new Epoch(1, 100, 0.1, 1.0 / 3, OptionalDouble.empty(), Map.of());
  private static final Epoch VALIDATED =
      new Epoch(2, 200, 1e-5, 0.5, OptionalDouble.of(0.25), Map.of("accuracy", 0.875));

  @TempDir private Path folder;

  @Test
  void aCellIsEmptyWhereThereIsNoFigure() throws IOException {
    assertThat(csv(PLAIN, VALIDATED))
        .isEqualTo(
            """
            epoch,steps,learningRate,trainLoss,validationLoss,accuracy
            1,100,0.1,0.3333333333333333,,
            2,200,1.0E-5,0.5,0.25,0.875
            """);
  }

  @Test
  void aFigureThatIsNotFiniteIsItsNameInCsv() throws IOException {
    assertThat(csv(notFinite())).endsWith("\n3,300,0.1,Infinity,NaN,-Infinity\n");
  }

  @Test
  void anObjectHasNoFieldWhereThereIsNoFigure() throws IOException {
    assertThat(json(PLAIN, VALIDATED))
        .isEqualTo(
            """
            {"epoch":1,"steps":100,"learningRate":0.1,"trainLoss":0.3333333333333333}
            {"epoch":2,"steps":200,"learningRate":1.0E-5,"trainLoss":0.5,"validationLoss":0.25,\
            "validationMetrics":{"accuracy":0.875}}
            """);
  }

  @Test
  void aFigureThatIsNotFiniteIsNullInJson() throws IOException {
    assertThat(json(notFinite()))
        .endsWith(
            "\"trainLoss\":null,\"validationLoss\":null,\"validationMetrics\":{\"accuracy\":null}}\n");
  }

  @Test
  void namesAreEscapedInJson() throws IOException {
    Epoch odd = new Epoch(1, 1, 1, 1, OptionalDouble.of(1), Map.of("a\"b\\c\nd\u00e9", 1.0));
    assertThat(json(odd)).contains("{\"a\\\"b\\\\c\\u000ad\u00e9\":1.0}");
  }

  @Test
  void whatCannotBeWrittenIsAnError() {
    Path nowhere = folder.resolve("nowhere/epochs.csv");
    assertThatIOException().isThrownBy(() -> report(PLAIN).writeCsv(nowhere));
    assertThatIOException().isThrownBy(() -> report(PLAIN).writeJsonLines(nowhere));
    assertThat(folder).isEmptyDirectory();
  }

  private static Epoch notFinite() {
    return new Epoch(
        3,
        300,
        0.1,
        Double.POSITIVE_INFINITY,
        OptionalDouble.of(Double.NaN),
        Map.of("accuracy", Double.NEGATIVE_INFINITY));
  }

  private static TrainingReport report(Epoch... epochs) {
    return new TrainingReport(List.of(epochs), Duration.ZERO);
  }

  private String csv(Epoch... epochs) throws IOException {
    Path file = folder.resolve("epochs.csv");
    report(epochs).writeCsv(file);
    return Files.readString(file);
  }

  private String json(Epoch... epochs) throws IOException {
    Path file = folder.resolve("epochs.jsonl");
    report(epochs).writeJsonLines(file);
    return Files.readString(file);
  }
}
