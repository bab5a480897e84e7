package dev.brisk.processor.oracle;

import dev.brisk.check.GradientCheck;
import dev.brisk.check.GradientReport;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A model object and its generated trainer, by reflection, since both were compiled by the test.
 *
 * <p>All instance fields of a test model are parameters, except for final numbers. They are read
 * and written as one flat array, in the order of {@code gradient(...)}.
 */
public final class CompiledModel {
  private final Object model;
  private final Trainer<?> trainer;
  private final Method loss;
  private final List<Field> parameters;

  private CompiledModel(Object model, Trainer<?> trainer, String loss) {
    this.model = model;
    this.trainer = trainer;
    this.loss = method(model.getClass(), loss);
    this.parameters =
        Arrays.stream(model.getClass().getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !isConstant(field))
            .map(CompiledModel::accessible)
            .toList();
  }

  /**
   * A new object of the model, with a trainer of its own.
   *
   * @param loss the name of its loss
   */
  public static CompiledModel of(ClassLoader loader, String name, String loss) {
    return of(object(loader, name), loss);
  }

  /** A model object with a trainer by the constructor without a seed. */
  public static CompiledModel of(Object model, String loss) {
    return trained(model, loss, List.of(model.getClass()), model);
  }

  /** A model object with a trainer of that seed. */
  public static CompiledModel of(Object model, String loss, long seed) {
    return trained(model, loss, List.of(model.getClass(), long.class), model, seed);
  }

  /** A new object of a class with a constructor without arguments. */
  public static Object object(ClassLoader loader, String name) {
    return unchecked(
        () -> accessible(loader.loadClass(name).getDeclaredConstructor()).newInstance());
  }

  private static CompiledModel trained(
      Object model, String loss, List<Class<?>> types, Object... arguments) {
    return unchecked(
        () -> {
          String name = model.getClass().getName().replace('$', '_') + "Trainer";
          Constructor<?> constructor =
              model
                  .getClass()
                  .getClassLoader()
                  .loadClass(name)
                  .getDeclaredConstructor(types.toArray(Class<?>[]::new));
          return new CompiledModel(
              model, (Trainer<?>) accessible(constructor).newInstance(arguments), loss);
        });
  }

  private static boolean isConstant(Field field) {
    Class<?> type = field.getType();
    boolean isWhole = type == int[].class || type == long[].class || type == boolean[].class;
    return Modifier.isFinal(field.getModifiers()) && (isWhole || !type.isArray());
  }

  /** The user's own loss of one example. */
  double ownLoss(Object[] example) {
    return number(loss, model, example);
  }

  /** The user's own method of that name, such as a metric. */
  double own(String method, Object[] example) {
    return number(method(model.getClass(), method), model, example);
  }

  /** The generated mean of the metric of that name. */
  public double metric(String name, Object examples) {
    return number(method(trainer.getClass(), name), trainer, examples);
  }

  /** A single example. */
  Object examples(Object[] row) {
    return examples(Collections.singletonList(row));
  }

  /** The examples with these rows. */
  public Object examples(List<Object[]> rows) {
    Method examples = method(trainer.getClass(), "examples");
    Class<?>[] types = examples.getParameterTypes();
    Object[] columns = new Object[types.length];
    for (int c = 0; c < types.length; c++) {
      columns[c] = Array.newInstance(types[c].getComponentType(), rows.size());
      for (int r = 0; r < rows.size(); r++) {
        Array.set(columns[c], r, argument(types[c].getComponentType(), rows.get(r)[c]));
      }
    }
    return unchecked(() -> examples.invoke(null, columns));
  }

  /** The trainer itself. */
  public Trainer<?> trainer() {
    return trainer;
  }

  /** The generated mean loss. */
  public double loss(Object examples) {
    return loss(trainer, examples);
  }

  private static <E extends Examples<E>> double loss(Trainer<E> trainer, Object examples) {
    return trainer.loss(typed(trainer, examples));
  }

  /** The model itself. */
  public Object model() {
    return model;
  }

  /** A run over examples. */
  public TrainingReport fit(Object examples, Fit options) {
    return fit(trainer, examples, options);
  }

  private static <E extends Examples<E>> TrainingReport fit(
      Trainer<E> trainer, Object examples, Fit options) {
    return trainer.fit(typed(trainer, examples), options);
  }

