package dev.brisk.check;

/**
 * One derivative as it is given, beside its estimate.
 *
 * @param name what it is, such as {@code weights[12]}
 * @param given what the checked code says
 * @param expected what the values of the function say
 * @param error the distance of the two, relative to the larger one, or to a thousandth of the
 *     largest derivative beside it where that is more
 */
public record Comparison(
    String name, double given, double expected, double error, Verdict verdict) {

  /** As one line, with the factor that the given value is of the estimate. */
  @Override
  public String toString() {
    String factor = expected == 0 ? "" : ", a factor of " + Figures.of(given / expected);
    return name
        + " is "
        + Figures.of(given)
        + ", expected "
        + Figures.of(expected)
        + factor
        + ", relative error "
        + Figures.of(error);
  }
}
