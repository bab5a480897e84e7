package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A file system in memory that is full soon, where the platform lets a test mount one. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /**
   * Mounts one; the test is skipped where that cannot be done.
   *
   * @param mount is made, to be the folder of all that is on it
   */
  static SmallDisk of(Path mount, int kilobytes) throws IOException {
    Files.createDirectories(mount);
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=" + kilobytes + "k", "none", mount))
        .as("a file system that a test may mount")
        .isZero();
    return new SmallDisk(mount);
  }

  Path folder() {
    return folder;
  }

  /** Lets nobody write, the one who may do everything neither. */
  void readOnly() throws IOException {
    assertThat(run("mount", "-o", "remount,ro", folder)).isZero();
  }

  @Override
  public void close() throws IOException {
    assertThat(run("umount", folder)).isZero();
  }

  /** The exit code; not 0 either where there is no such command. */
  private static int run(Object... command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(List.of(command).stream().map(Object::toString).toList())
              .redirectErrorStream(true)
              .start();
      process.getInputStream().transferTo(new ByteArrayOutputStream());
      return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
