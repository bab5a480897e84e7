package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.Line.Points;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Training on examples that are read window by window. */
class ExampleStreamTest {
  private static final Points ALL = Line.points(50);
  private static final Fit FIT = Fit.epochs(3).batchSize(4);

  private final Line line = new Line(7, RunPlan.OPEN);
  private final List<Integer> read = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> threads = ConcurrentHashMap.newKeySet();

  private ExampleStream<Points> windows(int size) {
    return ExampleStream.of(
        ALL.size(),
        size,
        (from, to) -> {
          read.add(from);
          threads.add(Thread.currentThread().getName());
          return ALL.range(from, to);
        });
  }

  @Test
  void aSingleWindowIsAsInMemory() {
    Line inMemory = new Line(7, RunPlan.OPEN);
    inMemory.fit(ALL, FIT);
    line.fit(windows(50), FIT);
    assertThat(line.seen).isEqualTo(inMemory.seen);
    assertThat(line.slope).isEqualTo(inMemory.slope);
  }

  @Test
  void everyExampleComesOnceInAnEpoch() {
    line.fit(windows(12), FIT);
    assertThat(line.seen).hasSize(150);
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(line.seen.subList(50 * epoch, 50 * (epoch + 1)))
          .containsExactlyInAnyOrderElementsOf(boxed(ALL.x()));
    }
  }

  @Test
  void windowsAndTheirExamplesComeInAnotherOrderInEachEpoch() {
    line.fit(windows(12), FIT.validation(ALL));
    List<Integer> ofEpochs = read.subList(1, read.size()); // The first was one to look at.
    List<Integer> first = ofEpochs.subList(0, 5);
    List<Integer> second = ofEpochs.subList(5, 10);
    assertThat(first).containsExactlyInAnyOrder(0, 12, 24, 36, 48).isNotEqualTo(second);
    assertThat(line.seen.subList(0, 12)).isNotEqualTo(sorted(line.seen.subList(0, 12)));
  }

  private static List<Double> sorted(List<Double> values) {
    return values.stream().sorted().toList();
  }

  @Test
  void theSameSeedGivesTheSameOrder() {
    Line again = new Line(7, RunPlan.OPEN);
    Line other = new Line(8, RunPlan.OPEN);
    for (Line one : List.of(line, again, other)) {
      one.fit(windows(12), FIT);
    }
    assertThat(again.seen).isEqualTo(line.seen);
    assertThat(other.seen).isNotEqualTo(line.seen);
  }

  @Test
  void keepsTheOrderWhereNotShuffled() {
    line.fit(windows(12), FIT.shuffle(false));
    assertThat(line.seen.subList(0, 50)).isEqualTo(boxed(ALL.x()));
  }

  @Test
  void batchesEndWithTheirWindow() {
    TrainingReport report = line.fit(windows(12), FIT.shuffle(false));
    assertThat(line.batches.subList(0, 13)).startsWith(4, 4, 4).endsWith(4, 2);
    assertThat(report.steps()).isEqualTo(39).isEqualTo(line.runEnd());
  }

  @Test
  void readsInAThreadOfItsOwnThatEndsWithTheEpoch() throws InterruptedException {
    line.fit(windows(12), FIT);
    assertThat(threads).containsExactly("brisk-reader");
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("brisk-reader")) {
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void reportsWhatCouldNotBeReadAndKeepsTheLastUpdate() {
    ExampleStream<Points> broken =
        ExampleStream.of(
            50,
            12,
            (from, to) -> {
              if (from >= 24) {
                throw new IOException("no such sector");
              }
              return ALL.range(from, to);
            });
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> line.fit(broken, FIT.shuffle(false)))
        .withMessage("examples 24 to 36 could not be read")
        .withStackTraceContaining("no such sector");
    assertThat(line.stepCount()).isEqualTo(6);
    assertThat(line.history()).isEmpty();
  }

  @Test
  void refusesAReaderThatGivesTooFew() {
    assertThatIllegalStateException()
        .isThrownBy(() -> line.fit(ExampleStream.of(9, 9, (from, to) -> Line.points(8)), FIT))
        .withMessage("the reader gave 8 examples for [0, 9), expected 9");
  }

  @Test
  void refusesWindowsThatAreNoWholeNumberOfUpdates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> line.fit(windows(15), FIT))
        .withMessage(
            "windowSize is 15, expected a multiple of the 4 examples of an update, such as 12");
    assertThat(read).isEmpty();
    assertThat(line.stepCount()).isZero();
  }

  @Test
  void refusesSizesBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExampleStream.of(0, 1, (from, to) -> ALL))
        .withMessageContaining("size is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExampleStream.of(1, 0, (from, to) -> ALL))
        .withMessageContaining("windowSize is 0");
  }

  @Test
  void namesTheExampleThatIsToBlameByItsPlaceAmongAll() {
    Points bad = Line.points(50);
    bad.y()[41] = Double.NaN;
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(
            () ->
                line.fit(ExampleStream.of(50, 12, bad::range), FIT.monitor(new TrainingMonitor())))
        .satisfies(refused -> assertThat(refused.examples()).containsExactly(41));
  }

  private static List<Double> boxed(double[] values) {
    List<Double> boxed = new ArrayList<>();
    for (double value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
