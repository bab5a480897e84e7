package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Shuffle;
import dev.brisk.runtime.Trainer;
import dev.brisk.tune.Bowl.Targets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FinderStepsTest {
  private static final Targets TARGETS = new Targets(-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7);

  private final Bowl bowl = new Bowl(3);
  private final LearningRateFinder<Targets> finder =
      LearningRateFinder.on(bowl).range(1e-3, 1).steps(20).batchSize(3).seeds(4, 2);
  private final List<Batch> updates = new ArrayList<>();

  /** Steps over targets that the trainer does not have. */
  private class Elsewhere implements FinderSteps {
    final Trainer<Targets> trainer;

    Elsewhere(Trainer<Targets> trainer) {
      this.trainer = trainer;
    }

    @Override
    public int size() {
      return TARGETS.size();
    }

    @Override
    public double update(Batch batch) {
      updates.add(batch);
      return trainer.trainBatch(batch(batch), 0, batch.size());
    }

    Targets batch(Batch batch) {
      int[] order = Shuffle.order(size(), batch.seed(), batch.epoch());
      return TARGETS.select(Arrays.copyOfRange(order, batch.from(), batch.to()));
    }
  }

  /** Knows the losses of many batches at once. */
  private class AtOnce extends Elsewhere {
    AtOnce(Trainer<Targets> trainer) {
      super(trainer);
    }

    @Override
    public double[] losses(List<Batch> batches) {
      return batches.stream().mapToDouble(batch -> trainer.loss(batch(batch))).toArray();
    }
  }

  @Test
  void stepsThatAreDoneElsewhereFindWhatIsFoundHere() {
    FinderResult expected = finder.run(TARGETS);
    assertThat(finder.run(Elsewhere::new)).usingRecursiveComparison().isEqualTo(expected);
    assertThat(finder.run(AtOnce::new)).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void lossesWithoutTrainingAreThoseOfUpdatesAtARateOfZero() {
    finder.seeds(4).run(Elsewhere::new);
    assertThat(bowl.used.subList(0, 20)).containsOnly(0.0);
    assertThat(updates.subList(20, 40)).isEqualTo(updates.subList(0, 20));
    assertThat(bowl.used.subList(20, 40)).doesNotContain(0.0).isSorted();
  }

  @Test
  void whoKnowsLossesAtOnceUpdatesWithEachRateAlone() {
    finder.seeds(4).run(AtOnce::new);
    assertThat(updates).hasSize(20);
  }

  @Test
  void batchesAreWholeOnesOfEpochsInAnOrderOfTheirOwn() {
    finder.seeds(4).run(AtOnce::new);
    assertThat(updates.subList(0, 4))
        .containsExactly(
            new Batch(4, 0, true, 0, 3),
            new Batch(4, 0, true, 3, 6),
            new Batch(4, 0, true, 6, 9),
            new Batch(4, 1, true, 0, 3));
  }

  @Test
  void theRunEndsWhereAStepHasALossThatIsNotFinite() {
    FinderResult found =
        finder.run(
            trainer ->
                new AtOnce(trainer) {
                  @Override
                  public double update(Batch batch) {
                    if (bowl.stepCount() == 12) {
                      throw new NonFiniteLossException(Double.NaN, 12, trainer.learningRate());
                    }
                    return super.update(batch);
                  }
                });
    assertThat(found.losses()).hasSize(12);
  }

  @Test
  void theTrainerIsBroughtBackWhateverAStepThrows() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                finder.run(
                    trainer ->
                        new AtOnce(trainer) {
                          @Override
                          public double update(Batch batch) {
                            if (bowl.stepCount() == 2) {
                              throw new IllegalStateException("gone");
                            }
                            return super.update(batch);
                          }
                        }))
        .withMessage("gone");
    assertThat(bowl.p).isEqualTo(1);
    assertThat(bowl.stepCount()).isZero();
  }
}
