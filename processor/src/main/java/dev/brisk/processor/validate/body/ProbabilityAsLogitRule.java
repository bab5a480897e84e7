package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.program.Expr;

/** A loss that applies a sigmoid or a softmax itself is given what comes before it. */
final class ProbabilityAsLogitRule implements BodyRule {
  @Override
  public void check(Definitions program, Diagnostics diagnostics) {
    Sigmoids sigmoids = new Sigmoids(program);
    Softmaxes softmaxes = new Softmaxes(program);
    for (Guarded guarded : Guarded.in(program)) {
      Expr.Call call = guarded.call();
      if (Calls.isLoss("binaryCrossEntropy", call)
          && sigmoids.argument(call.arguments().get(0)).isPresent()) {
        report(call, "a sigmoid", "the score", "sigmoid", "between 0.5 and 0.74", diagnostics);
      } else if (Calls.isLoss("softmaxCrossEntropy", call)
          && call.arguments().get(0) instanceof Expr.Read logits
          && softmaxes.isSoftmax(logits.variable(), guarded.statement())) {
        report(
            call,
            "a softmax",
            "the scores",
            "softmax",
            "that differ by a factor of 2.72 at the most",
            diagnostics);
      }
    }
  }

  private static void report(
      Expr.Call call,
      String given,
      String taken,
      String function,
      String twice,
      Diagnostics diagnostics) {
    diagnostics.add(
        Problem.PROBABILITY_AS_LOGIT,
        call.arguments().get(0).place(),
        call.primitive(),
        given,
        taken,
        function,
        twice);
  }
}
