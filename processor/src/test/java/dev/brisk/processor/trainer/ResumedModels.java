package dev.brisk.processor.trainer;

import dev.brisk.Algorithm;
import dev.brisk.Decay;
import dev.brisk.Interval;
import dev.brisk.processor.trainer.ResumedModel.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Models under every optimizer and schedule, and with all that may stand around an update. */
final class ResumedModels {
  private static final String MOMENTUM =
      "@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.8) ";

  private static final List<String> WARMUPS = List.of("", "@Warmup(steps = 4) ");

  private ResumedModels() {}

  /** Of every algorithm, with each of its switches on and off. */
  static List<ResumedModel> algorithms() {
    List<ResumedModel> models = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (String variant : EveryAlgorithmTest.variants(algorithm)) {
        String annotations =
            "@Optimizer(value = Algorithm.%s, learningRate = 0.003%s) "
                    .formatted(algorithm, variant)
                + "@Warmup(steps = 2) @Schedule(Decay.COSINE)";
        if (variant.isEmpty()) {
          add(models, Body.NETWORK, annotations);
          add(models, Body.MIXED, annotations);
        } else {
          add(models, annotations);
        }
      }
    }
    return models;
  }

  /** Of every schedule by either clock, after a warm-up and without one. */
  static List<ResumedModel> schedules() {
    List<ResumedModel> models = new ArrayList<>();
    for (Decay decay : Decay.values()) {
      for (String attributes : attributes(decay)) {
        for (Interval interval : Interval.values()) {
          String schedule =
              "@Schedule(value = Decay.%s, interval = Interval.%s%s)"
                  .formatted(decay, interval, attributes);
          boolean isAdam = attributes.contains("cycleMomentum") && interval == Interval.EPOCH;
          String optimizer =
              isAdam ? "@Optimizer(value = Algorithm.ADAM, learningRate = 0.01) " : MOMENTUM;
          add(models, optimizer + WARMUPS.get(models.size() / 3 % 2) + schedule);
        }
      }
    }
    models.add(
        new ResumedModel(
            Body.MIXED,
            MOMENTUM
                + "@Warmup(steps = 2) @Schedule(value = Decay.CONSTANT, steps = 3)"
                + " @Schedule(value = Decay.LINEAR, startFactor = 1, endFactor = 0.5, steps = 4)"
                + " @Schedule(Decay.COSINE)",
            "float"));
    return models;
  }

  /** What each needs, or may change what it keeps; short, as the runs are. */
  private static List<String> attributes(Decay decay) {
    return switch (decay) {
      case STEP -> List.of(", stepSize = 2, gamma = 0.5");
      case MULTI_STEP -> List.of(", milestones = {1, 3, 7}, gamma = 0.7");
      case EXPONENTIAL -> List.of(", gamma = 0.95");
      case LINEAR -> List.of(", startFactor = 1, endFactor = 0.1");
      case COSINE_RESTARTS -> List.of(", period = 2, periodMultiplier = 2");
      case CYCLIC ->
          List.of(
              ", maxLearningRate = 0.05, stepSizeUp = 2",
              ", maxLearningRate = 0.05, stepSizeUp = 2, cycleMomentum = true");
      case ONE_CYCLE -> List.of("", ", cycleMomentum = true");
      case INVERSE_SQRT -> List.of(", stepSize = 3");
      case INVERSE_TIME -> List.of(", gamma = 0.5");
      case PLATEAU ->
          List.of(
              ", patience = 1, threshold = 0.9, factor = 0.5",
              ", patience = 0, threshold = 0.9, factor = 0.9, cooldown = 1",
              ", patience = 0, factor = 0.5, monitor = \"accuracy\"");
      case CONSTANT, POLYNOMIAL, COSINE -> List.of("");
    };
  }

  /** With all that may stand around an update. */
  static List<ResumedModel> around() {
    List<ResumedModel> models = new ArrayList<>();
    for (String clipping :
        List.of("", "@GradientClipping(norm = 0.3) ", "@GradientClipping(value = 0.02) ")) {
      for (String averaging :
          List.of(
              "",
              "@WeightAveraging(value = Averaging.EMA, decay = 0.9) ",
              "@WeightAveraging(value = Averaging.SWA, start = 4) ")) {
        for (String run :
            List.of(
                "",
                "@Training(epochs = 4, batchSize = 32, accumulate = 2, examples = 75)"
                    + " @BatchScaling(baseBatchSize = 64, rule = ScalingRule.SQUARE_ROOT)")) {
          add(models, MOMENTUM + clipping + averaging + run);
        }
      }
    }
    return models;
  }

  /** That diverge, and are taken back. */
  static List<ResumedModel> recovering() {
    List<ResumedModel> models = new ArrayList<>();
    for (String restore : List.of("EPOCH_START", "BEST_EPOCH")) {
      for (String schedule :
          List.of(
              "",
              "@Schedule(value = Decay.LINEAR, startFactor = 0.001, endFactor = 1, steps = 8)",
              "@WeightAveraging(decay = 0.9)")) {
        String annotations =
            "@Optimizer(value = Algorithm.SGD, learningRate = 30) "
                + schedule
                + " @OnDivergence(restore = Restore.%s, factor = 0.02, explosion = 1.5)"
                    .formatted(restore);
        add(models, Body.NETWORK, annotations);
        add(models, Body.MIXED, annotations);
      }
    }
    return models;
  }

  /** Of one body or the other, so that each meets both of what alternates. */
  private static void add(List<ResumedModel> models, String annotations) {
    int n = models.size();
    add(models, Body.values()[(n + n / 2) % 2], annotations);
  }

  private static void add(List<ResumedModel> models, Body body, String annotations) {
    models.add(
        new ResumedModel(body, annotations, models.size() / 2 % 2 == 0 ? "float" : "double"));
  }

  /** A few of each. */
  static List<ResumedModel> some() {
    return Stream.of(algorithms(), schedules(), around(), recovering())
        .flatMap(all -> Stream.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1)))
        .toList();
  }
}
