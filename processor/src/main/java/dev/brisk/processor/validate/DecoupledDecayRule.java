package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** Decoupled weight decay leaves most of a parameter where it is. */
final class DecoupledDecayRule implements Rule {
  /** The share of a parameter that goes at an update, beyond which it is hardly meant. */
  private static final double STRONG = 0.1;

  /** A share that is proposed instead. */
  private static final double GENTLE = 0.001;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    if (!algorithm.rule().isDecoupled()) {
      return;
    }
    Declaration optimizer = model.optimizer();
    double rate = RunRate.curve(model).highest();
    double decay = algorithm.value(optimizer, "weightDecay");
    double share = rate * decay;
    // Of a rate that grows without end another rule speaks.
    if (!(share > STRONG) || Double.isInfinite(rate)) {
      return;
    }
    boolean isGone = share >= 1;
    diagnostics.add(
        isGone ? Problem.WEIGHT_DECAY_OVERSHOOTS : Problem.WEIGHT_DECAY_STRONG,
        optimizer.place(optimizer.isWritten("weightDecay") ? "weightDecay" : "learningRate"),
        Figures.rounded(share),
        Figures.rounded(rate),
        Figures.number(decay),
        Figures.rounded(GENTLE / rate),
        Figures.number(GENTLE),
        isGone
            ? ""
            : Figures.count((long) Math.ceil(Math.log(0.1) / Math.log1p(-share)), "update"));
  }
}
