package dev.brisk.spark;

import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Which types of SQL an argument of a loss can be read from. */
final class CellType {
  private CellType() {}

  /** Whether no value of the type of SQL is rounded or cut off. */
  static boolean isRead(Class<?> argument, DataType type) {
    return argument.isArray()
        ? type instanceof ArrayType array
            && isRead(argument.getComponentType(), array.elementType())
        : all(argument).contains(type);
  }

  /** Those types as SQL names them; empty for an argument that cannot be read. */
  static String names(Class<?> argument) {
    Class<?> element = argument;
    String form = "%s";
    while (element.isArray()) {
      element = element.getComponentType();
      form = "array<" + form + ">";
    }
    String array = form;
    return String.join(
        " or ", all(element).stream().map(type -> array.formatted(type.simpleString())).toList());
  }

  private static List<DataType> all(Class<?> element) {
    if (element == double.class) {
      return List.of(
          DataTypes.DoubleType,
          DataTypes.FloatType,
          DataTypes.IntegerType,
          DataTypes.ShortType,
          DataTypes.ByteType);
    }
    if (element == float.class) {
      return List.of(DataTypes.FloatType, DataTypes.ShortType, DataTypes.ByteType);
    }
    if (element == long.class) {
      return List.of(
          DataTypes.LongType, DataTypes.IntegerType, DataTypes.ShortType, DataTypes.ByteType);
    }
    if (element == int.class) {
      return List.of(DataTypes.IntegerType, DataTypes.ShortType, DataTypes.ByteType);
    }
    return element == boolean.class ? List.of(DataTypes.BooleanType) : List.of();
  }
}
