package dev.brisk.benchmarks.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is compared is the same loss of the same model. */
class SameMathematicsTest {
  private static final double ROUNDING = 1e-9;
  private static final OptionalInt ITERATIONS = OptionalInt.of(4);

  private static SparkSession session;

  @BeforeAll
  static void start() {
    session =
        SparkSession.builder()
            .appName("test")
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @Test
  void softmaxHasTheLossOfMllibAtItsWeights() {
    Data data = Data.digits();
    DigitSoftmaxTrainer trainer = new DigitSoftmaxTrainer(new DigitSoftmax(), 1);

    lossesAgree(data, trainer, DigitSoftmaxTrainer.examples(data.features(), data.labels()));
  }

  @Test
  void logisticRegressionHasTheLossOfMllibAtItsWeights() {
    Data data = logistic();
    LogisticTrainer trainer = new LogisticTrainer(new Logistic(), 1);

    lossesAgree(data, trainer, LogisticTrainer.examples(data.features(), data.labels()));
  }

  @Test
  void briskReachesTheLossOfMllibInEitherMode() {
    Data data = logistic();
    int all = data.size();
    Case<LogisticTrainer, LogisticTrainer.Examples> one =
        new Case<>(
            "logistic",
            data,
            2,
            1,
            seed -> new LogisticTrainer(new Logistic(), seed),
            LogisticTrainer::examples,
            List.of());
    double target;
    try (Mllib mllib = Mllib.on(session, data)) {
      target = Mllib.model(mllib.fit(ITERATIONS)).loss(data);
    }

    try (Brisk<LogisticTrainer, LogisticTrainer.Examples> brisk =
        Brisk.on(JavaSparkContext.fromSparkContext(session.sparkContext()), one)) {
      List<Stage> synchronous = List.of(Stage.synchronous(20, all, 8));
      List<Stage> local = List.of(Stage.local(4, 32, 0.3), Stage.synchronous(6, all, 8));
      assertThat(brisk.model(brisk.fit(synchronous)).loss(data)).isLessThanOrEqualTo(target);
      assertThat(brisk.model(brisk.fit(local)).loss(data)).isLessThanOrEqualTo(target);
    }
  }

  private static Data logistic() {
    return Data.logistic(2_000, Logistic.FEATURES, 0, 3);
  }

  private static <E extends Examples<E>> void lossesAgree(
      Data data, DoubleTrainer<E> trainer, E examples) {
    LogisticRegressionModel fitted;
    try (Mllib mllib = Mllib.on(session, data)) {
      fitted = mllib.fit(ITERATIONS);
    }
    double[] history = fitted.summary().objectiveHistory();
    double theirs = history[history.length - 1];
    LinearModel model = Mllib.model(fitted);

    trainer.setParameters(parameters(model, data.classes()));

    assertThat(model.loss(data)).isCloseTo(theirs, within(ROUNDING));
    assertThat(trainer.loss(examples)).isCloseTo(theirs, within(ROUNDING));
  }

  /** Weights, then biases; of two classes, those of the second. */
  private static double[] parameters(LinearModel model, int classes) {
    int first = classes == 2 ? 1 : 0;
    return DoubleStream.concat(
            Stream.of(model.weights()).skip(first).flatMapToDouble(Arrays::stream),
            Arrays.stream(model.intercepts()).skip(first))
        .toArray();
  }
}
