package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** All rules, in the order in which their problems are reported. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AttributesReadRule(),
          new LearningRateRule(),
          new MomentumRule(),
          new NesterovRule(),
          new BetaRule(),
          new EpsilonRule(),
          new EtaRule(),
          new StepRangeRule(),
          new SettingRule(),
          new WeightDecayRule(),
          new CoupledDecayRule(),
          new DecoupledDecayRule(),
          new LionRateRule(),
          new SmallBatchRule(),
          new FullBatchRule(),
          new LazyRule(),
          new LengthRule(),
          new StepSizeRule(),
          new GammaRule(),
          new MinimumRateRule(),
          new StartFactorRule(),
          new WarmupLengthRule(),
          new ScheduleLengthRule(),
          new ScheduleStartRule(),
          new TreatmentRule(),
          new InitShapeRule(),
          new InitRangeRule());

  private Rules() {}

  /** Checks the model against every rule. */
  public static void check(ModelSource model, Diagnostics diagnostics) {
    ALL.forEach(rule -> rule.check(model, diagnostics));
  }
}
