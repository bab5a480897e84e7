package dev.brisk.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same updates in C, compiled by the C compiler of this machine. */
public final class CLoops {
  private static final String SOURCE = "update.c";

  private final Path program;

  private CLoops(Path program) {
    this.program = program;
  }

  /**
   * Compiles them, for this processor and with mathematics that may be reordered.
   *
   * @throws IllegalStateException if there is no C compiler, {@code cc}
   */
  public static CLoops compiled() throws IOException {
    Path folder = Files.createTempDirectory("brisk");
    Path source = folder.resolve(SOURCE);
    Path program = folder.resolve("update");
    try (InputStream in = CLoops.class.getResourceAsStream(SOURCE)) {
      Files.copy(in, source);
    }
    run(
        "cc",
        "-O3",
        "-march=native",
        "-ffast-math",
        "-o",
        program.toString(),
        source.toString(),
        "-lm");
    return new CLoops(program);
  }

  /**
   * The nanoseconds of processor time of one pass over so many parameters.
   *
   * @param loop adam, momentum, or copy
   * @param milliseconds for which passes are measured
   */
  public double nanoseconds(String loop, int parameters, int milliseconds) throws IOException {
    return Double.parseDouble(
        run(
            program.toString(),
            loop,
            Integer.toString(parameters),
            Integer.toString(milliseconds)));
  }

  private static String run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command[0], e);
    }
    return output.strip();
  }
}
