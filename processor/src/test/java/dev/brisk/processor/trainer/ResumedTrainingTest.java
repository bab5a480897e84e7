package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.brisk.Algorithm;
import dev.brisk.Decay;
import dev.brisk.Interval;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.oracle.GeneratedClasses;
import dev.brisk.processor.trainer.ResumedModel.Body;
import dev.brisk.processor.trainer.ResumedRun.Result;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.Fit;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is broken off at any step, and taken up by another trainer, comes to what one comes to
 * that never was: every parameter, all that is kept beside it, and the history, bit by bit. Under
 * every optimizer and schedule, with all that may stand around an update, in one and two threads.
 */
class ResumedTrainingTest {
  private static final String MOMENTUM =
      "@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.8)";

  private static final Fit EPOCHS = Fit.epochs(4);

  /** One for each of the models, and again. */
  private static final List<Fit> FITS =
      List.of(
          EPOCHS,
          EPOCHS.earlyStopping(EarlyStopping.patience(1).minDelta(0.05)),
          EPOCHS.earlyStopping(EarlyStopping.patience(1).maximize("accuracy")),
          EPOCHS.earlyStopping(EarlyStopping.patience(2).keepLast()).validateEvery(2),
          Fit.steps(8));

  @TempDir private Path folder;
  private final SplittableRandom random = new SplittableRandom(5);

