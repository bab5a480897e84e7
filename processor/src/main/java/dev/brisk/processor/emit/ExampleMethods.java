package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.brisk.processor.plan.PredictionPlan;
import java.util.List;
import java.util.Optional;

/** How a trainer computes something of one example: calls, and the methods that they call. */
interface ExampleMethods {
  /** The methods of the trainer that the calls mean. */
  List<MethodSpec> methods();

  /** A call that gives the loss. */
  CodeBlock loss(CodeBlock example);

  /** A call that gives the metric of that name. */
  CodeBlock metric(String name, CodeBlock example);

  /** A call that gives the prediction, if it is an array one of its own. */
  CodeBlock prediction(PredictionPlan prediction, CodeBlock example);

  /**
   * Statements that write a prediction that is an array into {@link TrainerFields#out()}, or refuse
   * that for its length.
   */
  CodeBlock predictionInto(PredictionPlan prediction, CodeBlock example);

  /** A call that gives the loss and updates the parameters, if there is one. */
  Optional<CodeBlock> descent(CodeBlock example, String rate);

  /** Statements before the first gradient of a batch: sums are zero. */
  CodeBlock cleared();

  /**
   * A call that gives the loss and adds the gradient to the sums.
   *
   * @param share the weight of the example, in double precision
   * @param key of what the example drops, where it drops something
   */
  CodeBlock gradient(CodeBlock example, String share, CodeBlock key);

  /**
   * A call that gives the slope along a direction, and adds the Hessian times that to the sums,
   * with the weight {@code share}.
   *
   * @param example followed by the direction
   */
  CodeBlock hessian(CodeBlock example);

  /**
   * Statements after the last gradient of a batch: sums have become the gradient of the mean.
   *
   * @param share the weight of each example, in double precision
   */
  CodeBlock completed(String share);
}
