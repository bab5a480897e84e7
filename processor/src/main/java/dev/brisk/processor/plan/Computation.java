package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.Optional;

/**
 * Where a trainer has the loss of one example, its gradient, its metrics and its predictions from.
 */
public sealed interface Computation {
  /**
   * From the bodies of the model's methods.
   *
   * @param loss one example's loss
   * @param gradient one example's loss and its gradient, weighted, added to sums
   * @param summed the array parameters whose sums the gradient takes, in that order
   * @param sparse those of them that an update goes through by the rows that were touched
   * @param descent one example's loss, gradient and update in one, where that is possible
   * @param metrics one example's figures, in their order
   * @param predictions in their order
   * @param batches what is computed of a batch at once
   * @param hessian products with it, if they are asked for
   * @param predictor a class that predicts without Brisk, if it is asked for
   */
  record Derived(
      Routine loss,
      Routine gradient,
      List<ParameterPlan> summed,
      List<SparsePlan> sparse,
      Optional<Routine> descent,
      List<Routine> metrics,
      List<Prediction> predictions,
      Batches batches,
      Optional<HessianPlan> hessian,
      Optional<PredictorPlan> predictor)
      implements Computation {
    /** Whether a step drops elements at random, by a key that is the last extra of the gradient. */
    public boolean drops() {
      return gradient.extras().stream().anyMatch(extra -> extra.type().equals(Type.LONG));
    }
  }

  /**
   * From the model's own methods, which are called as they are.
   *
   * @param loss the name of the method annotated with {@link dev.brisk.Loss}
   * @param gradient the name of the one annotated with {@link dev.brisk.Gradient}
   */
  record HandWritten(String loss, String gradient) implements Computation {}

  /**
   * From nowhere, as the compiler shows no bodies: the trainer compiles, and computes nothing.
   *
   * @param hasHessian whether it has the method that multiplies with the Hessian
   * @param hasPredictor whether there is a class that predicts without Brisk, likewise
   */
  record Unread(boolean hasHessian, boolean hasPredictor) implements Computation {}
}
