package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.text.Digits;
import java.util.List;

/** What is found in an update that is refused: who is to blame, an example or the rate. */
final class Refusals {
  /** A loss of so many times the first one has been driven there. */
  private static final double DRIVEN = 2;

  private Refusals() {}

  /** The loss is not finite. */
  static Finding ofLoss(Course course, double loss, int examples, List<Integer> culprits) {
    String evidence =
        "The loss is "
            + loss
            + " at a rate of "
            + Digits.of(course.trainer().learningRate())
            + "; "
            + culprits(examples, culprits)
            + ".";
    return Symptom.NON_FINITE_LOSS.found(course, evidence, remedy(course, examples, culprits));
  }

  private static String remedy(Course course, int examples, List<Integer> culprits) {
    if (2 * culprits.size() < examples && !culprits.isEmpty() && !isDriven(course)) {
      return "Look at example "
          + culprits.get(0)
          + ": at a value that is not finite or far from those of others, at a logarithm, a root or a"
          + " division at the edge of its range.";
    }
    return course.losses().count() == 0
        ? "No update was done before. Look at first values of parameters, at the size of inputs, and"
            + " for a logarithm, a root or a division at the edge of its range."
        : Remedies.lowerRate(course);
  }

  private static String culprits(int examples, List<Integer> culprits) {
    if (examples == 0) {
      return "it was computed elsewhere, with the gradient";
    }
    if (culprits.isEmpty()) {
      return "each of its " + examples + " examples has a finite loss, their sum is not";
    }
    String all = "of its " + examples + " examples " + culprits.size();
    return examples == 1
        ? "it is that of a single example"
        : culprits.size() == examples
            ? "so is that of each of its " + examples + " examples"
            : all + (culprits.size() == 1 ? " is" : " are") + " to blame, first " + culprits.get(0);
  }

  /** The loss is finite, the gradient is not. */
  static Finding ofGradient(Course course, FirstNonFinite first) {
    return Symptom.NON_FINITE_GRADIENT.found(
        course,
        "The loss is "
            + Digits.of(course.losses().last())
            + ", its derivative by "
            + first.parameter()
            + ", element "
            + first.element()
            + ", is not finite.",
        isDriven(course)
            ? Remedies.lowerRate(course)
            : "Look for a root, a power or a logarithm at the edge of its range: the value is finite"
                + " there, and its derivative is not.");
  }

  private static boolean isDriven(Course course) {
    LossCourse losses = course.losses();
    return losses.count() > 1 && losses.last() > DRIVEN * losses.reference();
  }
}
