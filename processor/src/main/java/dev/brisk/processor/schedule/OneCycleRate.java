package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.OneCycle;
import java.util.List;
import java.util.stream.LongStream;

/** {@link dev.brisk.Decay#ONE_CYCLE}. */
final class OneCycleRate implements Form {
  @Override
  public String decay() {
    return "ONE_CYCLE";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "steps",
        "interval",
        "pctStart",
        "divFactor",
        "finalDivFactor",
        "anneal",
        "threePhase",
        "cycleMomentum");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    boolean isLinear = schedule.choice("anneal").equals("LINEAR");
    boolean hasThreePhases = schedule.flag("threePhase");
    double share = schedule.number("pctStart");
    double division = schedule.number("divFactor");
    double finalDivision = schedule.number("finalDivFactor");
    Curve.Computed rate =
        Call.of(OneCycle.class, method(isLinear, hasThreePhases, ""))
            .length()
            .with("pctStart", share)
            .with("divFactor", division)
            .with("finalDivFactor", finalDivision)
            .curve(
                "one cycle that rises for "
                    + number(share)
                    + " of it and falls in "
                    + (hasThreePhases ? "two phases" : "one phase"),
                new Cycle(isLinear, hasThreePhases, share, division, finalDivision));
    return schedule.flag("cycleMomentum")
        ? rate.beside(momentum(isLinear, hasThreePhases, share))
        : rate;
  }

  private static Curve.Computed momentum(boolean isLinear, boolean hasThreePhases, double share) {
    return Call.of(OneCycle.class, method(isLinear, hasThreePhases, "Momentum"))
        .length()
        .with("pctStart", share)
        .curve(
            "momentum from "
                + number(OneCycle.HIGH_MOMENTUM)
                + " down to "
                + number(OneCycle.LOW_MOMENTUM),
            (own, t, length) -> {
              if (isLinear) {
                return hasThreePhases
                    ? OneCycle.linearMomentumInThreePhases(t, length, share)
                    : OneCycle.linearMomentum(t, length, share);
              }
              return hasThreePhases
                  ? OneCycle.cosineMomentumInThreePhases(t, length, share)
                  : OneCycle.cosineMomentum(t, length, share);
            });
  }

  private static String method(boolean isLinear, boolean hasThreePhases, String of) {
    return (isLinear ? "linear" : "cosine") + of + (hasThreePhases ? "InThreePhases" : "");
  }

  private record Cycle(
      boolean isLinear, boolean hasThreePhases, double share, double division, double finalDivision)
      implements Curve.Function {
    @Override
    public double rate(double base, long t, long length) {
      if (isLinear) {
        return hasThreePhases
            ? OneCycle.linearInThreePhases(base, t, length, share, division, finalDivision)
            : OneCycle.linear(base, t, length, share, division, finalDivision);
      }
      return hasThreePhases
          ? OneCycle.cosineInThreePhases(base, t, length, share, division, finalDivision)
          : OneCycle.cosine(base, t, length, share, division, finalDivision);
    }

    /** The steps around the end of the rise, which need not be whole. */
    @Override
    public List<Long> peaks(long length) {
      long before = (long) Math.max(0, Math.floor(share * length - 1));
      return List.of(before, Math.min(before + 1, Math.max(length - 1, 0)));
    }

    @Override
    public long lastChange(long length) {
      return length - 1;
    }

    /** The steps around the ends of the phases, which need not be whole. */
    @Override
    public long nextTurn(long t, long length) {
      double top = Math.max(0, share * length - 1);
      return LongStream.of((long) top, (long) top + 1, (long) (2 * top), (long) (2 * top) + 1)
          .limit(hasThreePhases ? 4 : 2)
          .filter(turn -> turn > t)
          .min()
          .orElse(Long.MAX_VALUE);
    }
  }
}
