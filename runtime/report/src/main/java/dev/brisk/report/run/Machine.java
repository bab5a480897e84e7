package dev.brisk.report.run;

import dev.brisk.kernel.Kernels;
import java.util.List;

/** What the program runs on. */
final class Machine {
  private Machine() {}

  /** Kernels, JVM, operating system and processors, a line each. */
  static List<String> lines() {
    return List.of(
        "kernels: " + Kernels.describe(),
        "Java " + property("java.vm.version") + ", " + property("java.vm.name"),
        property("os.name") + " " + property("os.version") + ", " + property("os.arch"),
        Runtime.getRuntime().availableProcessors()
            + " processors for the JVM, a heap of at most "
            + (Runtime.getRuntime().maxMemory() >> 20)
            + " MiB");
  }

  private static String property(String name) {
    return System.getProperty(name, "?");
  }
}
