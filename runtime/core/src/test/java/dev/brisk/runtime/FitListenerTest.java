package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.runtime.Line.Points;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitListenerTest {
  private static final Fit FIT = Fit.epochs(2).batchSize(20).validation(Line.points(7));

  @TempDir private Path folder;

  private final List<String> told = new ArrayList<>();
  private final Points points = Line.points(30);
  private final Line line = new Line(7, RunPlan.OPEN);

  @Test
  void isToldOfEverythingInOrder() {
    TrainingReport report = line.fit(points, FIT.listener(new Telling("")));
    assertThat(told)
        .containsExactly(
            "began, step 0/4",
            "updated, step 1/4, epoch 1/2, 20/30",
            "updated, step 2/4, epoch 1/2, 30/30",
            "completed 1 of 1",
            "updated, step 3/4, epoch 2/2, 20/30",
            "updated, step 4/4, epoch 2/2, 30/30",
            "completed 2 of 2",
            "ended COMPLETE");
    assertThat(report.duration()).isPositive();
  }

  @Test
  void allAreToldOneAfterTheOther() {
    line.fit(points, Fit.epochs(1).listener(new Telling("a ")).listener(new Telling("b ")));
    assertThat(told.subList(0, 2)).containsExactly("a began, step 0/1", "b began, step 0/1");
    assertThat(told).hasSize(8);
  }

  @Test
  void readsTheLossAndTheRateOfTheUpdate() {
    List<Double> read = new ArrayList<>();
    Line other = new Line(7, RunPlan.OPEN);
    other.beginRun(new RunPlan(1, 20, 30), 2);
    line.fit(
        points,
        Fit.epochs(1)
            .batchSize(20)
            .shuffle(false)
            .listener(
                new FitListener() {
                  @Override
                  public void updated(FitProgress progress) {
                    read.add(progress.loss());
                    read.add(progress.learningRate());
                  }
                }));
    assertThat(read)
        .containsExactly(
            other.trainBatch(points, 0, 20), 0.1, other.trainBatch(points, 20, 30), 0.1 * 0.75);
  }

  @Test
  void readsWhatTheFitGoesBy() {
    List<String> read = new ArrayList<>();
    FitListener reading =
        new FitListener() {
          @Override
          public void began(FitProgress progress) {
            read.addAll(progress.configuration());
          }
        };
    line.fit(points, FIT.listener(reading));
    assertThat(read)
        .containsExactly(
            "@Optimizer(value = SGD, learningRate = 0.1)",
            "@Training(epochs = 2, batchSize = 20, examples = 30)",
            "seed 7, shuffled");

    read.clear();
    line.baseLearningRate(0.05);
    line.fit(points, Fit.steps(3).batchSize(20).shuffle(false).listener(reading));
    assertThat(read)
        .contains("of which the first 3 updates", "the learning rate is 0.05")
        .endsWith("seed 7, not shuffled");
  }

  @Test
  void isToldWhereAFitIsTakenEpochByEpoch() {
    TrainingRun run = line.begin(points, FIT.listener(new Telling("")));
    assertThat(told).containsExactly("began, step 0/4");
    run.next();
    assertThat(told).last().isEqualTo("completed 1 of 1");
    run.next();
    assertThat(told).last().isEqualTo("ended COMPLETE");
  }

  @Test
  void isToldOfAFailure() {
    points.y()[29] = Double.NaN;
    assertThatExceptionOfType(NonFiniteLossException.class)
        .isThrownBy(() -> line.fit(points, FIT.shuffle(false).listener(new Telling(""))));
    assertThat(told)
        .containsExactly(
            "began, step 0/4",
            "updated, step 1/4, epoch 1/2, 20/30",
            "failed: NonFiniteLossException");
  }

  @Test
  void whatAListenerThrowsEndsTheFitAndAllAreTold() {
    FitListener throwing =
        new FitListener() {
          @Override
          public void updated(FitProgress progress) {
            throw new IllegalStateException("enough");
          }

          @Override
          public void failed(FitProgress progress, Throwable reason) {
            throw new IllegalStateException("and more");
          }
        };
    assertThatThrownBy(() -> line.fit(points, FIT.listener(throwing).listener(new Telling(""))))
        .hasMessage("enough")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("and more"));
    assertThat(told).last().isEqualTo("failed: IllegalStateException");
    assertThat(line.stepCount()).isEqualTo(1);
  }

  @Test
  void aHistoryFileIsWholeAfterEachEpoch() throws IOException {
    Path csv = folder.resolve("history.csv");
    Path json = folder.resolve("history.jsonl");
    List<List<String>> seen = new ArrayList<>();
    Fit fit =
        FIT.historyTo(csv)
            .historyTo(json)
            .onEpoch(epoch -> seen.add(List.of(read(csv), read(json))));
    List<TrainingReport> reports = List.of(line.fit(points, fit), line.fit(points, fit));

    assertThat(seen).hasSize(4);
    for (int epochs = 1; epochs <= 4; epochs++) {
      assertThat(seen.get(epochs - 1).get(0).lines()).hasSize(1 + epochs);
      assertThat(seen.get(epochs - 1).get(1).lines()).hasSize(epochs);
    }
    reports.get(1).writeCsv(folder.resolve("report.csv"));
    reports.get(1).writeJsonLines(folder.resolve("report.jsonl"));
    assertThat(csv).hasSameTextualContentAs(folder.resolve("report.csv"));
    assertThat(json).hasSameTextualContentAs(folder.resolve("report.jsonl"));
  }

  @Test
  void aHistoryFileThatCannotBeWrittenEndsTheFit() {
    Path file = folder.resolve("nowhere/history.csv");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> line.fit(points, FIT.historyTo(file)))
        .withMessage("the history could not be written to " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "history.json", "csv"})
  void refusesAHistoryFileOfNoKnownForm(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.historyTo(Path.of(name)))
        .withMessage("file is " + name + ", expected a name that ends with .csv or .jsonl");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Telling implements FitListener {
    private final String name;

    Telling(String name) {
      this.name = name;
    }

    private static String step(FitProgress progress) {
      return ", step " + progress.step() + "/" + progress.lastStep();
    }

    @Override
    public void began(FitProgress progress) {
      told.add(name + "began" + step(progress));
    }

    @Override
    public void updated(FitProgress progress) {
      String epoch = ", epoch " + progress.epoch() + "/" + progress.lastEpoch();
      String examples = ", " + progress.examples() + "/" + progress.examplesOfEpoch();
      told.add(name + "updated" + step(progress) + epoch + examples);
    }

    @Override
    public void completed(FitProgress progress, Epoch epoch) {
      told.add(name + "completed " + epoch.epoch() + " of " + progress.history().size());
    }

    @Override
    public void ended(FitProgress progress, TrainingReport report) {
      told.add(name + "ended " + report.end());
    }

    @Override
    public void failed(FitProgress progress, Throwable reason) {
      told.add(name + "failed: " + reason.getClass().getSimpleName());
    }
  }
}
