package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Trainer;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures how the mean loss of some examples curves at the parameters that a model has, and so how
 * large the learning rate may be there:
 *
 * <pre>{@code
 * Sharpness sharpness = SharpnessMeter.on(trainer).measure(examples);
 * System.out.println(sharpness.judge(trainer.learningRate()));
 * }</pre>
 *
 * <p>It takes the method of Lanczos, each iteration of which needs a product of the Hessian with a
 * vector. These are exact where the model asks for them, by {@link dev.brisk.Trainable#hessian()}.
 * Otherwise a product is the central difference of two gradients of all examples, {@code (g(w + h
 * v) - g(w - h v)) / 2h}. Rounding then leaves a relative error of about 1e-10 in double precision
 * and 1e-4 in single precision; what the difference misses of a loss that is no quadratic falls
 * with the square of the {@link #width}. Of a network with kinks, as of ReLU, it sees what the
 * gradient does between the two points; exact products see the smooth pieces alone.
 *
 * <p>Nothing is trained. The parameters are moved, and brought back to the last bit, whatever is
 * thrown. {@code dropout} drops nothing. The Hessian is that of the loss alone: weight decay that
 * the optimizer adds is to be added to it, as {@link Descent#withWeightDecay} does, and a factor of
 * a parameter's own rate, {@code learningRateFactor}, is not known.
 *
 * <p>Needs room for as many vectors of all parameters as there are iterations.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class SharpnessMeter<E extends Examples<E>> {
  private static final double DOUBLE_TOLERANCE = 1e-6;
  private static final double SINGLE_TOLERANCE = 1e-3;

  private final Trainer<E> trainer;
  private final Options options;

  private SharpnessMeter(Trainer<E> trainer, Options options) {
    this.trainer = Objects.requireNonNull(trainer, "trainer");
    this.options = options;
  }

  private record Options(
      int iterations,
      OptionalDouble tolerance,
      OptionalDouble width,
      long seed,
      List<String> only) {
    static final Options STANDARD =
        new Options(100, OptionalDouble.empty(), OptionalDouble.empty(), 0, List.of());
  }

  /** A meter with standard options, for a model in double precision. */
  public static <E extends Examples<E>> SharpnessMeter<E> on(DoubleTrainer<E> trainer) {
    return new SharpnessMeter<>(trainer, Options.STANDARD);
  }

  /** A meter with standard options, for a model in single precision. */
  public static <E extends Examples<E>> SharpnessMeter<E> on(FloatTrainer<E> trainer) {
    return new SharpnessMeter<>(trainer, Options.STANDARD);
  }

  private SharpnessMeter<E> with(Options changed) {
    return new SharpnessMeter<>(trainer, changed);
  }

  /**
   * The most iterations, 100 without it. The largest eigenvalue of a network usually takes 10 to
   * 40.
   *
   * @param count at least 1
   */
  public SharpnessMeter<E> iterations(int count) {
    require(count >= 1, "iterations", count, "at least 1");
    return with(new Options(count, options.tolerance, options.width, options.seed, options.only));
  }

  /**
   * The residuals at which it is content, as a share of the larger modulus of the two eigenvalues;
   * 1e-6 without it, 1e-3 in single precision. The error of an eigenvalue is much smaller, of the
   * order of the residual's square. The smallest often has many close to it, and takes longer;
   * where the iterations are used up its residual tells how far it is known.
   *
   * @param share in (0, 1)
   */
  public SharpnessMeter<E> tolerance(double share) {
    require(share > 0 && share < 1, "tolerance", share, "in (0, 1)");
    return with(
        new Options(
            options.iterations,
            OptionalDouble.of(share),
            options.width,
            options.seed,
            options.only));
  }

  /**
   * The distance {@code h} to either side at which gradients are taken. Without it, {@code e^(1/3)
   * max(1, |w| / sqrt(n))} with the precision's {@code e} and {@code n} parameters {@code w}: 6e-6
   * in double precision and 5e-3 in single precision for parameters of ordinary size. Smaller where
   * the loss changes its curvature within such a distance. A trainer that multiplies with the
   * Hessian itself takes differences only if a width is given.
   *
   * @param distance finite and positive
   */
  public SharpnessMeter<E> width(double distance) {
    require(
        distance > 0 && distance < Double.POSITIVE_INFINITY,
        "width",
        distance,
        "finite and positive");
    return with(
        new Options(
            options.iterations,
            options.tolerance,
            OptionalDouble.of(distance),
            options.seed,
            options.only));
  }

  /** Of the vector that the iteration starts with; 0 without it. */
  public SharpnessMeter<E> seed(long seed) {
    return with(
        new Options(options.iterations, options.tolerance, options.width, seed, options.only));
  }

  /**
   * Looks at the curvature along these parameters alone, by the names of their fields: those that
   * are trained, where others are frozen. Without it, along all.
   *
   * @throws IllegalArgumentException if the model has no parameter of such a name
   */
  public SharpnessMeter<E> only(String... parameters) {
    List<String> known = trainer.layout().stream().map(ParameterLayout::name).toList();
    require(parameters.length > 0, "the number of parameters", 0, "at least 1");
    for (String name : parameters) {
      require(known.contains(name), "a parameter", name, "one of " + known);
    }
    return with(
        new Options(
            options.iterations,
            options.tolerance,
            options.width,
            options.seed,
            List.of(parameters)));
  }

  /**
   * Measures the curvature of the mean loss of all these examples. Some hundreds of them, {@code
   * examples.range(0, 500)}, often tell as much as all.
   *
   * @throws ArithmeticException if the gradient is not finite close to the parameters, which are as
   *     they were
   */
  public Sharpness measure(E examples) {
    TrainedLoss<E> loss = loss(examples);
    int[] block = block(loss);
    if (loss.hasHessian() && options.width.isEmpty()) {
      Lanczos.Operator hessian = new HessianByTrainer(loss, block);
      return measured(hessian, hessian);
    }
    double[] parameters = loss.parameters();
    double width =
        options.width.orElseGet(() -> HessianByDifferences.width(loss.epsilon(), parameters));
    HessianByDifferences hessian = new HessianByDifferences(loss, parameters, block, width);
    try {
      return measured(hessian, hessian.halved());
    } finally {
      loss.setParameters(parameters);
    }
  }

  /**
   * @param other the same Hessian with other errors, if it has errors that may be others
   */
  private Sharpness measured(Lanczos.Operator hessian, Lanczos.Operator other) {
    double[] start = Lanczos.start(hessian.dimension(), options.seed);
    Lanczos.Ends ends = Lanczos.ends(hessian, options.iterations, tolerance(), start);
    Lanczos.Ends checked =
        new Lanczos.Ends(
            checked(other, ends.largest()), checked(other, ends.smallest()), ends.iterations());
    return new Sharpness(
        checked.largest().value(),
        checked.smallest().value(),
        checked.largest().residual(),
        checked.smallest().residual(),
        checked.iterations(),
        checked.largest().residual() <= tolerance() * checked.norm());
  }

  /** The eigenvalue that fits its vector best, after one more product. */
  private static Lanczos.Pair checked(Lanczos.Operator hessian, Lanczos.Pair pair) {
    double[] product = hessian.times(pair.vector());
    double value = Lanczos.dot(product, pair.vector());
    // Beside what it was, so that a difference of the two shows.
    Lanczos.add(product, -pair.value(), pair.vector());
    return new Lanczos.Pair(value, pair.vector(), Lanczos.length(product));
  }

  private TrainedLoss<E> loss(E examples) {
    return trainer instanceof FloatTrainer<E> single
        ? new TrainedLoss.OfFloats<>(single, examples)
        : new TrainedLoss.OfDoubles<>((DoubleTrainer<E>) trainer, examples);
  }

  private double tolerance() {
    return options.tolerance.orElse(
        trainer instanceof FloatTrainer ? SINGLE_TOLERANCE : DOUBLE_TOLERANCE);
  }

  private int[] block(TrainedLoss<E> loss) {
    return loss.layout().stream()
        .filter(layout -> options.only.isEmpty() || options.only.contains(layout.name()))
        .flatMapToInt(layout -> IntStream.range(layout.offset(), layout.end()))
        .toArray();
  }
}
