package dev.brisk.report.finder;

import dev.brisk.tune.Suggestion;

/** The rules of suggestions in words. */
final class RuleText {
  private RuleText() {}

  static String name(Suggestion rule) {
    return switch (rule) {
      case STEEPEST_LOG_LOG -> "steepest in logarithms";
      case STEEPEST -> "steepest";
      case VALLEY -> "valley";
      case SLIDE -> "slide";
      case MINIMUM_OVER_TEN -> "minimum over ten";
    };
  }

  static String sentence(Suggestion rule) {
    return switch (rule) {
      case STEEPEST_LOG_LOG -> "where the logarithm of the loss falls most steeply";
      case STEEPEST -> "where the loss falls most steeply";
      case VALLEY -> "the middle of the longest fall";
      case SLIDE -> "where the curve leaves its valley, seen from the right";
      case MINIMUM_OVER_TEN -> "a tenth of the rate with the lowest loss";
    };
  }
}
