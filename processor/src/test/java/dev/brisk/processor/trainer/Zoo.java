package dev.brisk.processor.trainer;

import static dev.brisk.processor.trainer.Training.broken;
import static dev.brisk.processor.trainer.Training.healthy;
import static dev.brisk.processor.trainer.ZooModel.BOUNDED;
import static dev.brisk.processor.trainer.ZooModel.DENSITY;
import static dev.brisk.processor.trainer.ZooModel.LINE;
import static dev.brisk.processor.trainer.ZooModel.NETWORK;
import static dev.brisk.processor.trainer.ZooModel.RECURRENCE;
import static dev.brisk.processor.trainer.ZooModel.SOFTMAX;
import static dev.brisk.processor.trainer.ZooModel.TABLE;

import dev.brisk.diagnose.Symptom;
import dev.brisk.runtime.Fit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Trainings that go wrong, each in its own way, and others that do not. */
final class Zoo {
  private static final Fit RUN = Fit.epochs(20).batchSize(16);
  private static final Fit WHOLE = Fit.epochs(150).batchSize(1000);

  static final List<Training> BROKEN =
      List.of(
          broken("rate times 10", LINE, sgd(1), RUN, Symptom.DIVERGING),
          broken("rate times 100", LINE, sgd(10), RUN, Symptom.DIVERGING),
          broken(
              "rate times 100 of a classifier", SOFTMAX, sgd(30), RUN, Symptom.UPDATES_TOO_LARGE),
          broken("rate times 100 of Adam", NETWORK, adam(1), RUN, Symptom.DIVERGING),
          broken("rate just beyond the bound", LINE, sgd(0.95), WHOLE, Symptom.DIVERGING),
          broken(
              "one example, thrown to where the loss is flat",
              BOUNDED.on(BOUNDED.examples().subList(0, 1)),
              sgd(0.5),
              Fit.epochs(300).batchSize(1),
              Symptom.DIVERGING),
          broken(
              "seven examples at once, thrown to where the loss is flat",
              BOUNDED.on(BOUNDED.examples().subList(0, 7)),
              sgd(0.5),
              Fit.epochs(300).batchSize(7),
              Symptom.DIVERGING),
          broken("rate times 0.001", SOFTMAX, sgd(3e-4), RUN, Symptom.TOO_SLOW),
          broken("rate times 0.001 of Adam", NETWORK, adam(1e-6), RUN, Symptom.TOO_SLOW),
          broken("rate times 0.001, whole batch", LINE, sgd(1e-4), WHOLE, Symptom.TOO_SLOW),
          broken(
              "wrong sign of an error",
              LINE.body("return Losses", "return -Losses"),
              sgd(0.05),
              RUN,
              Symptom.UNBOUNDED_LOSS),
          broken(
              "wrong sign of a cross-entropy",
              SOFTMAX.body("return Losses", "return -Losses"),
              sgd(0.1),
              RUN,
              Symptom.UNBOUNDED_LOSS),
          broken(
              "inputs not scaled", LINE.inputs(x -> 1000 * x), sgd(0.05), RUN, Symptom.DIVERGING),
          broken(
              "inputs of a network not scaled",
              NETWORK.inputs(x -> 300 * x),
              sgd(0.05),
              RUN,
              Symptom.DIVERGING),
          broken(
              "hidden layer of zeros",
              NETWORK.body("{16, 8}, init = Init.HE", "{16, 8}"),
              sgd(0.1),
              RUN,
              Symptom.DEAD_RELUS),
          broken(
              "inputs far below zero",
              NETWORK
                  .body(
                      "{16, 8}, init = Init.HE",
                      "{16, 8}, init = Init.UNIFORM, low = 0, high = 0.5")
                  .inputs(x -> x - 20),
              sgd(0.01),
              RUN,
              Symptom.DEAD_RELUS),
          broken(
              "units killed by the first updates",
              NETWORK.inputs(x -> x + 5),
              sgd(2),
              RUN,
              Symptom.DEAD_RELUS),
          broken(
              "recurrence over a long series",
              RECURRENCE.on(withLongSeries()),
              sgd(0.02),
              Fit.epochs(20).batchSize(8).shuffle(false),
              Symptom.EXPLODING_GRADIENT),
          broken("labels by chance", SOFTMAX.on(byChance()), sgd(0.1), RUN, Symptom.NO_PROGRESS),
          broken(
              "NaN in an example",
              SOFTMAX.on(with(ZooModel.clusters(), 100, Double.NaN)),
              sgd(0.1),
              RUN,
              Symptom.NON_FINITE_LOSS),
          broken(
              "infinity in an example",
              LINE.on(with(ZooModel.points(0.1), 7, Double.POSITIVE_INFINITY)),
              sgd(0.05),
              RUN,
              Symptom.NON_FINITE_LOSS),
          broken(
              "logarithm of zero",
              LINE.body(
                  "return Losses.squared(predicted, y)",
                  "T rounded = predicted > 1 ? predicted : 0; return -Math.log(rounded) + y * y"),
              sgd(0.05),
              RUN,
              Symptom.NON_FINITE_LOSS),
          broken(
              "root at zero",
              LINE.body(
                      "return Losses.squared(predicted, y)",
                      "return Math.sqrt(Losses.squared(predicted, y))")
                  .on(withZero()),
              sgd(0.05),
              Fit.epochs(20).batchSize(16).shuffle(false),
              Symptom.NON_FINITE_GRADIENT),
          broken("updates below one ulp", NETWORK, sgd(1e-8), RUN, Symptom.UPDATES_BELOW_ULP)
              .inFloat(),
          broken(
                  "updates below one ulp of a large weight",
                  LINE.body("T bias;", "T bias = 1e6#;")
                      .body("predicted = bias", "predicted = bias - 1e6#"),
                  sgd(1e-3),
                  RUN,
                  Symptom.UPDATES_BELOW_ULP)
              .inFloat(),
          broken(
              "clipped to nothing",
              NETWORK,
              sgd(0.1) + "@GradientClipping(norm = 1e-4)",
              RUN,
              Symptom.MOSTLY_CLIPPED),
          broken(
              "clipped to nothing, element by element",
              LINE,
              sgd(0.1) + "@GradientClipping(value = 1e-4)",
              RUN,
              Symptom.MOSTLY_CLIPPED),
          broken(
              "beta2 too small",
              LINE,
              "@Optimizer(value = Algorithm.ADAM, learningRate = 0.7, beta1 = 0, beta2 = 0)",
              WHOLE,
              Symptom.OSCILLATING),
          broken("momentum too high", LINE, momentum(0.1, 0.999), RUN, Symptom.DIVERGING),
          broken(
              "weight decay that leaves nothing",
              NETWORK,
              "@Optimizer(value = Algorithm.SGD, learningRate = 0.05, weightDecay = 5)",
              RUN,
              Symptom.VANISHING_WEIGHTS),
          broken("rate at the bound", LINE, sgd(0.885), WHOLE, Symptom.OSCILLATING),
          broken(
              "sorted labels, not shuffled",
              SOFTMAX.on(sorted()).inputs(x -> 0.1 * x),
              sgd(1),
              Fit.epochs(20).batchSize(8).shuffle(false),
              Symptom.UNSHUFFLED),
          broken(
              "RMSProp at a hundred times its rate",
              NETWORK,
              "@Optimizer(value = Algorithm.RMSPROP, learningRate = 1)",
              RUN,
              Symptom.DIVERGING));

