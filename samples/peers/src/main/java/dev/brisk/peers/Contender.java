package dev.brisk.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who trains: Brisk, a peer, or a limit. */
interface Contender {
  /** What stands in the table. */
  String name();

  /** Whether it can train this model, with this optimizer or one that is said in the remark. */
  boolean runs(Row row);

  /** What it does otherwise than the others; empty if nothing. */
  default String remark(Workload workload) {
    return "";
  }

  /** The command of a process that trains, and prints what {@link Outcome} reads. */
  List<String> command(Run run);

  /** A contender that {@link Child} calls, in a JVM of its own. */
  interface InJvm extends Contender {
    /**
     * A training of this model.
     *
     * @param threads how many it may use
     */
    Training training(Workload workload, Data data, int threads) throws IOException;

    @Override
    default List<String> command(Run run) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  // What a newer JDK says of native code is not of interest here.
                  "-XX:+IgnoreUnrecognizedVMOptions",
                  "--sun-misc-unsafe-memory-access=allow",
                  "--enable-native-access=ALL-UNNAMED",
                  "--add-modules",
                  "jdk.incubator.vector",
                  "-classpath",
                  System.getProperty("java.class.path"),
                  Child.class.getName()));
      command.addAll(run.arguments());
      return command;
    }
  }

  /** Variables that tell every native library how many threads to use. */
  static void prepare(Map<String, String> environment, int threads) {
    for (String library : List.of("OMP", "OPENBLAS", "MKL")) {
      environment.put(library + "_NUM_THREADS", Integer.toString(threads));
    }
    // An inherited setting would choose another kernel.
    environment.keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
  }
}
