package dev.brisk.runtime;

import dev.brisk.Restore;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Takes a fit that has diverged back to where all was well, as {@link RecoveryPlan} says. */
final class Recoveries<E extends Examples<E>> {
  /** Updates whose mean loss says whether training has diverged. */
  private static final int UPDATES = 20;

  private final GeneratedTrainer<E> trainer;
  private final RecoveryPlan plan;

  /** The mean loss of all examples before the first update. */
  private final double firstLoss;

  private final List<Recovery> done = new ArrayList<>();

  /** The losses of the last updates of the epoch. */
  private final double[] losses = new double[UPDATES];

  private int count;
  private Snapshot good;
  private double bestLoss;

  /**
   * What is known of the run so far, so that another process can take it up.
   *
   * @param losses of the last updates of the epoch, the oldest first
   * @param updates of the epoch so far
   */
  record State(
      double firstLoss,
      double bestLoss,
      List<Double> losses,
      int updates,
      List<Recovery> done,
      Snapshot good) {}

  private Recoveries(GeneratedTrainer<E> trainer, RecoveryPlan plan, State state) {
    this.trainer = trainer;
    this.plan = plan;
    firstLoss = state.firstLoss();
    bestLoss = state.bestLoss();
    good = state.good();
    done.addAll(state.done());
    count = state.updates() - state.losses().size();
    state.losses().forEach(loss -> losses[count++ % UPDATES] = loss);
  }

  /**
   * Those of a run, if its trainer recovers at all.
   *
   * @param state of a run that is taken up
   * @param meanLoss of all examples
   */
  static <E extends Examples<E>> @Nullable Recoveries<E> of(
      GeneratedTrainer<E> trainer, @Nullable State state, DoubleSupplier meanLoss) {
    RecoveryPlan plan = trainer.recovery();
    if (plan == null) {
      return null;
    }
    State begun =
        state == null
            ? new State(
                meanLoss.getAsDouble(),
                Double.POSITIVE_INFINITY,
                List.of(),
                0,
                List.of(),
                trainer.snapshot())
            : state;
    return new Recoveries<>(trainer, plan, begun);
  }

  State state() {
    List<Double> last = new ArrayList<>();
    for (int i = Math.max(0, count - UPDATES); i < count; i++) {
      last.add(losses[i % UPDATES]);
    }
    return new State(firstLoss, bestLoss, last, count, done(), good);
  }

  /**
   * The mean loss of an epoch in which all was well, or for which there are no retries left.
   *
   * @param isUnderWay whether the epoch was begun before, and is gone on with
   * @param updates does an epoch of them, the one that is due, tells {@link #updated} of each, and
   *     gives that loss
   */
  double epoch(boolean isUnderWay, DoubleSupplier updates) {
    boolean begins = !isUnderWay;
    while (true) {
      if (begins && plan.restore() == Restore.EPOCH_START) {
        good = trainer.snapshot();
      }
      count = begins ? 0 : count;
      begins = true;
      try {
        double loss = updates.getAsDouble();
        if (count < UPDATES) {
          judge(count);
        }
        return loss;
      } catch (ExplodedLossException exploded) {
        goBack(trainer.stepCount() - 1, exploded.getMessage());
      } catch (NonFiniteLossException refused) {
        if (isUsedUp()) {
          throw refused;
        }
        goBack(refused.step(), "the loss is " + refused.loss());
      } catch (NonFiniteGradientException refused) {
        if (isUsedUp()) {
          throw refused;
        }
        goBack(refused.step(), "the gradient of " + refused.parameter() + " is not finite");
      }
    }
  }

  private boolean isUsedUp() {
    return done.size() == plan.maxRetries();
  }

  /** An update is done. */
  void updated(double loss) {
    losses[count % UPDATES] = loss;
    count++;
    if (count >= UPDATES) {
      judge(UPDATES);
    }
  }

  /** Ends the epoch if the mean loss of that many updates is far above the first. */
  private void judge(int updates) {
    double mean = 0;
    for (int i = 0; i < updates; i++) {
      mean += losses[i] / updates;
    }
    if (!isUsedUp() && firstLoss > 0 && mean > plan.explosion() * firstLoss) {
      throw new ExplodedLossException(
          (updates == 1
                  ? "the loss of the epoch's update is "
                  : "the mean loss of " + updates + " updates is ")
              + Figures.of(mean)
              + ", before the first it was "
              + Figures.of(firstLoss));
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
