package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Severity;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** All rules, in the order in which their problems are reported. */
public final class Rules {
  /** Rules of single figures, and of those that are written side by side. */
  private static final List<Rule> OF_FIGURES =
      List.of(
          new AttributesReadRule(),
          new LearningRateRule(),
          new TaskRule(),
          new HessianRule(),
          new PredictorRule(),
          new MomentumRule(),
          new NesterovRule(),
          new BetaRule(),
          new EpsilonRule(),
          new EtaRule(),
          new StepRangeRule(),
          new SettingRule(),
          new WeightDecayRule(),
          new CoupledDecayRule(),
          new LionRateRule(),
          new SmallBatchRule(),
          new TrustRule(),
          new FullBatchRule(),
          new LazyRule(),
          new LengthRule(),
          new StepSizeRule(),
          new RequiredAttributesRule(),
          new GammaRule(),
          new MinimumRateRule(),
          new MaximumRateRule(),
          new MilestonesRule(),
          new LinearRule(),
          new PowerRule(),
          new OneCycleRule(),
          new CycleMomentumRule(),
          new PlateauRule(),
          new MonitorRule(),
          new PlateauAloneRule(),
          new IntervalRule(),
          new IntervalLengthRule(),
          new StartFactorRule(),
          new RampRule(),
          new WarmupLengthRule(),
          new ScheduleLengthRule(),
          new ScheduleStartRule(),
          new ClippingRule(),
          new AveragingRule(),
          new BatchScalingRule(),
          new RemainderRule(),
          new RecoveryRule(),
          new TreatmentRule(),
          new ParameterTotalRule(),
          new InitShapeRule(),
          new InitRangeRule());

  /** Rules of the learning rate over the run, which only right figures have. */
  private static final List<Rule> OF_THE_RUN =
      List.of(
          new CurvatureRule(),
          new DecoupledDecayRule(),
          new WarmupShareRule(),
          new PeakMissedRule(),
          new MomentumOverriddenRule(),
          new RateJumpRule(),
          new ScheduleEndRule(),
          new DecayEffectRule());

  private Rules() {}

  /** Checks the model against every rule. */
  public static void check(ModelSource model, Diagnostics diagnostics) {
    OF_FIGURES.forEach(rule -> rule.check(model, diagnostics));
    boolean hasWrongFigures =
        diagnostics.all().stream()
            .anyMatch(diagnostic -> diagnostic.problem().severity() == Severity.ERROR);
    if (!hasWrongFigures) {
      OF_THE_RUN.forEach(rule -> rule.check(model, diagnostics));
    }
  }
}
