package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** {@link dev.brisk.Decay#PLATEAU}. */
final class PlateauRate implements Form {
  @Override
  public String decay() {
    return "PLATEAU";
  }

  @Override
  public List<String> reads() {
    return List.of(
        "interval",
        "factor",
        "patience",
        "threshold",
        "thresholdMode",
        "cooldown",
        "minLearningRate",
        "monitor");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    Monitor monitor = Monitor.of(schedule, model);
    double factor = schedule.number("factor");
    long patience = schedule.whole("patience");
    boolean isRelative = schedule.choice("thresholdMode").equals("RELATIVE");
    return new Curve.Watched(
        "times "
            + number(factor)
            + " after "
            + Figures.count(patience + 1, "observation")
            + " without a better "
            + (monitor.isLoss() ? "loss" : monitor.name()),
        List.of(
            Call.Constant.of("factor", factor),
            Call.Constant.of("patience", patience),
            Call.Constant.of("threshold", schedule.number("threshold")),
            new Call.Constant("IS_RELATIVE", isRelative, "@Schedule(thresholdMode)"),
            Call.Constant.of("cooldown", schedule.whole("cooldown")),
            Call.Constant.of("minLearningRate", schedule.number("minLearningRate")),
            new Call.Constant(
                "HIGHER_IS_BETTER",
                monitor.higherIsBetter().orElseThrow(),
                monitor.isLoss() ? "the loss" : "@Metric " + monitor.name())),
        monitor.name());
  }
}
