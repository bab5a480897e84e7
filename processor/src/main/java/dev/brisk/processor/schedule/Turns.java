package dev.brisk.processor.schedule;

import dev.brisk.processor.schedule.RateCurve.Phase;
import java.util.stream.LongStream;

/** Where the rate of a run is not smooth: what a curve through some of its steps must not miss. */
public final class Turns {
  private Turns() {}

  /**
   * The first step after {@code t} at which the rate jumps, or turns from a rise to a fall or back,
   * or passes from one schedule to the next; {@link Long#MAX_VALUE} if there is none. Where epochs
   * are counted the rate jumps at each of them, which {@link #nextEpoch} tells.
   *
   * @param curve whose run is declared
   */
  public static long next(RateCurve curve, long t) {
    LongStream borders =
        curve.phases().stream()
            .flatMapToLong(phase -> LongStream.of(curve.start(phase), inside(curve, phase, t)));
    return LongStream.concat(borders, curve.settled().stream())
        .filter(turn -> turn > t)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** The next turn of a phase's own curve; its start if there is none before its end. */
  private static long inside(RateCurve curve, Phase phase, long t) {
    long start = curve.start(phase);
    long length = curve.length(phase).orElseThrow();
    long since = t < start ? 0 : curve.clock(t) - phase.start();
    long turn = since < length ? phase.curve().nextTurn(since, length) : length;
    return turn < length ? curve.step(RateCurve.sum(phase.start(), turn)) : start;
  }

  /** The first step of the epoch after that of step {@code t}. */
  public static long nextEpoch(RateCurve curve, long t) {
    long perEpoch = curve.stepsPerEpoch();
    return (t / perEpoch + 1) * perEpoch;
  }
}
