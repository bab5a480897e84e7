package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#MULTI_STEP}. */
final class MultiStep implements Form {
  @Override
  public String decay() {
    return "MULTI_STEP";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "milestones", "gamma");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    List<Long> milestones = schedule.longs("milestones");
    double gamma = schedule.number("gamma", 0.1);
    List<String> words = milestones.stream().map(Figures::count).toList();
    return Call.of(Schedules.class, "multiStep")
        .with("gamma", gamma)
        .with("milestones", milestones)
        .curve(
            "times "
                + number(gamma)
                + " at "
                + Unit.of(schedule).singular()
                + (words.size() == 1 ? " " : "s ")
                + Figures.all(words),
            new Stairs(milestones, gamma));
  }

  private record Stairs(List<Long> milestones, double gamma, long[] values)
      implements Curve.Function {
    Stairs(List<Long> milestones, double gamma) {
      this(milestones, gamma, milestones.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public double rate(double base, long t, long length) {
      return Schedules.multiStep(base, t, gamma, values);
    }

    @Override
    public long nextTurn(long t, long length) {
      return milestones.stream()
          .filter(milestone -> milestone > t)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    }
  }
}
