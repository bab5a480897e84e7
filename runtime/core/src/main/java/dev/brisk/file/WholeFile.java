package dev.brisk.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes a file that is never seen half-written: beside it first, then to the disk, and then moved
 * into its place. Whatever fails on the way, what was there before is there still. A process that
 * is killed may leave the file beside it, whose name begins with a dot and ends with {@code .tmp}.
 */
public final class WholeFile {
  private WholeFile() {}

  /** What is to be in a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all of it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Writes a text, in UTF-8. */
  public static void write(Path file, CharSequence text) throws IOException {
    write(file, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Writes a file of the default file system, in place of one that may be there.
   *
   * @throws IOException if it cannot be written; what was there before is as it was
   */
  public static void write(Path file, Content content) throws IOException {
    Path whole = file.toAbsolutePath();
    if (Files.isDirectory(whole)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    if (!Files.isDirectory(whole.getParent())) {
      throw new NoSuchFileException(file.toString(), null, "its folder is not there");
    }
    Path beside =
        whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Files.createFile(beside);
    try {
      // Not a channel: that one closes in a thread that is interrupted, as at the end of a run.
      try (FileOutputStream out = new FileOutputStream(beside.toFile())) {
        content.writeTo(out);
        out.getFD().sync();
      }
      Files.move(beside, whole, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
    syncFolder(whole.getParent());
  }

  /** Has the new name outlast a loss of power, where the platform opens folders. */
  private static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Windows opens no folders, and some file systems sync none. The file is there all the same.
    }
  }
}
