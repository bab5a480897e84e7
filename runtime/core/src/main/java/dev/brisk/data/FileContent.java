package dev.brisk.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is in a file, unpacked if its first bytes are those of gzip. */
final class FileContent {
  private static final int BUFFER = 1 << 16;

  private FileContent() {}

  /** Reads a content. */
  interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  /**
   * Opens, reads and closes a file.
   *
   * @throws DataException if it cannot be read, or its gzip is broken
   */
  static <T> T read(Path file, Reading<T> reading) {
    String name = DataException.name(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        InputStream unpacked = isGzipped(in) ? new GZIPInputStream(in, BUFFER) : in) {
      return reading.read(unpacked);
    } catch (EOFException e) {
      throw DataException.inFile(name, "its gzip is cut off", "a whole file");
    } catch (ZipException e) {
      throw DataException.inFile(name, "broken gzip (" + e.getMessage() + ")", "a whole file");
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  /** Whether the first bytes, which stay to be read, are those of gzip. */
  static boolean isGzipped(InputStream in) throws IOException {
    in.mark(2);
    boolean isGzipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return isGzipped;
  }
}
