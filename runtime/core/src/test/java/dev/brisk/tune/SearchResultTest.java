package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.tune.Outcome.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchResultTest {
  private static final Outcome BEST = outcome(0.032, Status.COMPLETE, 9, "", 0.25, 0.5, 0.26);
  private static final Outcome CLOSE = outcome(0.1, Status.COMPLETE, 9, "", 0.27, 0.27, 0.27);
  private static final Outcome FAR = outcome(0.001, Status.STOPPED, 3, "", 0.9, 0.8, 0.7);
  private static final Outcome DIVERGED =
      outcome(10, Status.DIVERGED, 0, "seed 1: the loss of step 7 is NaN", 2e5, Double.NaN, 3.0);

  private static Outcome outcome(
      double rate, Status status, int epochs, String reason, Double... values) {
    return new Outcome(
        rate,
        16,
        Arrays.asList(values),
        epochs,
        status,
        reason,
        "@Optimizer(learningRate = " + rate + ")");
  }

  private static SearchResult result(Outcome... ranked) {
    return new SearchResult("validation loss", false, List.of(0L, 1L, 2L), List.of(ranked));
  }

  @Test
  void spreadIsTheSampleStandardDeviationOverSeeds() {
    assertThat(BEST.median()).isEqualTo(0.26);
    assertThat(BEST.mean()).isCloseTo(1.01 / 3, within(1e-15));
    assertThat(FAR.spread()).isCloseTo(0.1, within(1e-15));
    assertThat(outcome(1, Status.COMPLETE, 1, "", 3.0).spread()).isNaN();
    assertThat(DIVERGED.median()).isNaN();
    assertThat(DIVERGED.mean()).isNaN();
    assertThat(DIVERGED.spread()).isNaN();
  }

  @Test
  void isATableWithAVerdictAndWhatToPaste() {
    assertThat(result(BEST, CLOSE, FAR, DIVERGED))
        .hasToString(
            """
            validation loss, lower is better; 3 seeds
            rank   rate  batch  median   mean  spread  epochs  status
               1  0.032     16    0.26  0.337   0.142       9  complete
               2    0.1     16    0.27   0.27       0       9  complete
               3  0.001     16     0.8    0.8     0.1       3  stopped
               4     10     16       -      -       -       0  diverged: seed 1: the loss of step 7 is NaN
            The best learning rate, 0.032, lies between others that were tried. 1 more that were trained to the end are within the spread between seeds, 0.142.
            @Optimizer(learningRate = 0.032)
            """);
  }

  @Test
  void saysWhereTheBestRateIsAtTheEdge() {
    assertThat(result(CLOSE, FAR).verdict())
        .startsWith("The best learning rate, 0.1, is the highest that was tried;");
    assertThat(result(FAR, CLOSE).verdict())
        .startsWith("The best learning rate, 0.001, is the lowest that was tried;");
    assertThat(result(BEST, FAR, outcome(1, Status.STOPPED, 3, "", 2.0, 2.0, 2.0)).verdict())
        .isEqualTo(
            "The best learning rate, 0.032, lies between others that were tried."
                + " It is the only one that was trained to the end.");
    assertThat(result(BEST).verdict())
        .startsWith("The best learning rate, 0.032, is the only one that was tried.");
  }

  @Test
  void saysWhereOneSeedTellsNothing() {
    Outcome one = outcome(0.1, Status.COMPLETE, 9, "", 0.5);
    assertThat(new SearchResult("validation loss", false, List.of(0L), List.of(one)).verdict())
        .endsWith("One seed does not tell a better rate from better luck; give several.");
  }

  @Test
  void isNotEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> result())
        .withMessage("ranked is empty, expected at least 1");
  }

  @Test
  void writesCommaSeparatedValues(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("search.csv");
    Files.writeString(file, "old");

    result(FAR, outcome(10, Status.DIVERGED, 0, "one, \"two\"", 1.0, Double.NaN, 2.0))
        .writeCsv(file);

    assertThat(file)
        .content()
        .isEqualTo(
            """
            rank,learning rate,batch size,median,mean,spread,epochs,status,reason,seed 0,seed 1,seed 2
            1,0.001,16,0.8,0.8,0.10000000000000003,3,STOPPED,,0.9,0.8,0.7
            2,10.0,16,NaN,NaN,NaN,0,DIVERGED,"one, ""two""\",1.0,NaN,2.0
            """);
    assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
  }
}
