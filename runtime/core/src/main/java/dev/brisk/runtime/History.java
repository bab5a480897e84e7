package dev.brisk.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Elements of arrays as they were before they were overwritten, so that the way back through a
 * method sees what the way there saw. A stack: what was overwritten last is put back first. Written
 * for generated code.
 *
 * <p>It grows to the longest example seen, and then allocates nothing.
 */
public final class History {
  private static final int FIRST_CAPACITY = 64;

  /** The array of each element; null for a mark. */
  private @Nullable Object[] arrays = new Object[FIRST_CAPACITY];

  private int[] indices = new int[FIRST_CAPACITY];

  /** The bits of each element. */
  private long[] values = new long[FIRST_CAPACITY];

  private int size;

  /** Forgets everything. */
  public void clear() {
    size = 0;
  }

  /** Keeps the element, which is about to be overwritten. */
  public void keep(double[] array, int index) {
    push(array, index, Double.doubleToRawLongBits(array[index]));
  }

  /** Keeps the element, which is about to be overwritten. */
  public void keep(float[] array, int index) {
    push(array, index, Float.floatToRawIntBits(array[index]));
  }

  /** Keeps the element, which is about to be overwritten. */
  public void keep(int[] array, int index) {
    push(array, index, array[index]);
  }

  /** Keeps the element, which is about to be overwritten. */
  public void keep(long[] array, int index) {
    push(array, index, array[index]);
  }

  /** Keeps the element, which is about to be overwritten. */
  public void keep(boolean[] array, int index) {
    push(array, index, array[index] ? 1 : 0);
  }

  /** Marks this point. */
  public void mark() {
    push(null, 0, 0);
  }

  private void push(@Nullable Object array, int index, long value) {
    if (size == values.length) {
      arrays = Arrays.copyOf(arrays, 2 * size);
      indices = Arrays.copyOf(indices, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    arrays[size] = array;
    indices[size] = index;
    values[size] = value;
    size++;
  }

  /** Puts the element that was kept last back into its place. */
  public void undo() {
    size--;
    restore(arrays[size], indices[size], values[size]);
  }

  /** Puts back all elements that were kept since the last mark, and removes the mark. */
  public void rewind() {
    for (size--; arrays[size] != null; size--) {
      restore(arrays[size], indices[size], values[size]);
    }
  }

  private static void restore(@Nullable Object kept, int index, long value) {
    if (kept instanceof double[] array) {
      array[index] = Double.longBitsToDouble(value);
    } else if (kept instanceof float[] array) {
      array[index] = Float.intBitsToFloat((int) value);
    } else if (kept instanceof int[] array) {
      array[index] = (int) value;
    } else if (kept instanceof long[] array) {
      array[index] = value;
    } else if (kept instanceof boolean[] array) {
      array[index] = value != 0;
    }
  }
}
