package dev.brisk.peers;

import static java.util.stream.Collectors.joining;

import dev.brisk.peers.Row.Measured;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * PyTorch itself, eager, with numbers below the normal ones flushed to zero, where Debian's package
 * {@code python3-torch} is installed; left out elsewhere. It multiplies by the BLAS that the system
 * has, and without {@code libopenblas0} that is one ten times as slow, which the table then says.
 */
final class PyTorch implements Contender {
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SCRIPT = "pytorch.py";

  @Override
  public String name() {
    return "PyTorch";
  }

  @Override
  public boolean runs(Row row) {
    return Installed.YES;
  }

  @Override
  public String remark(Workload workload) {
    return Installed.WITH_OPENBLAS ? "" : "without OpenBLAS";
  }

  @Override
  public List<String> command(Run run) {
    Row row = Rows.named(run.row());
    boolean measuresRate = row.measured() != Measured.PROCESS;
    List<String> command =
        new ArrayList<>(List.of(PYTHON, "-c", script(), run.images().toString()));
    command.add(Integer.toString(row.workload().examples(run.examples())));
    command.add(Double.toString(measuresRate ? run.seconds() : -1));
    command.addAll(arguments(row.workload()));
    return command;
  }

  private static List<String> arguments(Workload workload) {
    if (workload instanceof Workload.Update update) {
      return List.of("update", Integer.toString(update.parameters()));
    }
    if (workload instanceof Workload.Factorisation factorisation) {
      return List.of(
          "factorisation",
          Integer.toString(factorisation.users()),
          Integer.toString(factorisation.items()),
          Integer.toString(factorisation.factors()),
          Double.toString(factorisation.descent().learningRate()));
    }
    Workload.Network network = (Workload.Network) workload;
    return List.of(
        "network",
        network.layers().stream().map(Layer::toString).collect(joining(",")),
        network.descent().rule().key(),
        Double.toString(network.descent().learningRate()),
        Integer.toString(network.batch()));
  }

  private static String script() {
    try (InputStream in = PyTorch.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asked once. */
  private static final class Installed {
    private static final String ANSWER =
        answer("import torch; print('openblas' in open('/proc/self/maps').read())");

    static final boolean YES = !ANSWER.isEmpty();
    static final boolean WITH_OPENBLAS = ANSWER.equals("True");

    /** What a script prints; nothing if it cannot be run. */
    private static String answer(String script) {
      try (InputStream in =
          new ProcessBuilder(PYTHON, "-c", script)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .getInputStream()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        return "";
      }
    }
  }
}
