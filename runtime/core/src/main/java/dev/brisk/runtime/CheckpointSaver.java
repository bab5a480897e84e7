package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the checkpoints of a run when they are due. */
final class CheckpointSaver {
  private final Checkpoints options;
  private final CheckpointFolder folder;
  private final GeneratedTrainer<?> trainer;
  private long last = System.nanoTime();

  private CheckpointSaver(Checkpoints options, GeneratedTrainer<?> trainer) {
    this.options = options;
    this.folder = new CheckpointFolder(options.folder());
    this.trainer = trainer;
  }

  /**
   * That of a run that begins.
   *
   * @param isResumed whether the folder may have later ones, as they were damaged
   * @throws IllegalArgumentException if it has and may not
   * @throws CheckpointException if it cannot be made
   */
  static CheckpointSaver of(Checkpoints options, GeneratedTrainer<?> trainer, boolean isResumed) {
    CheckpointSaver saver = new CheckpointSaver(options, trainer);
    if (!isResumed) {
      saver.refuseLater();
    }
    saver.attempt(saver.folder::prepare);
    return saver;
  }

  private void refuseLater() {
    List<Path> files = Files.isDirectory(options.folder()) ? folder.newestFirst() : List.of();
    if (!files.isEmpty() && CheckpointFolder.step(files.get(0)) > trainer.stepCount()) {
      throw new IllegalArgumentException(
          "the folder "
              + options.folder()
              + " has checkpoints of another run up to step "
              + CheckpointFolder.step(files.get(0))
              + ", and this one begins at step "
              + trainer.stepCount()
              + ". Go on with that one by Fit.resumeFrom, or give another folder");
    }
  }

  /** So many updates are done, at once; it is due if it was so after any of them. */
  void updated(long updates) {
    boolean isStep = options.steps() > 0 && trainer.stepCount() % options.steps() < updates;
    if (isStep || isTime()) {
      write();
    }
  }

  private boolean isTime() {
    return options.interval() != null && System.nanoTime() - last >= options.interval().toNanos();
  }

  /**
   * An epoch is complete.
   *
   * @param isBest whether it is the best so far
   * @param goesOn whether another one follows
   */
  void completed(boolean isBest, boolean goesOn) {
    if (options.keepsBest() && isBest) {
      attempt(() -> trainer.save(folder.best()));
    }
    if (!goesOn || (options.steps() == 0 && options.interval() == null)) {
      write();
    }
  }

  /** Writes one now. */
  void write() {
    attempt(
        () -> {
          long step = trainer.stepCount();
          trainer.save(folder.file(step));
          folder.keep(options.kept(), step);
        });
    last = System.nanoTime();
  }

  private void attempt(Runnable writing) {
    try {
      writing.run();
    } catch (CheckpointException e) {
      if (!options.goesOn()) {
        throw e;
      }
      System.getLogger("dev.brisk")
          .log(Level.WARNING, "training goes on without a checkpoint: " + e.getMessage());
    }
  }
}
