package dev.brisk.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a {@link GradientCheck} found.
 *
 * @param derivatives in their order, at least one
 * @param identities what must hold beside them, such as that a sum is added to
 */
public record GradientReport(List<Comparison> derivatives, List<Comparison> identities) {
  private static final int SHOWN = 10;
  private static final Comparator<Comparison> BY_ERROR =
      Comparator.comparing((Comparison each) -> each.verdict() == Verdict.WRONG)
          .thenComparing(Comparison::error);

  /** Copies the lists. */
  public GradientReport {
    derivatives = List.copyOf(derivatives);
    identities = List.copyOf(identities);
    if (derivatives.isEmpty()) {
      throw new IllegalArgumentException("derivatives is empty, expected at least 1");
    }
  }

  /** The derivative or identity with the largest error; one that is wrong, if any is. */
  public Comparison worst() {
    return all().max(BY_ERROR).orElseThrow();
  }

  /** Derivatives and identities with the verdict, in their order. */
  public List<Comparison> with(Verdict verdict) {
    return all().filter(each -> each.verdict() == verdict).toList();
  }

  private Stream<Comparison> all() {
    return Stream.concat(derivatives.stream(), identities.stream());
  }

  /** Whether nothing is wrong, and at least one derivative is known to be right. */
  public boolean isRight() {
    return with(Verdict.WRONG).isEmpty()
        && derivatives.stream().anyMatch(each -> each.verdict() == Verdict.RIGHT);
  }

  /**
   * Demands that nothing is wrong, and that at least one derivative is known to be right.
   *
   * @throws AssertionError that names what is wrong, the worst first
   */
  public void assertRight() {
    if (!isRight()) {
      throw new AssertionError(toString());
    }
  }

  /** How many are wrong or doubtful, and the worst of them, one on a line. */
  @Override
  public String toString() {
    List<Comparison> wrong = with(Verdict.WRONG);
    List<Comparison> doubtful = with(Verdict.DOUBTFUL);
    String counts =
        String.format(
            Locale.ROOT,
            "%d of %d comparisons are wrong, %d doubtful (at a kink, or lost in rounding)",
            wrong.size(),
            derivatives.size() + identities.size(),
            doubtful.size());
    List<Comparison> shown = wrong.isEmpty() ? doubtful : wrong;
    return (shown.isEmpty() ? List.of(worst()) : shown)
        .stream()
            .sorted(BY_ERROR.reversed())
            .limit(SHOWN)
            .map(each -> "\n  " + each)
            .collect(Collectors.joining("", counts, ""));
  }
}
