package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Carries a learning rate that was found with one size of batch over to another. With {@code r =
 * batchSize * accumulate / baseBatchSize} the rate of {@link Optimizer} is multiplied by {@code r},
 * or by its square root; schedules and warm-up then start from it and rise to it. Other rates, such
 * as {@link Schedule#minLearningRate()}, are not scaled.
 *
 * <p>Where {@link Training} declares the {@code batchSize}, the trainer has the scaled rate from
 * the beginning. Else only {@code fit} knows it and scales when it begins; a {@code step} or {@code
 * trainBatch} before that takes the rate as it is annotated. A rate that is set by hand, {@code
 * trainer.baseLearningRate(x)}, is taken as it is and is not scaled any more.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BatchScaling {
  /** The number of examples of an update for which the annotated rate was found, positive. */
  int baseBatchSize();

  /** How the rate follows the number of examples. */
  ScalingRule rule() default ScalingRule.LINEAR;
}
