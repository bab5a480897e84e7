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

  /** What a damaged or hostile file has may be long; what is said of it is not. */
  private static final int LONGEST = 1_000;

  private final String file;

  /**
   * @param reason what is wrong with the file, as the end of a sentence. Where it quotes much of
   *     the file its middle is left out, and control characters are question marks in the message
   */
  public CheckpointException(Path file, String reason) {
    super("the checkpoint " + file + " " + shown(reason));
    this.file = file.toString();
  }

  /**
   * @param reason what could not be done with the file, as the end of a sentence
   */
  public CheckpointException(Path file, String reason, IOException cause) {
    super("the checkpoint " + file + " " + reason + ": " + cause, cause);
    this.file = file.toString();
  }

  private static String shown(String reason) {
    int half = LONGEST / 2;
    String brief =
        reason.length() <= LONGEST
            ? reason
            : reason.substring(0, half) + " ... " + reason.substring(reason.length() - half);
    return brief.replaceAll("\\p{Cntrl}", "?");
  }

  private CheckpointException(String message, @Nullable Exception cause, Path folder) {
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
        "the folder of checkpoints " + folder + " " + reason + end, cause, folder);
  }

  /** The file, or the folder. */
  public Path file() {
    return Path.of(file);
  }
}
