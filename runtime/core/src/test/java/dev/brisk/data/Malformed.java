package dev.brisk.data;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file that is not what it should be.
 *
 * @param name what is wrong with it
 * @param bytes all of it
 * @param message what is said of it, after its name
 */
record Malformed(String name, byte[] bytes, String message) {
  void assertRefused(Path folder, Function<Path, ?> reading) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> reading.apply(file))
        .withMessage(file + message)
        .matches(e -> e.file().startsWith(file.toString()));
  }

  @Override
  public String toString() {
    return name;
  }
}
