package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer of a {@link Trainable} model, and its hyper-parameters.
 *
 * <p>Each {@link Algorithm} reads some of the attributes and says which; writing one that it does
 * not read is a compile error. An attribute that is not written and whose default is {@code NaN}
 * takes the default that the algorithm names.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Optimizer {
  /** The update rule. */
  Algorithm value();

  /**
   * The learning rate that schedules start from or rise to; finite and positive. Can be replaced at
   * run time, {@code trainer.baseLearningRate(x)}.
   */
  double learningRate() default Double.NaN;

  /**
   * Share of the previous update's direction that is kept, in [0, 1). {@link
   * Schedule#cycleMomentum()} takes its place.
   */
  double momentum() default 0;

  /** Share of the gradient that momentum leaves out, in [0, 1]; from the second update on. */
  double dampening() default 0;

  /** Whether momentum looks ahead (Nesterov); needs {@code momentum} above 0 and no dampening. */
  boolean nesterov() default false;

  /**
   * How strongly the parameters are pulled towards 0, finite and at least 0. Where the algorithm
   * says so it is added to the gradient, times the parameter (L2); else it is decoupled, and the
   * share {@code learningRate * weightDecay} of the parameter, which is below 1, goes at each
   * update.
   */
  double weightDecay() default Double.NaN;

  /**
   * Decay of the running mean of the gradient, in [0, 1): it looks back over about {@code 1 / (1 -
   * beta1)} updates. In LION it is that of the direction. {@link Schedule#cycleMomentum()} takes
   * its place.
   */
  double beta1() default Double.NaN;

  /**
   * Decay of the running mean of the squared gradient, in [0, 1); in ADAMAX of the largest
   * gradient, in LION of the mean of the gradient.
   */
  double beta2() default Double.NaN;

  /** What is added to a denominator to keep it from zero; finite and at least 0. */
  double epsilon() default Double.NaN;

  /**
   * Whether steps are scaled by the largest mean of squares so far (Reddi et al., "On the
   * Convergence of Adam and Beyond", 2018).
   */
  boolean amsgrad() default false;

  /** Decay of the running mean of the squared gradient in RMSPROP, in [0, 1). */
  double alpha() default Double.NaN;

  /**
   * Whether the square of the mean gradient is taken off the mean square in RMSPROP, before its
   * root is taken.
   */
  boolean centered() default false;

  /** Decay of the running means of squares in ADADELTA, in [0, 1). */
  double rho() default Double.NaN;

  /**
   * How fast the rate falls in ADAGRAD, beside any schedule: update number n, counted from 0, has
   * {@code learningRate / (1 + n * learningRateDecay)}. Finite and at least 0.
   */
  double learningRateDecay() default 0;

  /** What the sum of squared gradients starts at in ADAGRAD; finite and at least 0. */
  double initialAccumulator() default 0;

  /**
   * How fast NADAM's momentum rises to {@code beta1}: that of update number n, counted from 1, is
   * {@code beta1 * (1 - 0.5 * 0.96^(n * momentumDecay))}. Finite and at least 0.
   */
  double momentumDecay() default Double.NaN;

  /** The share of a parameter's norm that a step at rate 1 has in LARS; finite and at least 0. */
  double trustCoefficient() default Double.NaN;

  /** Factor of a step in RPROP where the sign of the gradient turned, in (0, 1). */
  double etaMinus() default Double.NaN;

  /** Factor of a step in RPROP where the sign of the gradient stayed, finite and above 1. */
  double etaPlus() default Double.NaN;

  /** The smallest step of RPROP, positive and at most {@code stepMax}. */
  double stepMin() default Double.NaN;

  /** The largest step of RPROP, finite and at least {@code stepMin}. */
  double stepMax() default Double.NaN;
}
