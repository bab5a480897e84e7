package dev.brisk.tune;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file that is never seen half-written: beside it first, and then moved. */
final class WholeFile {
  private WholeFile() {}

  static void write(Path file, CharSequence text) throws IOException {
    Path whole = file.toAbsolutePath();
    Path beside =
        whole.resolveSibling("." + whole.getFileName() + "." + System.nanoTime() + ".tmp");
    try {
      Files.writeString(beside, text, StandardOpenOption.CREATE_NEW);
      move(beside, whole);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