  /** Of every algorithm, with each of its switches on and off. */
  static List<ResumedModel> algorithms() {
    List<ResumedModel> models = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (String variant : EveryAlgorithmTest.variants(algorithm)) {
        String optimizer =
            "@Optimizer(value = Algorithm.%s, learningRate = 0.003%s)"
                .formatted(algorithm, variant);
        String annotations = optimizer + " @Warmup(steps = 2) @Schedule(Decay.COSINE)";
        add(models, annotations);
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
          for (String warmup : List.of("", "@Warmup(steps = 4) ")) {
            String schedule =
                "@Schedule(value = Decay.%s, interval = Interval.%s%s)"
                    .formatted(decay, interval, attributes);
            String optimizer =
                attributes.contains("cycleMomentum") && warmup.isEmpty()
                    ? "@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)"
                    : MOMENTUM;
            Body body = Body.values()[models.size() % 2];
            models.add(new ResumedModel(body, optimizer + " " + warmup + schedule, "double"));
          }
        }
      }
    }
    models.add(
        new ResumedModel(
            Body.MIXED,
            MOMENTUM
                + " @Warmup(steps = 2) @Schedule(value = Decay.CONSTANT, steps = 3)"
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
              ", patience = 0, factor = 0.9, cooldown = 1",
              ", patience = 0, factor = 0.5, monitor = \"accuracy\"");
      case CONSTANT, POLYNOMIAL, COSINE -> List.of("");
    };
  }

  /** With all that may stand around an update. */
  static List<ResumedModel> around() {
    List<ResumedModel> models = new ArrayList<>();
    for (String clipping :
        List.of("", " @GradientClipping(norm = 0.3)", " @GradientClipping(value = 0.02)")) {
      for (String averaging :
          List.of(
              "",
              " @WeightAveraging(value = Averaging.EMA, decay = 0.9)",
              " @WeightAveraging(value = Averaging.SWA, start = 4)")) {
        for (String run :
            List.of(
                "",
                " @Training(epochs = 4, batchSize = 32, accumulate = 2, examples = 75)"
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
        add(
            models,
            "@Optimizer(value = Algorithm.SGD, learningRate = 30) "
                + schedule
                + " @OnDivergence(restore = Restore.%s, factor = 0.02, explosion = 1.5)"
                    .formatted(restore));
      }
    }
    return models;
  }

  /** Both bodies, each in another precision. */
  private static void add(List<ResumedModel> models, String annotations) {
    boolean isEven = models.size() % 4 == 0;
    models.add(new ResumedModel(Body.NETWORK, annotations, isEven ? "float" : "double"));
    models.add(new ResumedModel(Body.MIXED, annotations, isEven ? "double" : "float"));
  }

  /** Brisk's warnings are of no interest: the runs are short, and the rates are steep. */
  private static Compilation compiled(List<ResumedModel> models) {
    List<JavaFileObject> sources = new ArrayList<>();
    models.forEach(model -> sources.add(model.source("Model" + sources.size())));
    Compilation compilation =
        Compiler.javac().withProcessors(new BriskProcessor()).compile(sources);
    assertThat(compilation.errors()).isEmpty();
    return compilation;
  }

  private static List<ResumedRun> runs(List<ResumedModel> models, ClassLoader loader) {
    List<ResumedRun> runs = new ArrayList<>();
    for (ResumedModel model : models) {
      try {
        Class<?> type = loader.loadClass("models.Model" + runs.size());
        Fit fit = FITS.get(runs.size() % FITS.size());
        boolean isDeclared = model.annotations().contains("@Training");
        runs.add(new ResumedRun(model, type, isDeclared ? EPOCHS : fit));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
    }
    return runs;
  }

  /** Gives the results of the runs that were never broken off. */
  private List<Result> assertExact(List<ResumedModel> models) throws IOException {
    List<Result> results = new ArrayList<>();
    for (ResumedRun run : runs(models, new GeneratedClasses(compiled(models)))) {
      Result straight = run.straight(folder);
      for (int threads = 1; threads <= 2; threads++) {
        Path own = Files.createDirectory(folder.resolve(results.size() + "-" + threads));
        assertThat(run.brokenOff(threads, random, own)).as("%s", run).isEqualTo(straight);
        assertThat(run.resumed(3 - threads, own)).as("%s", run).isEqualTo(straight);
      }
      results.add(straight);
    }
    return results;
  }

  @Test
  void isExactUnderEveryAlgorithm() throws IOException {
    assertExact(algorithms());
  }

  @Test
  void isExactUnderEverySchedule() throws IOException {
    assertThat(assertExact(schedules())).filteredOn(Result::isEarly).hasSizeGreaterThan(4);
  }

  @Test
  void isExactWithAllThatStandsAroundAnUpdate() throws IOException {
    assertExact(around());
  }

  @Test
  void isExactWhereARunIsTakenBack() throws IOException {
    assertThat(assertExact(recovering()))
        .filteredOn(run -> !run.recoveries().isEmpty())
        .hasSizeGreaterThan(4);
  }

  /** A few of each. */
  private static List<ResumedModel> some() {
    return Stream.of(algorithms(), schedules(), around(), recovering())
        .flatMap(all -> Stream.of(all.get(0), all.get(all.size() / 2), all.get(all.size() - 1)))
        .toList();
  }

  @Test
  void isExactInAnotherProcess() throws IOException, InterruptedException {
    List<ResumedModel> models = some();
    GeneratedClasses classes = new GeneratedClasses(compiled(models));
    Path written = Files.createDirectory(folder.resolve("classes"));
    classes.writeTo(written);
    List<Result> results = new ArrayList<>();
    for (ResumedRun run : runs(models, classes)) {
      Path own = Files.createDirectory(folder.resolve("" + results.size()));
      results.add(run.brokenOff(1 + results.size() % 2, random, own));
    }

    assertThat(another(written).waitFor(2, TimeUnit.MINUTES)).isTrue();

    for (int n = 0; n < models.size(); n++) {
      Path state = folder.resolve(n + "/state");
      assertThat(state)
          .as(models.get(n).toString())
          .hasBinaryContent(results.get(n).state().array());
    }
  }

  private Process another(Path classes) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            classes + File.pathSeparator + System.getProperty("java.class.path"),
            "-Dbrisk.kernels=" + System.getProperty("brisk.kernels", ""),
            "--add-modules",
            "jdk.incubator.vector",
            ResumedTrainingTest.class.getName(),
            folder.toString());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  /** Takes up the runs that the test has broken off, and saves what they come to. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int n = 0;
    for (ResumedRun run : runs(some(), ClassLoader.getSystemClassLoader())) {
      Path own = folder.resolve("" + n++);
      Files.write(own.resolve("state"), run.resumed(2, own).state().array());
    }
  }
}
