package dev.brisk.runtime;

/**
 * A trainer is asked to compute something that it was not compiled with. The compiler that Brisk
 * ran in, such as Eclipse's, shows no method bodies, so the trainer has every method and no loss.
 */
public final class NoMethodBodiesException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  /**
   * @param model the qualified name of its class
   */
  public NoMethodBodiesException(String model) {
    super(
        "the trainer of "
            + model
            + " was written by a compiler that shows Brisk no method bodies, so it cannot compute"
            + " anything. Build the model with javac, as Maven and Gradle do, or write its gradient"
            + " by hand, in a method annotated with @Gradient");
  }
}
