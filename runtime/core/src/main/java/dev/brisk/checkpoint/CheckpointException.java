package dev.brisk.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint could not be written, or what was read is no whole checkpoint, or not one of that
 * trainer. The trainer has not changed, nor has a file that was there before.
 *
 * <p>It is unchecked, so that checkpoints can be written where no checked exception may be thrown,
 * as by a listener of a fit. Where the file could not be written or read at all, the {@link
 * IOException} is its cause.
 */
public final class CheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String file;

  /**
   * @param reason what is wrong with the file, as the end of a sentence
   */
  public CheckpointException(Path file, String reason) {
    super("the checkpoint " + file + " " + reason);
    this.file = file.toString();
  }

  /**
   * @param reason what could not be done with the file, as the end of a sentence
   */
  public CheckpointException(Path file, String reason, IOException cause) {
    super("the checkpoint " + file + " " + reason + ": " + cause, cause);
    this.file = file.toString();
  }

  private CheckpointException(Path folder, String message, @Nullable Exception cause) {
    super(message, cause);
    this.file = folder.toString();
  }

  /**
   * Of a folder of checkpoints.
   *
   * @param reason what is wrong with it, as the end of a sentence
   */
  public static CheckpointException inFolder(
      Path folder, String reason, @Nullable IOException cause) {
    String end = cause == null ? "" : ": " + cause;
    return new CheckpointException(
        folder, "the folder of checkpoints " + folder + " " + reason + end, cause);
  }

  /** The file, or the folder. */
  public Path file() {
    return Path.of(file);
  }
}
