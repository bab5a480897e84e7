package dev.brisk.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A text that knows its lines: refuses NUL, and what cannot be decoded, with the line it is in, and
 * passes over a byte order mark. Lines end with LF, CR or both.
 */
final class CsvText extends Reader {
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final String name;
  private final Reader text;
  private long line = 1;

  /** The character before the next one; NUL, which is in no text, before the first. */
  private char last = '\0';

  CsvText(String name, Reader text) {
    this.name = name;
    this.text = text;
  }

  /** Bytes of UTF-8, gzipped if they begin as what is gzipped. */
  static Reader decoded(String name, InputStream source) throws IOException {
    InputStream in = new BufferedInputStream(source, BUFFER);
    in.mark(2);
    boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    try {
      return new Utf8Reader(gzipped ? new GZIPInputStream(in, BUFFER) : in);
    } catch (EOFException | ZipException e) {
      throw brokenGzip(name, 1, e);
    }
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = readDecoded(buffer, offset, length);
    int kept = 0;
    for (int i = offset; i < offset + count; i++) {
      char c = buffer[i];
      if (c == '\0') {
        throw DataException.inLine(name, line, "a NUL character", "a text");
      }
      boolean isMark = c == BYTE_ORDER_MARK && last == '\0';
      if (!isMark) {
        buffer[offset + kept++] = c;
      }
      if (c == '\r' || c == '\n' && last != '\r') {
        line++;
      }
      last = c;
    }
    // Nothing but the mark is not yet the end.
    return count > 0 && kept == 0 ? read(buffer, offset, length) : Math.min(count, kept);
  }

  private int readDecoded(char[] buffer, int offset, int length) throws IOException {
    try {
      return text.read(buffer, offset, length);
    } catch (CharacterCodingException e) {
      throw DataException.inLine(name, line, "bytes that are no characters", "a text in UTF-8");
    } catch (EOFException | ZipException e) {
      throw brokenGzip(name, line, e);
    } catch (IOException e) {
      // Not left to commons-csv, which says by the same exception that quotes are wrong.
      throw DataException.unreadable(name, e);
    }
  }

  private static DataException brokenGzip(String name, long line, IOException e) {
    return DataException.inLine(name, line, "broken gzip (" + e.getMessage() + ")", "a whole file");
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
