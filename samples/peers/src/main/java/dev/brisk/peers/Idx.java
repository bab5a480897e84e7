package dev.brisk.peers;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * An IDX file of unsigned bytes: a magic number whose last byte is the number of extents, the
 * extents, the bytes.
 */
record Idx(int rows, int rowLength, byte[] bytes) {
  /** Reads the file, or the one of this name with {@code .gz} after it. */
  static Idx read(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(open(file))) {
      int extents = in.readInt() & 0xFF;
      int rows = in.readInt();
      int rowLength = 1;
      for (int i = 1; i < extents; i++) {
        rowLength *= in.readInt();
      }
      byte[] bytes = in.readNBytes(rows * rowLength);
      if (bytes.length < rows * rowLength) {
        throw new IOException(file + ": ends after " + bytes.length + " bytes");
      }
      return new Idx(rows, rowLength, bytes);
    }
  }

  static boolean exists(Path file) {
    return Files.exists(file) || Files.exists(zipped(file));
  }

  private static InputStream open(Path file) throws IOException {
    return Files.exists(file)
        ? Files.newInputStream(file)
        : new GZIPInputStream(Files.newInputStream(zipped(file)), 1 << 16);
  }

  private static Path zipped(Path file) {
    return file.resolveSibling(file.getFileName() + ".gz");
  }
}