  /** One update on one example. */
  public double step(Object[] example) {
    return number(stepMethod(), trainer, example);
  }

  /** The method of one update on one example. */
  public Method stepMethod() {
    return method(trainer.getClass(), "step");
  }

  /** One update on the mean loss. */
  public double trainBatch(Object examples, int from, int to) {
    return trainBatch(trainer, examples, from, to);
  }

  private static <E extends Examples<E>> double trainBatch(
      Trainer<E> trainer, Object examples, int from, int to) {
    return trainer.trainBatch(typed(trainer, examples), from, to);
  }

  /** A mean loss and its gradient. */
  public record LossAndGradient(double loss, double[] gradient) {}

  /** The gradient of the mean loss. */
  public LossAndGradient gradient(Object examples, int from, int to) {
    int length = parameters().length;
    // What was in the array before must not matter.
    if (trainer instanceof FloatTrainer<?> single) {
      float[] out = new float[length];
      Arrays.fill(out, Float.NaN);
      double loss = gradient(single, examples, from, to, out);
      double[] wide = new double[length];
      Arrays.setAll(wide, i -> out[i]);
      return new LossAndGradient(loss, wide);
    }
    double[] out = new double[length];
    Arrays.fill(out, Double.NaN);
    double loss = gradient((DoubleTrainer<?>) trainer, examples, from, to, out);
    return new LossAndGradient(loss, out);
  }

  private static <E extends Examples<E>> double gradient(
      DoubleTrainer<E> trainer, Object examples, int from, int to, double[] out) {
    return trainer.gradient(typed(trainer, examples), from, to, out);
  }

  private static <E extends Examples<E>> double gradient(
      FloatTrainer<E> trainer, Object examples, int from, int to, float[] out) {
    return trainer.gradient(typed(trainer, examples), from, to, out);
  }

  /** The gradient of the mean loss, compared with differences of it. */
  public GradientReport gradientCheck(Object examples) {
    return trainer instanceof FloatTrainer<?> single
        ? gradientCheck(single, examples)
        : gradientCheck((DoubleTrainer<?>) trainer, examples);
  }

  private static <E extends Examples<E>> GradientReport gradientCheck(
      DoubleTrainer<E> trainer, Object examples) {
    return GradientCheck.of(trainer, typed(trainer, examples));
  }

  private static <E extends Examples<E>> GradientReport gradientCheck(
      FloatTrainer<E> trainer, Object examples) {
    return GradientCheck.of(trainer, typed(trainer, examples));
  }

  /** Examples come from the same generated class as the trainer. */
  @SuppressWarnings("unchecked")
  private static <E extends Examples<E>> E typed(Trainer<E> trainer, Object examples) {
    return (E) examples;
  }

  /** All parameters. */
  public double[] parameters() {
    return parameters.stream()
        .map(field -> unchecked(() -> field.get(model)))
        .flatMapToDouble(CompiledModel::numbers)
        .toArray();
  }

  private static DoubleStream numbers(Object value) {
    if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> Array.get(value, i))
          .flatMapToDouble(CompiledModel::numbers);
    }
    return DoubleStream.of(((Number) value).doubleValue());
  }

  /** Sets all parameters; those of single precision are rounded. */
  public void parameters(double[] values) {
    PrimitiveIterator.OfDouble next = Arrays.stream(values).iterator();
    for (Field field : parameters) {
      unchecked(
          () -> {
            Object value = filled(field.get(model), next);
            if (!value.getClass().isArray()) {
              field.set(model, value);
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

  /** The method of that name which a person wrote; the first one of several. */
  private static Method method(Class<?> declaring, String name) {
    return Arrays.stream(declaring.getDeclaredMethods())
        .filter(method -> method.getName().equals(name) && !method.isSynthetic())
        .map(CompiledModel::accessible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in " + declaring));
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }

  private static double number(Method method, Object receiver, Object... values) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = argument(types[i], values[i]);
    }
    return ((Number) unchecked(() -> method.invoke(receiver, arguments))).doubleValue();
  }

  private static Object argument(Class<?> type, Object value) {
    return unchecked(() -> Arguments.as(type, value));
  }

  /** Something that uses reflection. */
  private interface Reflective<T> {
    T run() throws ReflectiveOperationException;
  }

  /** What the called method throws comes out as it is. */
  private static <T> T unchecked(Reflective<T> action) {
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
