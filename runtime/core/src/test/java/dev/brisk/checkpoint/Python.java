package dev.brisk.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs in the Python of the system, where it is there with what they need. */
public final class Python {
  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private Python() {}

  /** Skips the test where Python or one of its modules is not there. */
  public static void assumeThatItHas(String... modules) throws IOException, InterruptedException {
    assumeThat(PYTHON).as("a Python").isExecutable();
    for (String module : modules) {
      assumeThat(run("import " + module)).as("%s is there", module).isEmpty();
    }
  }

  /** What a program prints. */
  public static String run(String program, Object... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(PYTHON.toString(), "-c", program);
    for (Object argument : List.of(arguments)) {
      builder.command().add(argument.toString());
    }
    Process process = builder.redirectErrorStream(true).start();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    process.getInputStream().transferTo(out);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return out.toString(StandardCharsets.UTF_8);
  }
}
