package dev.brisk.samples.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Trainer;
import dev.brisk.spark.ExamplesFactory;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;
import dev.brisk.spark.TrainerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** A model with its trainer and what makes its examples. */
record Kind<T extends Trainer<E>, E extends Examples<E>>(
    String name, TrainerFactory<T> trainers, ExamplesFactory<Digit, E> examples) {
  private static final long SEED = 5;

  static final Kind<Models_MomentumTrainer, Models_MomentumTrainer.Examples> MOMENTUM =
      new Kind<>(
          "momentum",
          seed -> new Models_MomentumTrainer(new Models.Momentum(), seed),
          digits -> Models_MomentumTrainer.examples(Digit.doubles(digits), Digit.labels(digits)));

  static final Kind<?, ?> SINGLE_ADAM =
      new Kind<>(
          "Adam, single",
          seed -> new Models_SingleAdamTrainer(new Models.SingleAdam(), seed),
          digits -> Models_SingleAdamTrainer.examples(Digit.floats(digits), Digit.labels(digits)));

  static final Kind<Models_SgdTrainer, Models_SgdTrainer.Examples> SGD =
      new Kind<>(
          "SGD",
          seed -> new Models_SgdTrainer(new Models.Sgd(), seed),
          digits -> Models_SgdTrainer.examples(Digit.doubles(digits), Digit.labels(digits)));

  static final Kind<Models_ScaledTrainer, Models_ScaledTrainer.Examples> SCALED =
      new Kind<>(
          "scaled, with dropout",
          seed -> new Models_ScaledTrainer(new Models.Scaled(), seed),
          digits -> Models_ScaledTrainer.examples(Digit.doubles(digits), Digit.labels(digits)));

  static List<Kind<?, ?>> all() {
    return List.of(
        SGD,
        MOMENTUM,
        new Kind<>(
            "Adam",
            seed -> new Models_AdamTrainer(new Models.Adam(), seed),
            digits -> Models_AdamTrainer.examples(Digit.doubles(digits), Digit.labels(digits))),
        new Kind<>(
            "SGD, single",
            seed -> new Models_SingleSgdTrainer(new Models.SingleSgd(), seed),
            digits -> Models_SingleSgdTrainer.examples(Digit.floats(digits), Digit.labels(digits))),
        new Kind<>(
            "momentum, single",
            seed -> new Models_SingleMomentumTrainer(new Models.SingleMomentum(), seed),
            digits ->
                Models_SingleMomentumTrainer.examples(Digit.floats(digits), Digit.labels(digits))),
        SINGLE_ADAM);
  }

  /** The same by local steps, so many at once. */
  Mode<T, E> localSteps(int steps) {
    return new Mode<>(this, training -> training.localSteps(steps));
  }

  /** What a synchronous run leaves on one machine, to the last bit. */
  byte[] here(List<Digit> digits, int shards, Fit options, Path folder) throws IOException {
    return synchronous().here(digits, shards, options, folder);
  }

  /** What a synchronous run leaves on a cluster. */
  byte[] on(JavaRDD<Digit> digits, int shards, Fit options, Path folder) throws IOException {
    return synchronous().on(digits, shards, options, folder);
  }

  private Mode<T, E> synchronous() {
    return new Mode<>(this, training -> training);
  }

  /** What a run leaves without shards. */
  byte[] plain(List<Digit> digits, Fit options, Path folder) throws IOException {
    T trainer = trainers.create(SEED);
    trainer.fit(examples.create(digits), options);
    return state(trainer, folder);
  }

  /** A way to train it on shards. */
  record Mode<T extends Trainer<E>, E extends Examples<E>>(
      Kind<T, E> kind, UnaryOperator<SparkTraining<T, E>> training) {
    byte[] here(List<Digit> digits, int shards, Fit options, Path folder) throws IOException {
      Shards<E> dealt = Shards.inMemory(kind.examples.create(digits), shards);
      return run(SparkTraining.withoutSpark(kind.trainers), dealt, options, folder);
    }

    byte[] on(JavaRDD<Digit> digits, int shards, Fit options, Path folder) throws IOException {
      JavaSparkContext context = JavaSparkContext.fromSparkContext(digits.context());
      SparkTraining<T, E> onSpark = SparkTraining.on(context, kind.trainers);
      try (Shards<E> dealt = onSpark.shards(digits, shards, kind.examples)) {
        return run(onSpark, dealt, options, folder);
      }
    }

    private byte[] run(SparkTraining<T, E> where, Shards<E> dealt, Fit options, Path folder)
        throws IOException {
      T trainer = kind.trainers.create(SEED);
      training.apply(where).fit(trainer, dealt, options);
      return state(trainer, folder);
    }
  }

  /** Parameters, what the optimizer keeps, clocks, history. */
  static byte[] state(Trainer<?> trainer, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "state", ".safetensors");
    trainer.save(file);
    return Files.readAllBytes(file);
  }

  @Override
  public String toString() {
    return name;
  }
}
