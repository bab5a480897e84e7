package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.runtime.RunPosition.Course;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run is taken up.
 *
 * @param folder that has its checkpoints
 * @param choice what is to be done where the configuration is another one
 */
record Resumption(Path folder, @Nullable Resume choice) {
  /**
   * Brings the trainer to the newest whole checkpoint of the folder, and gives what the run keeps;
   * null where there is no checkpoint, so that the run begins.
   *
   * @param wanted what the run is to go over
   * @throws CheckpointException if there are checkpoints and none is whole, or the newest one is
   *     not of such a trainer and run
   */
  @Nullable RunMemory resume(GeneratedTrainer<?> trainer, Course wanted) {
    List<Path> files = new CheckpointFolder(folder).newestFirst();
    for (Path file : files) {
      TensorFile content = whole(file);
      if (content != null) {
        Checkpoint read = CheckpointReader.read(file, content, trainer);
        new Restoring(trainer, read).restore(choice, wanted);
        return read.memory();
      }
    }
    if (!files.isEmpty()) {
      throw CheckpointException.inFolder(
          folder,
          "has none that is whole among its " + files.size() + "; the log says what is wrong",
          null);
    }
    return null;
  }

  private static @Nullable TensorFile whole(Path file) {
    try {
      return TensorFile.read(file);
    } catch (CheckpointException damaged) {
      System.getLogger("dev.brisk")
          .log(Level.WARNING, "an older checkpoint is taken: " + damaged.getMessage());
      return null;
    }
  }
}
