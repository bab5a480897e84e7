package dev.brisk.ops;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A vector operation of {@link Ops} and the names of the forms that its annotations state; those
 * are read from the class file, since they are not there at run time.
 *
 * @param derivatives for each parameter the name of the derivative, or "" if it has none
 */
record Forms(Method plain, Class<?> owner, List<String> derivatives) {
  private static final JavaClass OPS = new ClassFileImporter().importClass(Ops.class);

  static Stream<Forms> all() {
    return OPS.getMethods().stream()
        .filter(method -> method.isAnnotatedWith(InPlace.class))
        .map(Forms::read);
  }

  private static Forms read(JavaMethod method) {
    return new Forms(
        method.reflect(),
        method.getAnnotationOfType(InPlace.class).value(),
        method.getParameters().stream().map(Forms::derivative).toList());
  }

  private static String derivative(JavaParameter parameter) {
    return parameter.isAnnotatedWith(Derivative.class)
        ? parameter.getAnnotationOfType(Derivative.class).value()
        : "";
  }

  String name() {
    return plain.getName();
  }

  /** {@code double} or {@code float}. */
  Class<?> scalar() {
    return plain.getReturnType().getComponentType();
  }

  boolean isOf(String name, Class<?> scalar, int parameters) {
    return name().equals(name) && scalar() == scalar && plain.getParameterCount() == parameters;
  }

  IntStream differentiable() {
    return IntStream.range(0, derivatives.size()).filter(i -> !derivatives.get(i).isEmpty());
  }

  Method inPlace() throws NoSuchMethodException {
    return owner.getMethod(name(), parametersAnd(plain.getReturnType()));
  }

  Method length() throws NoSuchMethodException {
    return owner.getMethod(name() + "Length", plain.getParameterTypes());
  }

  Method derivative(int parameter) throws NoSuchMethodException {
    Class<?> by = plain.getParameterTypes()[parameter];
    Class<?> result = plain.getReturnType();
    return owner.getMethod(
        derivatives.get(parameter),
        by.isArray() ? parametersAnd(result, result, by) : parametersAnd(result, result));
  }

  private Class<?>[] parametersAnd(Class<?>... more) {
    return Stream.of(plain.getParameterTypes(), more).flatMap(Stream::of).toArray(Class<?>[]::new);
  }

  /** A new array of the operation's type. */
  Object array(int length) {
    return Array.newInstance(scalar(), length);
  }

  /** The arguments, given in {@code double}, as this operation takes them. */
  Object[] converted(Object[] arguments) {
    return IntStream.range(0, arguments.length)
        .mapToObj(i -> converted(arguments[i], plain.getParameterTypes()[i]))
        .toArray();
  }

  private static Object converted(Object argument, Class<?> type) {
    if (type == float[].class) {
      return narrowed((double[]) argument);
    } else if (type == float.class) {
      return ((Double) argument).floatValue();
    }
    return argument;
  }

  static float[] narrowed(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }

  Object result(Object[] arguments) {
    return call(plain, arguments);
  }

  /** The derivative by an argument, added to zeros if that is an array. */
  Object derivative(int parameter, Object[] arguments, Object out, Object dOut)
      throws NoSuchMethodException {
    List<Object> given = new ArrayList<>(List.of(arguments));
    given.addAll(List.of(out, dOut));
    if (!arguments[parameter].getClass().isArray()) {
      return call(derivative(parameter), given.toArray());
    }
    Object gradient = array(Array.getLength(arguments[parameter]));
    given.add(gradient);
    call(derivative(parameter), given.toArray());
    return gradient;
  }

  /** The numbers of an array or of a scalar. */
  static double[] numbers(Object value) {
    if (!value.getClass().isArray()) {
      return new double[] {((Number) value).doubleValue()};
    }
    return IntStream.range(0, Array.getLength(value))
        .mapToDouble(i -> Array.getDouble(value, i))
        .toArray();
  }

  static Object call(Method method, Object... arguments) {
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(method + " of " + Arrays.toString(arguments), e);
    }
  }

  @Override
  public String toString() {
    return scalar() + " " + name() + "/" + plain.getParameterCount();
  }
}
