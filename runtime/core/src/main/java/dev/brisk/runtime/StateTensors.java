package dev.brisk.runtime;

import dev.brisk.checkpoint.Tensor;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which tensors the arrays of a state are in a file. An array of numbers is one, of the shape of
 * its parameter; rows of one length are a matrix; rows of different lengths are a tensor each,
 * {@code table[0]} and so on.
 */
final class StateTensors {
  private final Map<String, List<Integer>> shapes = new HashMap<>();

  StateTensors(List<ParameterLayout> layout) {
    for (ParameterLayout parameter : layout) {
      shapes.put(parameter.name(), parameter.shape());
    }
  }

  /**
   * Whether a number is one of the clocks, which are texts in a file; else it belongs to a
   * parameter, and is a tensor without dimensions.
   */
  static boolean isClock(String name) {
    return name.indexOf('/') >= 0;
  }

  static Tensor scalar(double value) {
    return new Tensor(List.of(), new double[] {value});
  }

  static Tensor scalar(float value) {
    return new Tensor(List.of(), new float[] {value});
  }

  /** The tensors of an array, which are not copies where they need not be. */
  Map<String, Tensor> of(String name, Object values) {
    if (!(values instanceof Object[] rows)) {
      return Map.of(name, new Tensor(shape(name, Array.getLength(values)), values));
    }
    if (isMatrix(rows)) {
      return Map.of(name, matrix(rows));
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int i = 0; i < rows.length; i++) {
      tensors.putAll(of(row(name, i), rows[i]));
    }
    return tensors;
  }

  /** An array like {@code values}, with the numbers of tensors that have the same shapes. */
  static Object array(String name, Object values, Function<String, Tensor> tensors) {
    if (!(values instanceof Object[] rows)) {
      return tensors.apply(name).values();
    }
    Object[] read = rows.clone();
    if (isMatrix(rows)) {
      Object all = tensors.apply(name).values();
      for (int i = 0; i < rows.length; i++) {
        read[i] = like(rows[i]);
        int columns = Array.getLength(read[i]);
        System.arraycopy(all, i * columns, read[i], 0, columns);
      }
    } else {
      for (int i = 0; i < rows.length; i++) {
        read[i] = tensors.apply(row(name, i)).values();
      }
    }
    return read;
  }

  private static String row(String name, int i) {
    return name + "[" + i + "]";
  }

  /** That of the parameter, which what is kept beside it has too. */
  private List<Integer> shape(String name, int length) {
    int dot = name.indexOf('.');
    List<Integer> declared = shapes.get(dot < 0 ? name : name.substring(0, dot));
    boolean fits = declared != null && declared.stream().reduce(1, Math::multiplyExact) == length;
    return fits ? declared : List.of(length);
  }

  private static boolean isMatrix(Object[] rows) {
    return Arrays.stream(rows).mapToInt(Array::getLength).distinct().count() <= 1;
  }

  private static Tensor matrix(Object[] rows) {
    int columns = rows.length == 0 ? 0 : Array.getLength(rows[0]);
    Class<?> type = rows.getClass().getComponentType().getComponentType();
    Object values = Array.newInstance(type, Math.multiplyExact(rows.length, columns));
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return new Tensor(List.of(rows.length, columns), values);
  }

  private static Object like(Object row) {
    return Array.newInstance(row.getClass().getComponentType(), Array.getLength(row));
  }
}
