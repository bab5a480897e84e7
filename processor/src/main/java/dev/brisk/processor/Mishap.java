package dev.brisk.processor;

/** Describes an exception in one line. */
final class Mishap {
  private Mishap() {}

  /** What no stage should throw, and where it was thrown, in one line without a stack trace. */
  static String described(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    String message = thrown.getMessage() == null ? "" : " (" + firstLine(thrown.getMessage()) + ")";
    return thrown.getClass().getName() + message + where;
  }

  /** What was thrown, {@code AccessDeniedException: demo.Model.svg}, in one line. */
  static String named(Throwable thrown) {
    String name = thrown.getClass().getSimpleName();
    return thrown.getMessage() == null ? name : name + ": " + firstLine(thrown.getMessage());
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
