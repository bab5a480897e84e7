package dev.brisk.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a program writes its pages. */
final class PageFolder {
  private PageFolder() {}

  /**
   * The folder that is the program's first argument, made if it is not there; without arguments a
   * new one.
   *
   * @param prefix of the name of a new one
   */
  static Path of(String[] arguments, String prefix) throws IOException {
    return arguments.length == 0
        ? Files.createTempDirectory(prefix)
        : Files.createDirectories(Path.of(arguments[0]));
  }
}