  static final List<Training> HEALTHY =
      List.of(
          healthy("descent of a line", LINE, sgd(0.05), RUN),
          healthy("descent of a line, in float", LINE, sgd(0.05), RUN).inFloat(),
          healthy("to the last digit", LINE.on(ZooModel.points(0)), sgd(0.1), WHOLE),
          healthy("to the last digit, in float", LINE.on(ZooModel.points(0)), sgd(0.1), WHOLE)
              .inFloat(),
          healthy("steep, and yet it converges", LINE, sgd(0.75), WHOLE),
          healthy("single examples", LINE, sgd(0.01), Fit.epochs(10).batchSize(1)),
          healthy("single examples, in float", NETWORK, sgd(0.01), Fit.epochs(10).batchSize(1))
              .inFloat(),
          healthy("two batches", SOFTMAX, sgd(0.3), Fit.epochs(150).batchSize(120)),
          healthy(
              "two batches, always the same",
              SOFTMAX,
              sgd(0.3),
              Fit.epochs(150).batchSize(120).shuffle(false)),
          healthy(
              "one example",
              BOUNDED.on(BOUNDED.examples().subList(0, 1)),
              sgd(1e-3),
              Fit.epochs(300).batchSize(1)),
          healthy(
              "few examples in small batches",
              BOUNDED.on(BOUNDED.examples().subList(0, 12)),
              sgd(1e-3),
              Fit.epochs(100).batchSize(4)),
          healthy("a loss that is flat far off", BOUNDED, sgd(1e-3), RUN),
          healthy("batches of four", NETWORK, sgd(0.03), Fit.epochs(10).batchSize(4)),
          healthy("batches of seven", LINE, sgd(0.02), Fit.epochs(10).batchSize(7)),
          healthy("momentum", NETWORK, momentum(0.05, 0.9), RUN),
          healthy(
              "Nesterov, warm-up and cosine",
              NETWORK,
              "@Optimizer(value = Algorithm.SGD, learningRate = 0.1, momentum = 0.9, nesterov = true)"
                  + "@Warmup(steps = 30) @Schedule(Decay.COSINE)",
              RUN),
          healthy("Adam", NETWORK, adam(0.01), RUN).inFloat(),
          healthy("Adam at its default", NETWORK, adam(1e-3), Fit.epochs(30).batchSize(16)),
          healthy(
              "Adam, the whole batch, long", NETWORK, adam(0.01), Fit.epochs(400).batchSize(1000)),
          healthy(
                  "AdamW and one cycle",
                  NETWORK,
                  "@Optimizer(value = Algorithm.ADAMW, learningRate = 0.02, weightDecay = 0.01)"
                      + "@Schedule(Decay.ONE_CYCLE)",
                  RUN)
              .inFloat(),
          healthy(
              "RMSProp",
              NETWORK,
              "@Optimizer(value = Algorithm.RMSPROP, learningRate = 3e-3)",
              RUN),
          healthy(
              "Adagrad", SOFTMAX, "@Optimizer(value = Algorithm.ADAGRAD, learningRate = 0.1)", RUN),
          healthy("Lion", NETWORK, "@Optimizer(value = Algorithm.LION, learningRate = 3e-4)", RUN),
          healthy("LAMB", NETWORK, "@Optimizer(value = Algorithm.LAMB, learningRate = 0.02)", RUN),
          healthy("Rprop", LINE, "@Optimizer(value = Algorithm.RPROP, learningRate = 0.01)", WHOLE),
          healthy("clipped now and then", NETWORK, sgd(0.1) + "@GradientClipping(norm = 1)", RUN),
          healthy(
              "averaged, with steps down",
              SOFTMAX,
              sgd(0.3)
                  + "@WeightAveraging(Averaging.SWA)"
                  + "@Schedule(value = Decay.STEP, stepSize = 100, gamma = 0.1)",
              RUN),
          healthy(
                  "to nothing along a polynomial, in float",
                  NETWORK,
                  sgd(0.1) + "@Schedule(Decay.POLYNOMIAL)",
                  RUN)
              .inFloat(),
          healthy(
              "dropout",
              NETWORK.body(
                  "Ops.relu(Ops.affine(w1, b1, xs))",
                  "Ops.dropout(Ops.relu(Ops.affine(w1, b1, xs)), 0.3)"),
              adam(0.01),
              RUN),
          healthy(
              "layers of tanh",
              NETWORK.body("Ops.relu", "Ops.tanh").body("init = Init.HE", "init = Init.XAVIER"),
              sgd(0.1),
              RUN),
          healthy("recurrence", RECURRENCE, adam(0.01), Fit.epochs(30).batchSize(16)),
          healthy(
              "table of which few rows are touched",
              TABLE,
              adam(0.03),
              Fit.epochs(40).batchSize(8)),
          healthy(
              "density, of which the loss is negative",
              DENSITY,
              adam(0.02),
              Fit.epochs(40).batchSize(16)),
          healthy("some labels wrong", NETWORK.on(someWrong()), momentum(0.03, 0.9), RUN),
          healthy("plateau", LINE, sgd(0.1) + "@Schedule(Decay.PLATEAU)", RUN),
          healthy(
              "robust",
              LINE.body("Losses.squared(predicted, y)", "Losses.huber(predicted, y, 1)"),
              sgd(0.1),
              RUN));

