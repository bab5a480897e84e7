package dev.brisk.processor.oracle;

import static dev.brisk.processor.oracle.Reflection.accessible;
import static dev.brisk.processor.oracle.Reflection.argument;
import static dev.brisk.processor.oracle.Reflection.method;
import static dev.brisk.processor.oracle.Reflection.number;
import static dev.brisk.processor.oracle.Reflection.unchecked;

import dev.brisk.analysis.Sharpness;
import dev.brisk.analysis.SharpnessMeter;
import dev.brisk.check.GradientCheck;
import dev.brisk.check.GradientReport;
import dev.brisk.runtime.DoubleHessianTrainer;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FloatHessianTrainer;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingRun;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A model object and its generated trainer, by reflection, since both were compiled by the test.
 *
 * <p>Parameters are read and written as one flat array, in the order of {@code gradient(...)}.
 */
public final class CompiledModel {
  private final UserModel model;
  private final Trainer<?> trainer;

  private CompiledModel(UserModel model, Trainer<?> trainer) {
    this.model = model;
    this.trainer = trainer;
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

  /** A new object of the same class, with a trainer of that seed. */
  public CompiledModel another(long seed) {
    Class<?> type = model.object().getClass();
    return of(object(type.getClassLoader(), type.getName()), model.lossName(), seed);
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
              new UserModel(model, loss),
              (Trainer<?>) accessible(constructor).newInstance(arguments));
        });
  }

  /** The user's own loss of one example. */
  public double ownLoss(Object... example) {
    return model.loss(example);
  }

  /** The user's own method of that name, such as a metric. */
  double own(String method, Object[] example) {
    return model.number(method, example);
  }

  /** The generated mean of the metric of that name. */
  public double metric(String name, Object examples) {
    return number(method(trainer.getClass(), name), trainer, examples);
  }

  /**
   * What the trainer's method of that name gives: of the arguments of an example, of all examples,
   * or null where the last argument is an array to write to.
   */
  public Object predict(String name, Object... arguments) {
    Method method = method(trainer.getClass(), name, arguments);
    return unchecked(() -> method.invoke(trainer, arguments));
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
    return model.object();
  }

  /** All parameters. */
  public double[] parameters() {
    return model.parameters();
  }

  /** Sets all parameters; those of single precision are rounded. */
  public void parameters(double[] values) {
    model.parameters(values);
  }

  /** A run over examples. */
  public TrainingReport fit(Object examples, Fit options) {
    return fit(trainer, examples, options);
  }

  private static <E extends Examples<E>> TrainingReport fit(
      Trainer<E> trainer, Object examples, Fit options) {
    return trainer.fit(typed(trainer, examples), options);
  }

  /** A run over examples, to be taken epoch by epoch. */
  public TrainingRun begin(Object examples, Fit options) {
    return begin(trainer, examples, options);
  }

  private static <E extends Examples<E>> TrainingRun begin(
      Trainer<E> trainer, Object examples, Fit options) {
    return trainer.begin(typed(trainer, examples), options);
  }

  /** One update on one example. */
  public double step(Object... example) {
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

  /** One update by a gradient from elsewhere; that of single precision is rounded. */
  public void applyGradient(double loss, double[] gradient) {
    if (trainer instanceof FloatTrainer<?> single) {
      float[] rounded = new float[gradient.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) gradient[i];
      }
      single.applyGradient(loss, rounded);
    } else {
      ((DoubleTrainer<?>) trainer).applyGradient(loss, gradient);
    }
  }

  /** The Hessian of the mean loss of all examples, times a vector. */
  public double[] hessianTimes(Object examples, double[] vector) {
    if (trainer instanceof FloatHessianTrainer<?> single) {
      float[] product = new float[vector.length];
      for (int i = 0; i < product.length; i++) {
        product[i] = (float) vector[i];
      }
      // In place, which the contract allows.
      hessianTimes(single, examples, product);
      double[] wide = new double[vector.length];
      Arrays.setAll(wide, i -> product[i]);
      return wide;
    }
    double[] product = vector.clone();
    hessianTimes((DoubleHessianTrainer<?>) trainer, examples, product);
    return product;
  }

  private static <E extends Examples<E>> void hessianTimes(
      DoubleHessianTrainer<E> trainer, Object examples, double[] inPlace) {
    E typed = typed(trainer, examples);
    trainer.hessianTimes(typed, 0, typed.size(), inPlace, inPlace);
  }

  private static <E extends Examples<E>> void hessianTimes(
      FloatHessianTrainer<E> trainer, Object examples, float[] inPlace) {
    E typed = typed(trainer, examples);
    trainer.hessianTimes(typed, 0, typed.size(), inPlace, inPlace);
  }

  /** How the mean loss curves. */
  public Sharpness sharpness(Object examples) {
    return sharpness(examples, OptionalDouble.empty());
  }

  /** How the mean loss curves, by differences of that width where it is given. */
  public Sharpness sharpness(Object examples, OptionalDouble width) {
    return trainer instanceof FloatTrainer<?> single
        ? ofSingle(single, examples, width)
        : ofDouble((DoubleTrainer<?>) trainer, examples, width);
  }

  private static <E extends Examples<E>> Sharpness ofDouble(
      DoubleTrainer<E> trainer, Object examples, OptionalDouble width) {
    return measured(SharpnessMeter.on(trainer), typed(trainer, examples), width);
  }

  private static <E extends Examples<E>> Sharpness ofSingle(
      FloatTrainer<E> trainer, Object examples, OptionalDouble width) {
    return measured(SharpnessMeter.on(trainer), typed(trainer, examples), width);
  }

  private static <E extends Examples<E>> Sharpness measured(
      SharpnessMeter<E> meter, E examples, OptionalDouble width) {
    return (width.isPresent() ? meter.width(width.getAsDouble()) : meter).measure(examples);
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
}
