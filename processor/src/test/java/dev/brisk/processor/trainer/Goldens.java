package dev.brisk.processor.trainer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Numbers of other systems, each file with the script that wrote it beside it. */
final class Goldens {
  private Goldens() {}

  /** The lines of a file below its head. */
  static List<String> lines(String file) {
    try (InputStream in = Goldens.class.getResourceAsStream("/goldens/" + file);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
