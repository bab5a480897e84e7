package dev.brisk.benchmarks.mllib;

import dev.brisk.runtime.Examples;
import java.io.Serializable;

/** A generated trainer's {@code examples}. */
@FunctionalInterface
interface Columns<E extends Examples<E>> extends Serializable {
  E examples(double[][] features, int[] labels);
}
