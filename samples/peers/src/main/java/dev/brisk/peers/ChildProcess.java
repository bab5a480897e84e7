package dev.brisk.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a contender's process and reads what it prints. */
final class ChildProcess {
  private ChildProcess() {}

  /** The outcome; nothing, and the end of its messages on the error stream, if it failed. */
  static Optional<Outcome> outcome(Contender contender, Run run) throws IOException {
    Path messages = Files.createTempFile("brisk", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(contender.command(run)).redirectError(messages.toFile());
      Contender.prepare(builder.environment(), run.threads());
      Optional<Outcome> outcome = outcome(builder);
      if (outcome.isEmpty()) {
        System.err.println(run + " failed:");
        System.err.println(Files.readString(messages));
      }
      return outcome;
    } finally {
      Files.delete(messages);
    }
  }

  private static Optional<Outcome> outcome(ProcessBuilder builder) throws IOException {
    Optional<Outcome> outcome = Optional.empty();
    double seconds = Double.NaN;
    long begin = System.nanoTime();
    Process process = builder.start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(Outcome.TRAINED)) {
          seconds = (System.nanoTime() - begin) * 1e-9;
        } else if (Outcome.isIn(line)) {
          outcome = Optional.of(Outcome.of(line));
        }
      }
    }
    double perSecond = 1 / seconds;
    return outcome.map(
        of -> Double.isNaN(of.rate()) ? new Outcome(perSecond, Double.NaN, of.quality()) : of);
  }
}
