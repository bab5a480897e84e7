package dev.brisk.processor.preview;

import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.Turns;
import dev.brisk.processor.schedule.Unit;
import java.util.List;
import java.util.TreeSet;

/**
 * The steps of a run that a line through their rates goes by. However long the run is, they are a
 * few thousand at the most.
 *
 * <p>The run is cut into columns of equal length, about two pixels wide each, and where one
 * schedule follows another; the first step of each piece is taken. Of the turns within a piece,
 * jumps, tops and bottoms, the first two are taken, each with the step before it. Between two turns
 * a rate is smooth, and no cycle of a schedule is higher than the one before: so a piece with many
 * cycles is drawn as high as it is. Last and highest step are always among them.
 */
final class SampledSteps {
  private static final int COLUMNS = 320;
  private static final int TURNS = 2;

  private SampledSteps() {}

  /** In ascending order. */
  static List<Long> of(RateCurve curve) {
    long steps = curve.steps().orElseThrow();
    TreeSet<Long> jumps = jumps(curve);
    TreeSet<Long> starts = new TreeSet<>(jumps);
    for (long i = 0; i < COLUMNS; i++) {
      starts.add(steps / COLUMNS * i + steps % COLUMNS * i / COLUMNS);
    }
    TreeSet<Long> sampled = new TreeSet<>(starts);
    jumps.forEach(step -> sampled.add(step - 1));
    for (long start : starts) {
      Long next = starts.higher(start);
      long end = next == null ? steps : next;
      long turn = Turns.next(curve, start - 1);
      for (int i = 0; i < TURNS && turn < end; i++) {
        sampled.add(turn - 1);
        sampled.add(turn);
        turn = Turns.next(curve, turn);
      }
    }
    sampled.add(steps - 1);
    sampled.add(curve.peak().step());
    return sampled.stream().filter(step -> step >= 0 && step < steps).toList();
  }

  /** Where schedules begin and end; and epochs, if they are counted and wide enough to be seen. */
  private static TreeSet<Long> jumps(RateCurve curve) {
    TreeSet<Long> jumps = new TreeSet<>();
    jumps.add(curve.warmupSteps());
    for (Phase phase : curve.phases()) {
      jumps.add(curve.start(phase));
      curve.end(phase).ifPresent(jumps::add);
    }
    if (curve.unit() == Unit.EPOCH && curve.run().epochs() <= COLUMNS) {
      for (long t = 0; t < curve.steps().orElseThrow(); t = Turns.nextEpoch(curve, t)) {
        jumps.add(t);
      }
    }
    return jumps;
  }
}
