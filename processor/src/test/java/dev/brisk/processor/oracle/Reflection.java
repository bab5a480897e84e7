package dev.brisk.processor.oracle;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls of what a test compiled. */
final class Reflection {
  private Reflection() {}

  /** The method of that name which a person wrote; the first one of several. */
  static Method method(Class<?> declaring, String name) {
    return Arrays.stream(declaring.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .map(Reflection::accessible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + declaring));
  }

  /** Of several methods of that name the one that takes the values. */
  static Method method(Class<?> declaring, String name, Object... values) {
    return Arrays.stream(declaring.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && takes(method, values))
        .map(Reflection::accessible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such " + name + " in " + declaring));
  }

  private static boolean takes(Method method, Object... values) {
    Class<?>[] types = method.getParameterTypes();
    boolean takes = types.length == values.length;
    for (int i = 0; takes && i < types.length; i++) {
      boolean isPrimitive = values[i] instanceof Number || values[i] instanceof Boolean;
      takes = types[i].isPrimitive() ? isPrimitive : types[i].isInstance(values[i]);
    }
    return takes;
  }

  static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }

  static double number(Method method, Object receiver, Object... values) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(types[i], values[i]);
    }
    return ((Number) unchecked(() -> method.invoke(receiver, arguments))).doubleValue();
  }

  static Object argument(Class<?> type, Object value) {
    return unchecked(() -> Arguments.as(type, value));
  }

  /** Something that uses reflection. */
  interface Reflective<T> {
    T run() throws ReflectiveOperationException;
  }

  /** What the called method throws comes out as it is. */
  static <T> T unchecked(Reflective<T> action) {
    try {
      return action.run();
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
