package dev.brisk.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A way in which a checkpoint goes wrong. */
interface Corruption {
  /** Changes the file, at a place and by an amount that are drawn. */
  void corrupt(Path checkpoint, SplittableRandom random) throws IOException;

  /** Some words of what is said of it; empty where it depends on the place that was drawn. */
  String reason();
}
