package dev.brisk.peers;

import java.util.Arrays;

/**
 * Examples in the order in which they are trained.
 *
 * @param inputs a row for each
 * @param targets the number, or the class, that belongs to it
 */
record Examples(float[][] inputs, float[] targets) {
  int size() {
    return targets.length;
  }

  Examples first(int count) {
    return count >= size()
        ? this
        : new Examples(Arrays.copyOf(inputs, count), Arrays.copyOf(targets, count));
  }

  int[] classes() {
    int[] classes = new int[size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = (int) targets[i];
    }
    return classes;
  }
}
