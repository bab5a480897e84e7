package dev.brisk.processor.oracle;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Values as the methods of a compiled model take them. Tests know neither its records nor whether
 * it computes with {@code float} or {@code double}.
 */
final class Arguments {
  /** The components of a record, in order. */
  record Components(List<Object> values) {}

  private Arguments() {}

  /** The value as that type: a record, a wider number or array of them, or as it is. */
  static Object as(Class<?> type, Object value) throws ReflectiveOperationException {
    if (value instanceof Components components) {
      return created(type, components.values());
    }
    if (type == double.class && value instanceof Float single) {
      return (double) single;
    }
    if (type.isArray() && value.getClass().isArray() && !type.isInstance(value)) {
      int length = Array.getLength(value);
      Object converted = Array.newInstance(type.getComponentType(), length);
      for (int i = 0; i < length; i++) {
        Array.set(converted, i, as(type.getComponentType(), Array.get(value, i)));
      }
      return converted;
    }
    return value;
  }

  private static Object created(Class<?> type, List<Object> values)
      throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = as(types[i], values.get(i));
    }
    Constructor<?> canonical = type.getDeclaredConstructor(types);
    canonical.setAccessible(true);
    return canonical.newInstance(arguments);
  }
}
