package dev.brisk.processor.diagnostic;

/** What a problem means for the compilation. */
public enum Severity {
  /** No trainer is written. */
  ERROR,
  /** The trainer is written; the user is told. */
  WARNING
}
