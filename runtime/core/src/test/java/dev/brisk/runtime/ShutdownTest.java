package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains is asked to end, and leaves all that its fit writes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals that ask")
class ShutdownTest {
  @TempDir private Path folder;

  /** Trains for ever; writes down, last of all, how its fit ended. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Fit fit =
        Fit.epochs(Integer.MAX_VALUE)
            .batchSize(8)
            .checkpoints(Checkpoints.in(folder.resolve("checkpoints")))
            .historyTo(folder.resolve("history.jsonl"))
            .stopOnShutdown(Duration.ofMinutes(1))
            .listener(
                new FitListener() {
                  @Override
                  public void ended(FitProgress progress, TrainingReport report) {
                    write(folder.resolve("end"), report.end() + " " + report.steps());
                  }
                });
    new Line(7, RunPlan.OPEN).fit(Line.points(30), fit);
  }

  private static void write(Path file, String text) {
    try {
      Thread.sleep(300); // So that a process that does not wait would not come to it.
      Files.writeString(file, text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ctrl-C goes the same way, but a process that was begun in the background does not hear it. */
  @Test
  void endsBetweenTwoUpdatesAndWritesAll() throws IOException, InterruptedException {
    Process process = training();
    try {
      while (process.isAlive() && !Files.exists(folder.resolve("history.jsonl"))) {
        Thread.sleep(5);
      }
      new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start().waitFor();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
    }
    String[] end = Files.readString(folder.resolve("end")).split(" ");
    assertThat(end[0]).isEqualTo("INTERRUPTED");
    long steps = Long.parseLong(end[1]);
    List<String> history = Files.readAllLines(folder.resolve("history.jsonl"));
    assertThat(history).last().asString().contains("\"steps\":" + steps + ",").endsWith("}");
    assertThat(new CheckpointFolder(folder.resolve("checkpoints")).newestFirst())
        .first()
        .satisfies(newest -> assertThat(CheckpointFolder.step(newest)).isEqualTo(steps));
  }

  private Process training() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dbrisk.kernels=" + System.getProperty("brisk.kernels", ""),
            "--add-modules",
            "jdk.incubator.vector",
            ShutdownTest.class.getName(),
            folder.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
