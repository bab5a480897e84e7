package dev.brisk.runtime;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
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

  /** Fills an array with the sum of copies, each times its share, in double precision. */
  static void fillSum(Object values, List<Object> copies, double[] shares) {
    if (values instanceof double[] doubles) {
      Arrays.fill(doubles, 0);
      for (int k = 0; k < shares.length; k++) {
        double[] copy = (double[]) copies.get(k);
        for (int i = 0; i < doubles.length; i++) {
          doubles[i] += shares[k] * copy[i];
        }
      }
    } else if (values instanceof float[] floats) {
      double[] sum = new double[floats.length];
      for (int k = 0; k < shares.length; k++) {
        float[] copy = (float[]) copies.get(k);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += shares[k] * copy[i];
        }
      }
      for (int i = 0; i < sum.length; i++) {
        floats[i] = (float) sum[i];
      }
    } else {
      Object[] rows = (Object[]) values;
      for (int i = 0; i < rows.length; i++) {
        int row = i;
        fillSum(rows[i], copies.stream().map(copy -> ((Object[]) copy)[row]).toList(), shares);
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
