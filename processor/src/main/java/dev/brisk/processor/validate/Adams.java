package dev.brisk.processor.validate;

import java.util.Set;

/** The algorithms that divide a gradient by its own size, at rates that mean what Adam's do. */
final class Adams {
  private static final Set<String> ALL =
      Set.of("ADAM", "ADAMW", "NADAM", "RADAM", "ADAMAX", "RMSPROP");

  private Adams() {}

  static boolean include(String algorithm) {
    return ALL.contains(algorithm);
  }
}
