package dev.brisk.processor.plan;

import dev.brisk.Restore;
import dev.brisk.ScalingRule;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredScale;
import dev.brisk.runtime.BatchScale;
import dev.brisk.runtime.RecoveryPlan;
import dev.brisk.runtime.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans clipping, averaging, accumulation and the scale of the learning rate. */
final class AroundPlanner {
  private AroundPlanner() {}

  static AroundPlan of(ModelSource model, double learningRate, RunPlan run) {
    Optional<ClippingPlan> clipping = model.clipping().map(AroundPlanner::clipping);
    Optional<AveragingPlan> averaging = model.averaging().map(AroundPlanner::averaging);
    Optional<BatchScale> scale = DeclaredScale.of(model);
    List<String> notes = new ArrayList<>();
    scale.ifPresent(declared -> notes.add(words(declared, learningRate, run)));
    clipping.map(AroundPlanner::words).ifPresent(notes::add);
    accumulation(run).ifPresent(notes::add);
    averaging.map(AroundPlanner::words).ifPresent(notes::add);
    Optional<RecoveryPlan> recovery = model.recovery().map(AroundPlanner::recovery);
    recovery.map(AroundPlanner::words).ifPresent(notes::add);
    double factor = scale.map(declared -> declared.factor(run.examplesPerUpdate())).orElse(1.0);
    return new AroundPlan(clipping, averaging, scale, recovery, learningRate * factor, notes);
  }

  private static ClippingPlan clipping(Declaration declared) {
    boolean isByNorm = declared.isWritten("norm");
    return new ClippingPlan(isByNorm, declared.number(isByNorm ? "norm" : "value"));
  }

  private static AveragingPlan averaging(Declaration declared) {
    long start = declared.whole("start");
    return declared.choice("value").equals("EMA")
        ? new AveragingPlan.Exponential(declared.number("decay"), start)
        : new AveragingPlan.Equal(start);
  }

  private static RecoveryPlan recovery(Declaration declared) {
    return new RecoveryPlan(
        Restore.valueOf(declared.choice("restore")),
        declared.number("factor"),
        (int) declared.whole("maxRetries"),
        declared.number("explosion"));
  }

  private static String words(RecoveryPlan recovery) {
    String where =
        recovery.restore() == Restore.EPOCH_START
            ? "to the start of its epoch"
            : "to the best epoch";
    return "A fit that diverges goes back "
        + where
        + " and on at the rate times "
        + Figures.number(recovery.factor())
        + ", "
        + Figures.count(recovery.maxRetries(), "time")
        + " at the most.";
  }

  private static String words(ClippingPlan clipping) {
    return clipping.isByNorm()
        ? "Gradients are clipped to a norm of " + Figures.number(clipping.bound()) + "."
        : "Each element of a gradient is clipped to " + Figures.number(clipping.bound()) + ".";
  }

  private static Optional<String> accumulation(RunPlan run) {
    if (run.accumulate() == 1) {
      return Optional.empty();
    }
    String batches = Figures.count(run.accumulate()) + " batches";
    String size =
        run.batchSize() == 0 ? "" : " of " + Figures.count(run.batchSize(), "example") + " each";
    return Optional.of("An update of {@code fit} takes " + batches + size + ".");
  }

  private static String words(AveragingPlan averaging) {
    String from =
        averaging.start() == 0
            ? "from the first update on"
            : "after " + Figures.count(averaging.start(), "update");
    return averaging instanceof AveragingPlan.Exponential exponential
        ? "Weights are averaged, decay " + Figures.number(exponential.decay()) + ", " + from + "."
        : "Weights are averaged, all updates alike, " + from + ".";
  }

  private static String words(BatchScale scale, double learningRate, RunPlan run) {
    String base = Figures.count(scale.baseBatchSize(), "example");
    long examples = run.examplesPerUpdate();
    if (examples > 0) {
      return "The rate is the annotated "
          + Figures.number(learningRate)
          + ", for updates of "
          + base
          + ", times "
          + Figures.brief(scale.factor(examples))
          + " for those of "
          + Figures.count(examples)
          + ".";
    }
    String how = scale.rule() == ScalingRule.LINEAR ? "in proportion" : "with the square root";
    return "The rate is for updates of " + base + "; {@code fit} scales it " + how + ".";
  }
}
