package dev.brisk.docs;

import org.junit.jupiter.api.io.TempDir;

/** Files that a page names stand in a folder of the test, so that its lines run as they are. */
abstract class PageFiles {
  @TempDir static java.nio.file.Path folder;

  /** In place of the interface of that name. */
  static final class Path {
    private Path() {}

    static java.nio.file.Path of(String name) {
      return folder.resolve(name);
    }
  }
}