  private Zoo() {}

  private static String sgd(double rate) {
    return "@Optimizer(value = Algorithm.SGD, learningRate = " + rate + ")\n";
  }

  private static String momentum(double rate, double momentum) {
    return "@Optimizer(value = Algorithm.SGD, learningRate = "
        + rate
        + ", momentum = "
        + momentum
        + ")\n";
  }

  private static String adam(double rate) {
    return "@Optimizer(value = Algorithm.ADAM, learningRate = " + rate + ")\n";
  }

  private static List<Object[]> with(List<Object[]> examples, int row, double value) {
    List<Object[]> changed = new ArrayList<>(examples);
    Object[] example = examples.get(row).clone();
    double[] xs = ((double[]) example[0]).clone();
    xs[2] = value;
    example[0] = xs;
    changed.set(row, example);
    return changed;
  }

  private static List<Object[]> withZero() {
    List<Object[]> examples = new ArrayList<>(ZooModel.points(0.1));
    examples.set(3, new Object[] {new double[4], 0.0});
    return examples;
  }

  private static List<Object[]> withLongSeries() {
    List<Object[]> examples = new ArrayList<>(ZooModel.series(1));
    double[] steady = new double[400];
    Arrays.fill(steady, 1);
    examples.add(new Object[] {steady, 120.0});
    return examples;
  }

  private static List<Object[]> byChance() {
    SplittableRandom random = new SplittableRandom(6);
    List<Object[]> examples = new ArrayList<>();
    for (int n = 0; n < 2000; n++) {
      examples.add(new Object[] {ZooModel.normal(random, 8), random.nextInt(3)});
    }
    return examples;
  }

  private static List<Object[]> someWrong() {
    List<Object[]> examples = new ArrayList<>(ZooModel.clusters());
    for (int n = 0; n < examples.size(); n += 10) {
      examples.set(n, new Object[] {examples.get(n)[0], ((int) examples.get(n)[1] + 1) % 3});
    }
    return examples;
  }

  private static List<Object[]> sorted() {
    return ZooModel.clusters().stream()
        .sorted(Comparator.comparing(row -> (Integer) row[1]))
        .toList();
  }
}
