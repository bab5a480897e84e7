package dev.brisk.report.run;

import dev.brisk.report.chart.Line;
import dev.brisk.report.run.Phase.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The phases of a run, told from the learning rates that were used and nothing else:
 *
 * <ul>
 *   <li>a stretch of one rate is stable, one of falling rates a decay, one of rising rates a rise,
 *       or the warm-up if the run begins with it;
 *   <li>a single change between two such stretches is a jump, and no phase of its own. A stretch of
 *       one rate after a jump down is a cut;
 *   <li>stairs down, as of a schedule that counts epochs, are one decay if they are more than
 *       {@value #MOST_CUTS}, or fall by different shares, of which the last may be cut short by a
 *       least rate; else each is a cut. Stairs up are one rise.
 * </ul>
 *
 * <p>More than {@value #MOST} phases are told as one, {@link Kind#CYCLES}.
 */
public final class Phases {
  static final int MOST_CUTS = 8;
  static final int MOST = 24;

  private static final double SAME_SHARE = 1e-6;

  private final double[] steps;
  private final double[] rates;

  private Phases(double[] steps, double[] rates) {
    this.steps = steps;
    this.rates = rates;
  }

  /**
   * The phases, in order and without a gap between them; none of fewer than two updates.
   *
   * @param rates by update, all of them or some, in order
   */
  public static List<Phase> of(Line rates) {
    return new Phases(rates.xs(), rates.ys()).phases();
  }

  /** A stretch between two points; flat, rising or falling by its sign. */
  private record Stretch(int sign, int from, int to) {
    boolean isSingle() {
      return sign != 0 && to - from == 1;
    }
  }

  private List<Phase> phases() {
    List<Stretch> stretches = stretches();
    List<Phase> phases = new ArrayList<>();
    int i = 0;
    while (i < stretches.size()) {
      List<Stretch> ahead = stretches.subList(i, stretches.size());
      List<Stretch> oneWay = ahead.subList(0, oneWay(ahead));
      List<Stretch> stairs = ahead.subList(0, stairs(ahead));
      if (flats(oneWay) > MOST_CUTS + 1) {
        addGradual(phases, oneWay);
        i += oneWay.size();
      } else if (areCuts(stairs)) {
        addCuts(phases, stairs);
        i += stairs.size();
      } else {
        addGradual(phases, stairs);
        i += stairs.size();
      }
      if (i < stretches.size() && isJump(stretches, i)) {
        i++;
      }
    }
    if (phases.size() <= MOST) {
      return List.copyOf(phases);
    }
    Stretch all = new Stretch(0, 0, steps.length - 1);
    return List.of(phase(Kind.CYCLES, all));
  }

  /** The longest stretches within which the rate does one thing. */
  private List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < rates.length; i++) {
      if (i + 1 == rates.length || sign(i) != sign(i + 1)) {
        stretches.add(new Stretch(sign(i), from, i));
        from = i;
      }
    }
    return stretches;
  }

  /** Whether the rate rises to point {@code i}, falls, or stays. */
  private int sign(int i) {
    return Double.compare(rates[i], rates[i - 1]);
  }

  /** Whether it is one change at once, between stretches that are more than that. */
  private static boolean isJump(List<Stretch> stretches, int i) {
    return i > 0
        && stretches.get(i).isSingle()
        && !stretches.get(i - 1).isSingle()
        && (i + 1 == stretches.size() || !stretches.get(i + 1).isSingle());
  }

  /** How many stretches there are before the rate turns, from falling to rising or back. */
  private static int oneWay(List<Stretch> stretches) {
    int way = 0;
    for (int i = 0; i < stretches.size(); i++) {
      int sign = stretches.get(i).sign;
      if (sign * way < 0) {
        return i;
      }
      way = sign == 0 ? way : sign;
    }
    return stretches.size();
  }

  private static long flats(List<Stretch> stretches) {
    return stretches.stream().filter(stretch -> stretch.sign == 0).count();
  }

  /**
   * How many stretches the stairs have that these begin with: flats with jumps of one direction
   * between them; 1 if there are none.
   */
  private static int stairs(List<Stretch> stretches) {
    int end = 1;
    while (end + 1 < stretches.size()
        && stretches.get(end - 1).sign == 0
        && isJump(stretches, end)
        && stretches.get(end + 1).sign == 0
        && stretches.get(end).sign == stretches.get(1).sign) {
      end += 2;
    }
    return end;
  }

  private boolean areCuts(List<Stretch> stairs) {
    if (stairs.size() == 1 || stairs.get(1).sign > 0) {
      return false;
    }
    double share = share(stairs.get(1));
    for (int jump = 3; jump < stairs.size(); jump += 2) {
      double other = share(stairs.get(jump));
      boolean isSame = Math.abs(other - share) <= SAME_SHARE * share;
      boolean isCutShort = jump + 2 == stairs.size() && other > share;
      if (!isSame && !isCutShort) {
        return false;
      }
    }
    return true;
  }

  private void addCuts(List<Phase> phases, List<Stretch> stairs) {
    for (int i = 0; i < stairs.size(); i += 2) {
      add(phases, i == 0 ? Kind.STABLE : Kind.CUT, stairs.get(i));
    }
  }

  /** Adds stretches of one way as one phase; a long flat before them is one of its own. */
  private void addGradual(List<Phase> phases, List<Stretch> stretches) {
    Stretch first = stretches.get(0);
    int from = first.from;
    if (stretches.size() > 1 && first.sign == 0) {
      Stretch next = stretches.stream().skip(1).filter(s -> s.sign == 0).findFirst().orElse(first);
      if (length(first) > 2 * length(next)) {
        add(phases, Kind.STABLE, first);
        from = first.to;
      }
    }
    int sign = stretches.stream().mapToInt(Stretch::sign).filter(s -> s != 0).findFirst().orElse(0);
    Stretch whole = new Stretch(sign, from, stretches.get(stretches.size() - 1).to);
    add(phases, kind(whole), whole);
  }

  private double share(Stretch jump) {
    return rates[jump.to] / rates[jump.from];
  }

  private double length(Stretch stretch) {
    return steps[stretch.to] - steps[stretch.from];
  }

  private static Kind kind(Stretch stretch) {
    if (stretch.sign > 0) {
      return stretch.from == 0 ? Kind.WARM_UP : Kind.RISE;
    }
    return stretch.sign < 0 ? Kind.DECAY : Kind.STABLE;
  }

  /** Adds a phase; the one before lasts until it begins. */
  private void add(List<Phase> phases, Kind kind, Stretch stretch) {
    int last = phases.size() - 1;
    if (last >= 0) {
      Phase before = phases.get(last);
      double to = steps[stretch.from];
      phases.set(
          last, new Phase(before.kind(), before.from(), to, before.fromRate(), before.toRate()));
    }
    phases.add(phase(kind, stretch));
  }

  private Phase phase(Kind kind, Stretch stretch) {
    return new Phase(
        kind, steps[stretch.from], steps[stretch.to], rates[stretch.from], rates[stretch.to]);
  }
}
