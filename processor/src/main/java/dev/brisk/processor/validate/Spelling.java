package dev.brisk.processor.validate;

import java.util.Comparator;
import java.util.List;

/** Finds the name that was probably meant. */
final class Spelling {
  /** Letters that a slip of the fingers changes. */
  private static final int SLIP = 2;

  private Spelling() {}

  /** Whether the one may be the other, misspelt. */
  static boolean isClose(String name, String other) {
    return distance(name, other) <= SLIP;
  }

  /** The first of those that differ in the fewest letters. */
  static String closest(String name, List<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(other -> distance(name, other)))
        .orElseThrow();
  }

  /** Levenshtein's distance: letters to insert, remove or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
