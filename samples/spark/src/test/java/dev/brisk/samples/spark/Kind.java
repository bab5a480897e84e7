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
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** A model with its trainer and what makes its examples. */
record Kind<T extends Trainer<E>, E extends Examples<E>>(
    String name, TrainerFactory<T> trainers, ExamplesFactory<Digit, E> examples) {
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

  static List<Kind<?, ?>> all() {
    return List.of(
        new Kind<>(
            "SGD",
            seed -> new Models_SgdTrainer(new Models.Sgd(), seed),
            digits -> Models_SgdTrainer.examples(Digit.doubles(digits), Digit.labels(digits))),
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

  /** What a run leaves on one machine, to the last bit. */
  byte[] here(List<Digit> digits, int shards, Fit options, Path folder) throws IOException {
    SparkTraining<T, E> training = SparkTraining.withoutSpark(trainers);
    return run(training, Shards.inMemory(examples.create(digits), shards), options, folder);
  }

  /** What a run leaves on a cluster. */
  byte[] on(JavaRDD<Digit> digits, int shards, Fit options, Path folder) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(digits.context());
    SparkTraining<T, E> training = SparkTraining.on(context, trainers);
    try (Shards<E> dealt = training.shards(digits, shards, examples)) {
      return run(training, dealt, options, folder);
    }
  }

  /** What a run leaves without shards. */
  byte[] plain(List<Digit> digits, Fit options, Path folder) throws IOException {
    T trainer = trainers.create(5);
    trainer.fit(examples.create(digits), options);
    return state(trainer, folder);
  }

  private byte[] run(SparkTraining<T, E> training, Shards<E> shards, Fit options, Path folder)
      throws IOException {
    T trainer = trainers.create(5);
    training.fit(trainer, shards, options);
    return state(trainer, folder);
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
