package dev.brisk.runtime;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/** Arrays as a {@link StateVisitor} is shown them: of numbers, or of rows. */
final class StateArrays {
  private StateArrays() {}

  static Object copy(String name, Object values) {
    if (values instanceof double[] doubles) {
      return doubles.clone();
    }
    if (values instanceof float[] floats) {
      return floats.clone();
    }
    @Nullable Object[] rows = (Object[]) values;
    Object[] copies = rows.clone(); // Of the same type, by which a file knows its rows.
    for (int i = 0; i < rows.length; i++) {
      Object row = rows[i];
      if (row == null) {
        throw Check.missing(name + "[" + i + "]");
      }
      copies[i] = copy(name, row);
    }
    return copies;
  }

  /** Refuses an array that does not have the lengths of a copy. */
  static void compare(String name, Object values, Object copy) {
    int length = Array.getLength(values);
    int expected = Array.getLength(copy);
    if (length != expected) {
      throw new IllegalArgumentException(
          name + " has length " + length + ", in the snapshot it has " + expected);
    }
    if (values instanceof Object[] && copy instanceof Object[] copies) {
      @Nullable Object[] rows = (Object[]) values;
      for (int i = 0; i < length; i++) {
        Object row = rows[i];
        if (row == null) {
          throw Check.missing(name + "[" + i + "]");
        }
        if (Array.getLength(row) != Array.getLength(copies[i])) {
          compare(name + "[" + i + "]", row, copies[i]);
        }
      }
    }
  }

  /** Copies a copy back, into the array that is there. */
  static void fill(Object values, Object copy) {
    if (values instanceof Object[] rows && copy instanceof Object[] copies) {
      for (int i = 0; i < rows.length; i++) {
        fill(rows[i], copies[i]);
      }
    } else {
      System.arraycopy(copy, 0, values, 0, Array.getLength(copy));
    }
  }
}
