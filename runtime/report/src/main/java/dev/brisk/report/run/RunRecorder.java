package dev.brisk.report.run;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.Monitor;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.runtime.Watched;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Records a fit, for a page to look at:
 *
 * <pre>{@code
 * var recorder = new RunRecorder("cosine");
 * trainer.fit(training, recorder.watching(Fit.epochs(10).validation(heldOut)));
 * recorder.run().html(Path.of("cosine.html"));
 * }</pre>
 *
 * <p>As a listener it records loss and learning rate of every update; {@link #watching} also has it
 * record gradients and updates, and what a {@link TrainingMonitor} finds, for a pass over the
 * parameters before and after each. Memory is about 160 kB however long the fit, as runs of updates
 * are brought together of which the extremes, the first and the last stay; recording an update
 * allocates nothing. A fit that is taken back, as by {@link dev.brisk.OnDivergence}, loses here
 * what it loses there. The next fit is recorded in place of the one before.
 *
 * <p>For the thread of the fit. What was recorded may be asked for at any time after its beginning,
 * also when it has failed.
 */
public final class RunRecorder implements FitListener {
  private final String name;
  private StepSeries losses = new StepSeries();
  private StepSeries rates = new StepSeries();
  private StepSeries gradientNorms = new StepSeries();
  private StepSeries updateRatios = new StepSeries();
  private @Nullable TrainingMonitor monitor;
  private List<String> configuration = List.of();
  private List<Epoch> epochs = List.of();
  private List<Recovery> recoveries = List.of();
  private String ending = "";
  private Duration duration = Duration.ZERO;
  private OptionalInt restoredEpoch = OptionalInt.empty();

  /**
   * A recorder of a run.
   *
   * @param name of the run, by which it is told from others on a page; not blank
   * @throws IllegalArgumentException if it is blank
   */
  public RunRecorder(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name is blank, expected what the run is to be called");
    }
    this.name = name;
  }

  /** These options, with everything recorded; in place of a monitor that they may have. */
  public Fit watching(Fit options) {
    return watching(options, new TrainingMonitor());
  }

  /** As {@link #watching(Fit)}, with a monitor of the caller's, of which nothing else changes. */
  public Fit watching(Fit options, TrainingMonitor finding) {
    monitor = finding;
    return options.listener(this).monitor(new Watching(finding));
  }

  @Override
  public void began(FitProgress progress) {
    losses = new StepSeries();
    rates = new StepSeries();
    gradientNorms = new StepSeries();
    updateRatios = new StepSeries();
    configuration = progress.configuration();
    restoredEpoch = OptionalInt.empty();
    soFar(progress, End.OPEN.words());
  }

  @Override
  public void updated(FitProgress progress) {
    long step = progress.step() - 1;
    losses.add(step, progress.loss());
    rates.add(step, progress.learningRate());
  }

  @Override
  public void completed(FitProgress progress, Epoch epoch) {
    soFar(progress, ending);
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    soFar(progress, report.end().words());
    restoredEpoch = report.restoredEpoch();
  }

  @Override
  public void failed(FitProgress progress, Throwable reason) {
    soFar(progress, "failed: " + reason);
  }

  private void soFar(FitProgress progress, String words) {
    epochs = progress.history();
    recoveries = progress.recoveries();
    duration = progress.elapsed();
    ending = words;
  }

  /**
   * What is recorded so far.
   *
   * @throws IllegalStateException if no fit has begun
   */
  public RunRecord run() {
    if (ending.isEmpty()) {
      throw new IllegalStateException(
          "nothing is recorded; give the recorder to a fit, trainer.fit(examples,"
              + " recorder.watching(Fit.epochs(10)))");
    }
    return new RunRecord(
        name,
        configuration,
        Machine.lines(),
        new RunRecord.Curves(
            losses.curve(name),
            rates.curve(name),
            gradientNorms.curve(name),
            updateRatios.curve(name)),
        epochs,
        monitor == null ? List.of() : monitor.findings(),
        recoveries,
        ending,
        duration,
        restoredEpoch);
  }

  /** Passes everything on, and reads off what there is to read. */
  private final class Watching implements Monitor {
    private final TrainingMonitor own;
    private @Nullable Watched trainer;

    Watching(TrainingMonitor own) {
      this.own = own;
    }

    @Override
    public void begin(Watched watched) {
      trainer = watched;
      own.begin(watched);
    }

    @Override
    public void beforeUpdate(double loss, int examples) {
      own.beforeUpdate(loss, examples);
    }

    @Override
    public void afterUpdate() {
      own.afterUpdate();
      if (trainer != null) {
        gradientNorms.add(trainer.stepCount(), own.gradientNorm());
        updateRatios.add(trainer.stepCount(), own.updateRatio());
      }
    }

    @Override
    public void refused(double loss, int examples, List<Integer> culprits) {
      own.refused(loss, examples, culprits);
    }

    @Override
    public void end() {
      own.end();
    }

    @Override
    public List<Finding> findings() {
      return own.findings();
    }
  }
}
