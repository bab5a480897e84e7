package dev.brisk.runtime;

import dev.brisk.Restore;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Takes a fit that has diverged back to where all was well, as {@link RecoveryPlan} says. */
final class Recoveries<E extends Examples<E>> {
  private final GeneratedTrainer<E> trainer;
  private final RecoveryPlan plan;

  /** The mean loss of all examples before the first update. */
  private final double firstLoss;

  private final List<Recovery> done = new ArrayList<>();
  private Snapshot good;
  private double bestLoss = Double.POSITIVE_INFINITY;

  /** Before the first update of a fit. */
  Recoveries(GeneratedTrainer<E> trainer, RecoveryPlan plan, E examples) {
    this.trainer = trainer;
    this.plan = plan;
    this.firstLoss = trainer.loss(examples);
    this.good = trainer.snapshot();
  }

  /**
   * The mean loss of an epoch in which all was well, or after which there are no retries left.
   *
   * @param updates does an epoch of them, the one that is due, and gives that loss
   */
  double epoch(DoubleSupplier updates) {
    while (true) {
      if (plan.restore() == Restore.EPOCH_START) {
        good = trainer.snapshot();
      }
      boolean isLast = done.size() == plan.maxRetries();
      try {
        double loss = updates.getAsDouble();
        if (isLast || !(firstLoss > 0 && loss > plan.explosion() * firstLoss)) {
          return loss;
        }
        goBack(
            trainer.stepCount() - 1,
            "the mean loss of the epoch is "
                + Figures.of(loss)
                + ", before the first update it was "
                + Figures.of(firstLoss));
      } catch (NonFiniteLossException refused) {
        if (isLast) {
          throw refused;
        }
        goBack(refused.step(), "the loss is " + refused.loss());
      } catch (NonFiniteGradientException refused) {
        if (isLast) {
          throw refused;
        }
        goBack(refused.step(), "the gradient of " + refused.parameter() + " is not finite");
      }
    }
  }

  private void goBack(long step, String reason) {
    double from = trainer.baseLearningRate();
    double to = from * plan.factor();
    trainer.restore(good);
    // What was restored may hold the rate of before an earlier cut.
    trainer.baseLearningRate(to);
    done.add(new Recovery(step, trainer.stepCount(), from, to, reason));
  }

  /** The epoch is complete, and a good one if no other was better. */
  void completed(Epoch epoch) {
    double loss = epoch.validationLoss().orElse(epoch.trainLoss());
    if (plan.restore() == Restore.BEST_EPOCH && loss < bestLoss) {
      bestLoss = loss;
      good = trainer.snapshot();
    }
  }

  List<Recovery> done() {
    return List.copyOf(done);
  }
}
