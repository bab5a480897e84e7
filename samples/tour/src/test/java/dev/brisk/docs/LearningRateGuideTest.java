package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.Sharpness;
import dev.brisk.analysis.SharpnessMeter;
import dev.brisk.runtime.Trainer;
import dev.brisk.tune.BatchScalingCheck;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class LearningRateGuideTest {
  private final CloudsTrainer.Examples training = Clouds.draw(600, 1);
  private final Clouds model = new Clouds();
  private final CloudsTrainer trainer = new CloudsTrainer(model, 1);

  @Test
  void theFinderSuggestsARate() {
    double[] before = parameters();

    FinderResult found = LearningRateFinder.on(trainer).run(training);
    System.out.print(found.plot());
    System.out.println(found);

    assertThat(found.toString())
        .startsWith("@Optimizer(value = SGD, learningRate = ")
        .contains(" by STEEPEST; ");
    assertThat(parameters()).isEqualTo(before);
  }

  @Test
  void aTrialIsTakenBack() {
    double[] before = parameters();

    try (var trial = trainer.trial()) {
      double loss = trial.trainBatch(training, 0, 32, 0.1);
    }

    assertThat(parameters()).isEqualTo(before);
    try (var trial = trainer.trial()) {
      trial.trainBatch(training, 0, 32, 0.1);

      assertThat(parameters()).isNotEqualTo(before);
    }
  }

  @Test
  void batchesAreScaled() {
    LongFunction<Trainer<CloudsTrainer.Examples>> trainers =
        seed -> new CloudsTrainer(new Clouds(), seed);

    var report =
        BatchScalingCheck.on(trainers)
            .base(4, 0.01)
            .times(2, 4, 16, 32, 128)
            .epochs(20)
            .run(training);

    assertThat(report.toString().lines().skip(1).map(line -> line.strip().split(" ")[0]).toList())
        .startsWith("4", "8", "16", "64", "128", "512");
  }

  @Test
  void curvatureIsMeasured() {
    var examples = training;

    Sharpness sharpness = SharpnessMeter.on(trainer).measure(examples);
    System.out.println(sharpness);
    System.out.println(sharpness.judge(0.3, Descent.heavyBall(0.9)));

    assertThat(sharpness.judge(0.3, Descent.heavyBall(0.9)).isStable()).isTrue();
    assertThat(sharpness.judge(4 / sharpness.largest()).isStable()).isFalse();
  }

  private double[] parameters() {
    double[] all = Arrays.copyOf(model.weights, model.weights.length + model.bias.length);
    System.arraycopy(model.bias, 0, all, model.weights.length, model.bias.length);
    return all;
  }
}
