package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import dev.brisk.checkpoint.CheckpointException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checkpoints of several trainers, corrupted in more than a thousand ways that are drawn from a
 * seed. Each is refused, says why, costs no more memory than its size warrants, and leaves the
 * trainer as it was, bit by bit.
 */
class CorruptedCheckpointsTest {
  private static final Line.Points POINTS = Line.points(12);
  private static final Duration NOT_HANGING = Duration.ofMinutes(2);

  /** What may be allocated for a file: so many times its size, and what loading classes takes. */
  private static final int TIMES_THE_FILE = 64;

  private static final long MORE = 8_000_000;

  @TempDir private static Path folder;

  /** Trainers, each with a file of a state that it had before. */
  private static final Map<GeneratedTrainer<Line.Points>, Path> SAVED = new LinkedHashMap<>();

  @BeforeAll
  static void save() {
    List.of(
            new Shelf(4, 3, 3),
            new Shelf(5, 3, 0, 1),
            new Shelf("ADAM", 1_000, 70, 70),
            new Shelf(6, 2).recovering(),
            new Line(5, RunPlan.OPEN))
        .forEach(CorruptedCheckpointsTest::save);
  }

  private static void save(GeneratedTrainer<Line.Points> trainer) {
    Path file = folder.resolve(SAVED.size() + ".safetensors");
    Fit fit =
        Fit.epochs(3).batchSize(5).validation(POINTS).earlyStopping(EarlyStopping.patience(9));
    trainer.fit(
        POINTS,
        fit.onEpoch(
            epoch -> {
              if (epoch.epoch() == 2) {
                trainer.save(file); // With what the run keeps beside the trainer's state.
              }
            }));
    SAVED.put(trainer, file);
  }

  @ParameterizedTest
  @EnumSource(DamagedBytes.class)
  void refusesDamagedBytes(DamagedBytes damage) {
    refuses(damage, 20);
  }

  @ParameterizedTest
  @EnumSource(HostileHeader.class)
  void refusesHostileHeaders(HostileHeader header) {
    refuses(header, 1);
  }

  @ParameterizedTest
  @EnumSource(WrongMeaning.class)
  void refusesWhatMeansAnImpossibleState(WrongMeaning meaning) {
    refuses(meaning, 1);
  }

  @Test
  void triesMoreThanAThousand() {
    int perTrainer =
        20 * DamagedBytes.values().length
            + HostileHeader.values().length
            + WrongMeaning.values().length;

    assertThat(perTrainer * SAVED.size()).isGreaterThan(1_000);
  }

  /** For each trainer, so often, each time another corruption of that kind. */
  private void refuses(Corruption corruption, int times) {
    SplittableRandom random = new SplittableRandom(corruption.toString().hashCode());
    assertTimeoutPreemptively(
        NOT_HANGING,
        () -> {
          for (Map.Entry<GeneratedTrainer<Line.Points>, Path> saved : SAVED.entrySet()) {
            for (int time = 0; time < times; time++) {
              Path corrupted = corrupted(saved.getValue(), corruption, random);
              assertRefused(saved.getKey(), corrupted, corruption.reason());
            }
          }
        });
  }

  private Path corrupted(Path whole, Corruption corruption, SplittableRandom random)
      throws IOException {
    Path corrupted = folder.resolve("corrupted.safetensors");
    do {
      Files.copy(whole, corrupted, StandardCopyOption.REPLACE_EXISTING);
      corruption.corrupt(corrupted, random);
    } while (Files.mismatch(whole, corrupted) < 0);
    return corrupted;
  }

  private void assertRefused(GeneratedTrainer<?> trainer, Path corrupted, String reason)
      throws IOException {
    List<Object> before = StateBits.of(trainer);
    long allocated = allocated();
    Throwable refusal = catchThrowable(() -> trainer.restore(corrupted));
    allocated = allocated() - allocated;

    assertThat(refusal)
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith("the checkpoint " + corrupted + " ")
        .hasMessageContaining(reason);
    assertThat(refusal.getMessage()).hasSizeLessThan(1_500).doesNotContainPattern("\\p{Cntrl}");
    assertThat(allocated).isLessThan(TIMES_THE_FILE * Files.size(corrupted) + MORE);
    assertThat(StateBits.of(trainer)).isEqualTo(before);
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  @Test
  void readsTheFilesThatItCorrupts() {
    SAVED.forEach(
        (trainer, file) -> {
          Snapshot now = trainer.snapshot();
          List<Object> before = StateBits.of(trainer);

          trainer.restore(file);
          assertThat(StateBits.of(trainer)).isNotEqualTo(before);

          trainer.restore(now);
          assertThat(StateBits.of(trainer)).isEqualTo(before);
        });
  }
}
