package dev.brisk.runtime;

/**
 * The losses of an epoch are far above the first one; leaves the epoch, and no one else sees it.
 */
final class ExplodedLossException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  ExplodedLossException(String message) {
    super(message);
  }
}
