package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderResultTest {
  private static final double[] RATES = {1e-3, 1e-2, 1e-1};

  @TempDir private Path folder;

  private final FinderResult found =
      LearningRateFinder.on(new Bowl(3)).range(1e-4, 1).steps(40).run(Bowl.targets(10, 0));

  @Test
  void writesAFileWithAHeader() throws IOException {
    Path file = folder.resolve("rates.csv");
    Files.writeString(file, "what was there before");

    found.writeCsv(file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + found.rates().length);
    assertThat(lines.get(0)).isEqualTo("rate,loss,smoothed");
    assertThat(lines.get(1)).matches("1\\.0E-4,1\\.5,1\\.\\d+");
    for (int i = 0; i < found.rates().length; i++) {
      String[] cells = lines.get(i + 1).split(",");
      assertThat(Double.parseDouble(cells[0])).isEqualTo(found.rates()[i]);
      assertThat(Double.parseDouble(cells[1])).isEqualTo(found.losses()[i]);
      assertThat(Double.parseDouble(cells[2])).isEqualTo(found.smoothedLosses()[i]);
    }
    assertNothingBut(file);
  }

  @Test
  void leavesNothingOfAFileThatCannotBeWritten() throws IOException {
    Path directory = Files.createDirectory(folder.resolve("rates.csv"));
    Path inner = Files.createFile(directory.resolve("something"));

    assertThatIOException().isThrownBy(() -> found.writeCsv(directory));

    assertNothingBut(directory);
    assertThat(inner).exists();
  }

  private void assertNothingBut(Path file) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void handsOutCopies() {
    found.rates()[0] = 17;
    found.losses()[0] = 17;
    found.smoothedLosses()[0] = 17;
    found.lossesBySeed().get(0)[0] = 17;
    found.smoothedBySeed().get(0)[0] = 17;
    found.seeds()[0] = 17;

    assertThat(found.rates()[0]).isEqualTo(1e-4);
    assertThat(found.losses()[0]).isEqualTo(1.5);
    assertThat(found.smoothedLosses()[0]).isLessThan(2);
    assertThat(found.lossesBySeed().get(0)[0]).isEqualTo(1.5);
    assertThat(found.smoothedBySeed().get(0)[0]).isLessThan(2);
    assertThat(found.seeds()[0]).isZero();
  }

  @Test
  void tellsTheCurvesOfEachSeed() {
    Bowl.Targets apart = new Bowl.Targets(-3, -2, -1, 0, 1, 2, 3, 4);
    LearningRateFinder<Bowl.Targets> finder =
        LearningRateFinder.on(new Bowl(3)).range(1e-4, 10).batchSize(2);
    FinderResult both = finder.seeds(7, 5).run(apart);
    FinderResult alone = finder.seeds(5).run(apart);

    int size = both.rates().length;
    assertThat(both.seeds()).containsExactly(7, 5);
    assertThat(both.lossesBySeed()).hasSize(2).allMatch(losses -> losses.length == size);
    assertThat(both.lossesBySeed().get(1)).isEqualTo(Arrays.copyOf(alone.losses(), size));
    for (int i = 0; i < size; i++) {
      double[] losses = {both.lossesBySeed().get(0)[i], both.lossesBySeed().get(1)[i]};
      double[] smoothed = {both.smoothedBySeed().get(0)[i], both.smoothedBySeed().get(1)[i]};
      assertThat(both.losses()[i]).isEqualTo(Arrays.stream(losses).average().getAsDouble());
      assertThat(both.smoothedLosses()[i])
          .isEqualTo(Arrays.stream(smoothed).average().getAsDouble());
    }
  }

  @Test
  void tellsWhetherItWentToTheLastRate() {
    LearningRateFinder<Bowl.Targets> finder = LearningRateFinder.on(new Bowl(3)).steps(40);

    assertThat(finder.range(1e-4, 0.1).run(Bowl.targets(10, 0)).isCutShort()).isFalse();
    assertThat(finder.range(1e-4, 100).run(Bowl.targets(10, 0)).isCutShort()).isTrue();
  }

  @Test
  void tellsTheRule() {
    assertThat(found.rule()).isEqualTo(Suggestion.STEEPEST);
    assertThat(
            LearningRateFinder.on(new Bowl(3))
                .rule(Suggestion.SLIDE)
                .run(Bowl.targets(10, 0))
                .rule())
        .isEqualTo(Suggestion.SLIDE);
  }

  @Test
  void plotsLossesOverTheLogarithmOfTheRate() {
    String plot = TextPlot.of(RATES, new double[] {2, 1, 9}, 2, OptionalDouble.of(0.01));

    assertThat(plot)
        .isEqualTo(
            """
            2.25 |                                                               ^
                 |
                 |
                 |*
                 |
                 |
                 |
                 |
                 |
                 |
                 |
                 |
                 |
               1 |                                *
                 +----------------------------------------------------------------
                  0.001                           0.01                           0.1
                                                  ^ 0.01
            """);
  }

  @Test
  void plotsWhatIsFlatOrEmpty() {
    assertThat(TextPlot.of(RATES, new double[] {2, 2, 2}, 2, OptionalDouble.empty()))
        .startsWith("2 |*")
        .contains("0.001");
    assertThat(TextPlot.of(new double[0], new double[0], 2, OptionalDouble.empty()))
        .isEqualTo("no step was done\n");
  }
}
