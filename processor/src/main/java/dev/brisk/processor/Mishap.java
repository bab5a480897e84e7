package dev.brisk.processor;

/** Describes an exception that no stage should throw. */
final class Mishap {
  private Mishap() {}

  /** What was thrown and where, in one line without a stack trace. */
  static String described(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    String message = thrown.getMessage() == null ? "" : " (" + firstLine(thrown.getMessage()) + ")";
    return thrown.getClass().getName() + message + where;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
