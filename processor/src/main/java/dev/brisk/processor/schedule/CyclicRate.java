package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Cyclic;
import java.util.List;

/** {@link dev.brisk.Decay#CYCLIC}. */
final class CyclicRate implements Form {
  @Override
  public String decay() {
    return "CYCLIC";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "steps",
        "interval",
        "maxLearningRate",
        "stepSizeUp",
        "stepSizeDown",
        "mode",
        "gamma",
        "cycleMomentum");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    double top = schedule.number("maxLearningRate");
    long up = schedule.whole("stepSizeUp");
    long down = schedule.isWritten("stepSizeDown") ? schedule.whole("stepSizeDown") : up;
    String mode = schedule.choice("mode");
    double gamma = schedule.number("gamma", 1);
    Call call = Call.of(Cyclic.class, method(mode)).with("maxLearningRate", top);
    Curve.Computed rate =
        times(call, mode, up, down, gamma)
            .curve(words(schedule, top, up, down, gamma), new Cycles(mode, top, up, down, gamma));
    return schedule.flag("cycleMomentum") ? rate.beside(momentum(mode, up, down, gamma)) : rate;
  }

  private static Curve.Computed momentum(String mode, long up, long down, double gamma) {
    return times(Call.of(Cyclic.class, method(mode) + "Momentum"), mode, up, down, gamma)
        .curve(
            "momentum from "
                + number(Cyclic.HIGH_MOMENTUM)
                + " down to "
                + number(Cyclic.LOW_MOMENTUM),
            (own, t, length) ->
                switch (mode) {
                  case "TRIANGULAR2" -> Cyclic.triangular2Momentum(t, up, down);
                  case "EXP_RANGE" -> Cyclic.expRangeMomentum(t, up, down, gamma);
                  default -> Cyclic.triangularMomentum(t, up, down);
                });
  }

  private static Call times(Call call, String mode, long up, long down, double gamma) {
    Call times = call.with("stepSizeUp", up).with("stepSizeDown", down);
    return mode.equals("EXP_RANGE") ? times.with("gamma", gamma) : times;
  }

  private static String method(String mode) {
    return switch (mode) {
      case "TRIANGULAR2" -> "triangular2";
      case "EXP_RANGE" -> "expRange";
      default -> "triangular";
    };
  }

  private static String words(Declaration schedule, double top, long up, long down, double gamma) {
    String height =
        switch (schedule.choice("mode")) {
          case "TRIANGULAR2" -> ", each half as high";
          case "EXP_RANGE" ->
              ", height times " + number(gamma) + " every " + Unit.of(schedule).singular();
          default -> "";
        };
    return "cycles up to "
        + number(top)
        + " in "
        + Unit.of(schedule).count(up)
        + " and down in "
        + Unit.of(schedule).count(down)
        + height;
  }

  private record Cycles(String mode, double top, long up, long down, double gamma)
      implements Curve.Function {
    @Override
    public double rate(double base, long t, long length) {
      return switch (mode) {
        case "TRIANGULAR2" -> Cyclic.triangular2(base, t, top, up, down);
        case "EXP_RANGE" -> Cyclic.expRange(base, t, top, up, down, gamma);
        default -> Cyclic.triangular(base, t, top, up, down);
      };
    }

    /** The next top or bottom. */
    @Override
    public long nextTurn(long t, long length) {
      long cycle = RateCurve.sum(up, down);
      long bottom = t - t % cycle;
      return RateCurve.sum(bottom, t - bottom < up ? up : cycle);
    }

    /** The first top; with a gamma well below 1 some step before it is higher. */
    @Override
    public List<Long> peaks(long length) {
      if (!mode.equals("EXP_RANGE") || gamma >= 1) {
        return List.of(up);
      }
      // The height at step t of the rise is t * gamma^t, highest at t = -1 / ln(gamma).
      long highest = (long) Math.min(up, Math.max(1, -1 / Math.log(gamma)));
      return List.of(highest, Math.min(up, highest + 1));
    }
  }
}
