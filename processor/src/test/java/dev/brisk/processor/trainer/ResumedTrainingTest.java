package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.brisk.processor.BriskProcessor;
import dev.brisk.processor.Javac;
import dev.brisk.processor.oracle.GeneratedClasses;
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
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is broken off at any step, and taken up by another trainer, comes to what one comes to
 * that never was: every parameter, all that is kept beside it, and the history, bit by bit. Under
 * every optimizer and schedule, with all that may stand around an update, in one and two threads.
 */
@Tag("javac")
class ResumedTrainingTest {
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

  /** Brisk's warnings are of no interest: the runs are short, and the rates are steep. */
  private static Compilation compiled(List<ResumedModel> models) {
    List<JavaFileObject> sources = new ArrayList<>();
    models.forEach(model -> sources.add(model.source("Model" + sources.size())));
    Compilation compilation =
        Javac.compiler().withProcessors(new BriskProcessor()).compile(sources);
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
    assertExact(ResumedModels.algorithms());
  }

  @Test
  void isExactUnderEverySchedule() throws IOException {
    assertThat(assertExact(ResumedModels.schedules()))
        .filteredOn(Result::isEarly)
        .hasSizeGreaterThan(4);
  }

  @Test
  void isExactWithAllThatStandsAroundAnUpdate() throws IOException {
    assertExact(ResumedModels.around());
  }

  @Test
  void isExactWhereARunIsTakenBack() throws IOException {
    assertThat(assertExact(ResumedModels.recovering()))
        .filteredOn(run -> !run.recoveries().isEmpty())
        .hasSizeGreaterThan(4);
  }

  @Test
  void isExactInAnotherProcess() throws IOException, InterruptedException {
    List<ResumedModel> models = ResumedModels.some();
    GeneratedClasses classes = new GeneratedClasses(compiled(models));
    Path written = Files.createDirectory(folder.resolve("classes"));
    classes.writeTo(written);
    List<Result> results = new ArrayList<>();
    for (ResumedRun run : runs(models, classes)) {
      Path own = Files.createDirectory(folder.resolve("" + results.size()));
      results.add(run.brokenOff(1 + results.size() % 2, random, own));
    }

    Process another = another(written);
    assertThat(another.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(another.exitValue()).as(Files.readString(folder.resolve("output"))).isZero();

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
    for (ResumedRun run : runs(ResumedModels.some(), ClassLoader.getSystemClassLoader())) {
      Path own = folder.resolve("" + n++);
      Files.write(own.resolve("state"), run.resumed(2, own).state().array());
    }
  }
}
