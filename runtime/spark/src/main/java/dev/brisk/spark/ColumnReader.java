package dev.brisk.spark;

import dev.brisk.runtime.ExampleColumn;
import java.io.Serializable;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Reads the cells of a dataset's column as the argument of a loss that has its name. */
final class ColumnReader implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String name;
  private final int index;
  private final Class<?> type;

  /** What is read of every row; null where it is the row's own. */
  @SuppressWarnings("serial") // a number or an array
  private final @Nullable Object constant;

  /**
   * @param index among the columns of the dataset
   * @param type of the argument
   */
  private ColumnReader(String name, int index, Class<?> type, @Nullable Object constant) {
    this.name = name;
    this.index = index;
    this.type = type;
    this.constant = constant;
  }

  /** For an argument that nobody looks at: zeros of its type and shape. */
  static ColumnReader ofZeros(ExampleColumn column) {
    Class<?> type = column.type().getComponentType();
    return new ColumnReader(column.name(), -1, type, zeros(type, column.shape()));
  }

  private static Object zeros(Class<?> type, List<Integer> shape) {
    if (!type.isArray()) {
      return Array.get(Array.newInstance(type, 1), 0);
    }
    int size = shape.isEmpty() ? 0 : shape.get(0);
    Object array = Array.newInstance(type.getComponentType(), size);
    for (int i = 0; i < size; i++) {
      Array.set(array, i, zeros(type.getComponentType(), shape.subList(1, shape.size())));
    }
    return array;
  }

  /**
   * @throws IllegalArgumentException if there is no such column, or it is of another type
   */
  static ColumnReader of(ExampleColumn column, StructType schema) {
    String name = column.name();
    Class<?> type = column.type().getComponentType();
    String expected = CellType.names(type);
    if (expected.isEmpty()) {
      throw new IllegalArgumentException(
          "the argument "
              + name
              + " is of type "
              + type.getTypeName()
              + ", which no column gives. Make the examples of an RDD");
    }
    List<String> there = Arrays.asList(schema.fieldNames());
    int index = there.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no column " + name + " among " + there + ", expected " + expected);
    }
    DataType found = schema.fields()[index].dataType();
    if (!CellType.isRead(type, found)) {
      throw new IllegalArgumentException(
          "the column "
              + name
              + " is of type "
              + found.simpleString()
              + ", expected "
              + expected
              + ". Cast it in the dataset");
    }
    return new ColumnReader(name, index, type, null);
  }

  /** The argument of one example. */
  Object read(Row row) {
    return constant != null ? constant : value(type, row.get(index));
  }

  /** An array with an element for each example, of what was read. */
  Object column(int size) {
    return Array.newInstance(type, size);
  }

  private Object value(Class<?> wanted, @Nullable Object cell) {
    if (cell == null) {
      throw new IllegalArgumentException(
          "a row has null in the column " + name + ". Leave such rows out, or fill them");
    }
    if (!wanted.isArray()) {
      return cell;
    }
    Object[] elements = CollectionConverters.asJavaCollection((Iterable<?>) cell).toArray();
    Class<?> element = wanted.getComponentType();
    Object array = Array.newInstance(element, elements.length);
    for (int i = 0; i < elements.length; i++) {
      set(array, i, value(element, elements[i]));
    }
    return array;
  }

  /** Sets an element, to a number of a narrower type too. */
  static void set(Object array, int index, Object value) {
    if (value instanceof Number number) {
      if (array instanceof double[] doubles) {
        doubles[index] = number.doubleValue();
      } else if (array instanceof float[] floats) {
        floats[index] = number.floatValue();
      } else if (array instanceof long[] longs) {
        longs[index] = number.longValue();
      } else {
        Array.setInt(array, index, number.intValue());
      }
    } else {
      Array.set(array, index, value);
    }
  }
}
