package dev.brisk.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints that a fit writes by itself, as {@link Trainer#save} does, into a folder of its own:
 *
 * <pre>{@code
 * Path folder = Path.of("run-7");
 * trainer.fit(training,
 *     Fit.epochs(30)
 *         .checkpoints(Checkpoints.in(folder).every(Duration.ofMinutes(10)).keepLast(3))
 *         .resumeFrom(folder));
 * }</pre>
 *
 * <p>They are {@code step-000000500.safetensors}, by the updates done. One is written at the end of
 * the run too, also where it is interrupted. Where nothing says how often, there is one after each
 * epoch. Immutable; every method gives another object.
 */
public final class Checkpoints {
  private static final int DEFAULT_KEPT = 3;

  private final Path folder;
  private long steps;
  private @Nullable Duration interval;
  private int kept = DEFAULT_KEPT;
  private boolean keepsBest;
  private boolean goesOn;

  private Checkpoints(Path folder) {
    this.folder = folder;
  }

  /**
   * Into that folder, which is made if it is not there. It is for one run at a time.
   *
   * <p>A fit that does not resume refuses a folder with checkpoints of later steps than its own, as
   * they would be taken for newer ones.
   */
  public static Checkpoints in(Path folder) {
    return new Checkpoints(folder);
  }

  private Checkpoints with(Consumer<Checkpoints> change) {
    Checkpoints changed = new Checkpoints(folder);
    changed.steps = steps;
    changed.interval = interval;
    changed.kept = kept;
    changed.keepsBest = keepsBest;
    changed.goesOn = goesOn;
    change.accept(changed);
    return changed;
  }

  /**
   * When the number of updates is a multiple of that one.
   *
   * @param updates at least 1
   */
  public Checkpoints everySteps(int updates) {
    Check.positive("updates", updates);
    return with(checkpoints -> checkpoints.steps = updates);
  }

  /**
   * After the first update when that time has passed since the last one was written.
   *
   * @param time above 0
   */
  public Checkpoints every(Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("time is " + time + ", expected more than 0");
    }
    return with(checkpoints -> checkpoints.interval = time);
  }

  /**
   * How many are kept, the newest; 3 without it. The one before is deleted when a new one is whole.
   *
   * @param checkpoints at least 1
   */
  public Checkpoints keepLast(int checkpoints) {
    Check.positive("checkpoints", checkpoints);
    return with(changed -> changed.kept = checkpoints);
  }

  /**
   * Keeps {@code best.safetensors} too: the state after the epoch with the lowest loss of the
   * validation examples, or of those trained on where there are none. Under {@link EarlyStopping}
   * it is what that takes for the best of its run, by its metric and its {@code minDelta}, and so
   * the epoch that it brings back.
   */
  public Checkpoints keepBest() {
    return with(checkpoints -> checkpoints.keepsBest = true);
  }

  /**
   * Training goes on where a checkpoint cannot be written, as on a disk that is full; it is logged
   * as a warning, and tried again when the next one is due. Otherwise the fit ends with the {@link
   * dev.brisk.checkpoint.CheckpointException}. In either case the older ones are as they were.
   */
  public Checkpoints continueOnFailure() {
    return with(checkpoints -> checkpoints.goesOn = true);
  }

  Path folder() {
    return folder;
  }

  /** 0 where updates do not say when. */
  long steps() {
    return steps;
  }

  /** Null where no time says when. */
  @Nullable Duration interval() {
    return interval;
  }

  int kept() {
    return kept;
  }

  boolean keepsBest() {
    return keepsBest;
  }

  boolean goesOn() {
    return goesOn;
  }
}
