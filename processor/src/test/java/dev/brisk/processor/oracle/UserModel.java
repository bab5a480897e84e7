package dev.brisk.processor.oracle;

import static dev.brisk.processor.oracle.Reflection.method;
import static dev.brisk.processor.oracle.Reflection.unchecked;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A model as its user wrote it, by reflection.
 *
 * <p>All instance fields of a test model are parameters, except for final ones that are numbers or
 * arrays of whole numbers.
 */
final class UserModel {
  private final Object object;
  private final Method loss;
  private final List<Field> parameters;

  /**
   * @param loss the name of its loss
   */
  UserModel(Object object, String loss) {
    this.object = object;
    this.loss = method(object.getClass(), loss);
    this.parameters =
        Arrays.stream(object.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !isConstant(field))
            .map(Reflection::accessible)
            .toList();
  }

  private static boolean isConstant(Field field) {
    Class<?> type = field.getType();
    boolean isWhole = type == int[].class || type == long[].class || type == boolean[].class;
    return Modifier.isFinal(field.getModifiers()) && (isWhole || !type.isArray());
  }

  Object object() {
    return object;
  }

  String lossName() {
    return loss.getName();
  }

  /** The loss of one example. */
  double loss(Object[] example) {
    return Reflection.number(loss, object, example);
  }

  /** The result of the method of that name, such as a metric. */
  double number(String method, Object[] example) {
    return Reflection.number(method(object.getClass(), method), object, example);
  }

  /**
   * Makes the arrays of parameters that are not there yet.
   *
   * @param shapes by the names of the fields
   */
  void allocate(Map<String, int[]> shapes) {
    for (Field field : parameters) {
      int[] shape = shapes.get(field.getName());
      if (shape != null) {
        Class<?> element = field.getType();
        while (element.isArray()) {
          element = element.getComponentType();
        }
        Object array = Array.newInstance(element, shape);
        unchecked(
            () -> {
              field.set(object, array);
              return array;
            });
      }
    }
  }

  /** All parameters. */
  double[] parameters() {
    return parameters.stream()
        .map(field -> unchecked(() -> field.get(object)))
        .flatMapToDouble(UserModel::numbers)
        .toArray();
  }

  private static DoubleStream numbers(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> Array.get(value, i))
          .flatMapToDouble(UserModel::numbers);
    }
    return DoubleStream.of(((Number) value).doubleValue());
  }

  /** Sets all parameters; those of single precision are rounded. */
  void parameters(double[] values) {
    PrimitiveIterator.OfDouble next = Arrays.stream(values).iterator();
    for (Field field : parameters) {
      unchecked(
          () -> {
            Object value = filled(field.get(object), next);
            if (!value.getClass().isArray()) {
              field.set(object, value);
            }
            return value;
          });
    }
  }

  /** An array with the next numbers in it, or the next number as the boxed type of the value. */
  private static Object filled(Object value, PrimitiveIterator.OfDouble next) {
    if (value.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        Array.set(value, i, filled(Array.get(value, i), next));
      }
      return value;
    }
    double number = next.nextDouble();
    return value instanceof Float ? (Object) (float) number : (Object) number;
  }
}
