package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.MethodSource.Argument;

/** Decides whether two methods say the same of the length of one column. */
final class ColumnShapes {
  private ColumnShapes() {}

  /**
   * @param problem that a method takes other arguments than the loss
   */
  static void check(
      Argument given,
      Argument expected,
      MethodSource loss,
      Problem problem,
      Diagnostics diagnostics) {
    if (contradict(given, expected)) {
      diagnostics.add(
          problem,
          given.place(),
          "`" + given.name() + "` has length " + length(given) + " here",
          "The @Loss `" + loss.name() + "` takes the same column with length " + length(expected),
          "Write the same @Shape on both");
    }
  }

  private static boolean contradict(Argument one, Argument other) {
    return !one.shape().isEmpty()
        && !other.shape().isEmpty()
        && Shapes.size(one.shape()) != Shapes.size(other.shape());
  }

  private static String length(Argument argument) {
    return Figures.count(Shapes.size(argument.shape()));
  }
}
