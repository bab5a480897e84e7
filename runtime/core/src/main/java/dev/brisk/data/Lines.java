package dev.brisk.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text in UTF-8, counted. Each is decoded by itself, so that the line is known that
 * is not UTF-8.
 */
final class Lines {
  private final String file;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;

  Lines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  /** The number of the last line that was read, from 1. */
  long number() {
    return number;
  }

  /** The next line without its end, a carriage return aside; null after the last. */
  @Nullable String next() throws IOException {
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (fill()) {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, from, at - from);
      if (at < end) {
        at++;
        return decoded(line.toByteArray());
      }
    }
    return line.size() == 0 ? null : decoded(line.toByteArray());
  }

  /** Whether there is more. */
  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
  }

  private String decoded(byte[] line) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException e) {
      throw DataException.inLine(file, number, "bytes that are not UTF-8", "a text in UTF-8");
    }
  }
}
