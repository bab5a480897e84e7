package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.docs.Recommender.Rating;
import dev.brisk.runtime.ExampleColumn;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.ParameterLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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

  private record Worker(FashionNetTrainer trainer, FashionNetTrainer.Examples shard) {}

  @Test
  void gradientsOfShardsMakeTheUpdateOfTheWholeBatch() {
    Garments garments = Garments.draw(60, 1);
    var trainer = new FashionNetTrainer(new FashionNet(), 1);
    var whole = new FashionNetTrainer(new FashionNet(), 1);
    List<Worker> workers =
        IntStream.range(0, 3)
            .mapToObj(k -> garments.examples().range(20 * k, 20 * k + 20))
            .map(shard -> new Worker(new FashionNetTrainer(new FashionNet()), shard))
            .toList();
    int size = ParameterLayout.count(trainer.layout());
    float[] weights = new float[size];
    float[] gradient = new float[size];
    float[] mean = new float[size];
    int from = 0;
    int to = 20;

    trainer.parameters(weights);
    double loss = 0;
    Arrays.fill(mean, 0);
    for (Worker worker : workers) {
      worker.trainer().setParameters(weights);
      loss += worker.trainer().gradient(worker.shard(), from, to, gradient) / workers.size();
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] / workers.size();
      }
    }
    trainer.applyGradient(loss, mean);

    assertThat(loss).isCloseTo(whole.trainBatch(garments.examples(), 0, 60), within(1e-5));
    assertThat(trainer.loss(garments.examples()))
        .isLessThan(loss)
        .isCloseTo(whole.loss(garments.examples()), within(1e-4));
    assertThat(trainer.stepCount()).isEqualTo(1);
  }

  @Test
  void examplesAreMadeFromColumnsThatATrainerTellsOf() {
    Garments garments = Garments.draw(20, 1);
    Object pixels = garments.pixels();
    Object labels = garments.labels();
    var trainer = new FashionNetTrainer(new FashionNet(), 1);

    trainer.columns(); // pixels, float[][], with the shape [784]; label, int[]
    var examples = trainer.examplesOf(pixels, labels);

    assertThat(trainer.columns())
        .containsExactly(
            new ExampleColumn("pixels", float[][].class, List.of(784)),
            new ExampleColumn("label", int[].class, List.of()));
    assertThat(trainer.loss(examples)).isEqualTo(trainer.loss(garments.examples()));
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
