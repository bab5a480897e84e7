package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that computes a figure of one example to watch, such as 1 for a right prediction and 0
 * for a wrong one; the trainer reports its mean over examples. It takes the arguments of the {@link
 * Loss} and returns a number. It need not be differentiable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Metric {
  /**
   * Which values are the better ones; {@link Decay#PLATEAU} needs to know it of the metric that it
   * monitors.
   *
   * <p>Unstated, the words of the method's name decide: accuracy, auc, precision, recall, f1, r2,
   * hits and ndcg are better higher; error, loss, mae, mse, rmse, perplexity and deviation are
   * better lower. Of any other name it must be stated.
   */
  Better better() default Better.UNSTATED;
}
