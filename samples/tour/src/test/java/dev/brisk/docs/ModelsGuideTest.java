package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.docs.Recommender.Rating;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ModelsGuideTest {
  @Test
  void aTableOfHalfAMillionUsersIsTrainedByTheRow() {
    var model = new Recommender();
    var trainer = new RecommenderTrainer(model, 1);
    var rating = new Rating(400_000, 7, 4);
    double[] other = model.users[3].clone();

    for (int i = 0; i < 100; i++) {
      trainer.step(rating);
    }

    assertThat(model.loss(rating)).isLessThan(1e-3);
    assertThat(model.users[3]).isEqualTo(other);
  }

  @Test
  void aNetworkIsTrainedInBatchesAlikeByAnyNumberOfThreads() {
    Garments garments = Garments.draw(192, 1);
    var one = new FashionNet();
    var two = new FashionNet();

    var trainer = new FashionNetTrainer(one, 1);
    trainer.fit(garments.examples(), Fit.epochs(3).batchSize(32));
    new FashionNetTrainer(two, 1).fit(garments.examples(), Fit.epochs(3).batchSize(32).threads(2));

    assertThat(trainer.loss(garments.examples())).isLessThan(1);
    assertThat(two.w1).isEqualTo(one.w1);
    assertThat(two.b2).isEqualTo(one.b2);
  }

  @Test
  void aModelIsAskedByItsTrainer() {
    Garments garments = Garments.draw(20, 1);
    var examples = garments.examples();
    float[] pixels = garments.pixels()[0];
    float[] out = new float[10];
    var model = new FashionNet();
    var trainer = new FashionNetTrainer(model, 1);

    float[] one = trainer.logits(pixels); // of one example
    float[][] all = trainer.logits(examples); // of each
    trainer.logits(pixels, out); // into an array of yours; allocates nothing

    assertThat(one).containsExactly(model.logits(pixels), within(1e-5f));
    assertThat(all).hasDimensions(20, 10);
    assertThat(all[0]).containsExactly(one, within(1e-5f));
    assertThat(out).isEqualTo(one);
  }

  @Test
  void anUpdateIsScaledClippedAndAveraged() {
    double[] xs = new double[1408];
    Arrays.setAll(xs, i -> 1 + i % 3);
    double[] ys = Arrays.stream(xs).map(x -> 5 * x).toArray();
    var examples = AveragedTrainer.examples(xs, ys);
    var model = new Averaged();
    var trainer = new AveragedTrainer(model, 1);

    var report = trainer.fit(examples, Fit.asDeclared());

    assertThat(report.steps()).isEqualTo(30 * 11); // 11 updates of 128 examples.
    assertThat(trainer.learningRateAt(100)).isEqualTo(2 * 0.1);
    double slope = model.slope;
    assertThat(slope).isCloseTo(5, within(1e-6));
    double[] averaged = new double[1];
    trainer.withAveragedWeights(() -> averaged[0] = model.slope);
    assertThat(averaged[0]).isLessThan(slope);
    assertThat(model.slope).isEqualTo(slope);
    assertThatThrownBy(
            () -> trainer.withAveragedWeights(() -> trainer.trainBatch(examples, 0, 128)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anUpdateByWhatIsNotFiniteIsRefused() {
    var model = new Averaged();
    var trainer = new AveragedTrainer(model, 1);
    var examples = AveragedTrainer.examples(new double[] {1, Double.NaN}, new double[] {1, 1});

    assertThatThrownBy(() -> trainer.trainBatch(examples, 0, 2))
        .isInstanceOfAny(NonFiniteGradientException.class, NonFiniteLossException.class);
    assertThat(model.slope).isZero();
  }
}
