package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runs of a trainer: the history of their epochs, and where the current one is. */
final class FitLoop<E extends Examples<E>> {
  private final RunPlan declared;
  private final List<Epoch> history = new ArrayList<>();
  private final RunPosition position = new RunPosition();
  private @Nullable FitRun<E> current;

  FitLoop(RunPlan declared) {
    this.declared = declared;
  }

  /** Shows where the current run is. */
  void visit(StateVisitor visitor) {
    position.visit(visitor);
  }

  /** The epochs so far. */
  List<Epoch> history() {
    return List.copyOf(history);
  }

  /** Those after the given number of epochs; a view that is not to be kept. */
  List<Epoch> historyAfter(int epochs) {
    int from = Math.min(epochs, history.size());
    return Collections.unmodifiableList(history.subList(from, history.size()));
  }

  /** Replaces the epochs so far. */
  void history(List<Epoch> epochs) {
    history.clear();
    history.addAll(epochs);
  }

  /** The number of epochs so far. */
  int epochs() {
    return history.size();
  }

  Epoch last() {
    return history.get(history.size() - 1);
  }

  /** Whether the last epoch has the lowest loss of those that can be compared with it. */
  boolean hasLowestLossNow() {
    Epoch last = last();
    boolean isValidated = last.validationLoss().isPresent();
    return !Double.isNaN(loss(last))
        && history.subList(0, history.size() - 1).stream()
            .filter(epoch -> epoch.validationLoss().isPresent() == isValidated)
            .allMatch(epoch -> !(loss(epoch) <= loss(last)));
  }

  private static double loss(Epoch epoch) {
    return epoch.validationLoss().orElse(epoch.trainLoss());
  }

  void add(Epoch epoch) {
    history.add(epoch);
  }

  RunPosition position() {
    return position;
  }

  /** Whether that run is the one that goes on. */
  boolean isCurrent(FitRun<E> run) {
    return current == run;
  }

  /** What the current run keeps beside the state of the trainer. */
  RunMemory memory() {
    return current == null ? RunMemory.NONE : current.memory();
  }

  FitRun<E> begin(GeneratedTrainer<E> trainer, TrainingSet<E> examples, Fit options) {
    RunPlan plan = options.resolve(declared, examples.size());
    examples.check(plan.examplesPerUpdate());
    HeldOut held = options.heldOut(trainer, examples);
    trainer.checkParameters();
    trainer.checkMonitor(held != null);
    options.checkStopping(trainer);

    Course course =
        new Course(
            plan,
            examples.windowSize(),
            options.shuffles(),
            history.size() + plan.epochs(),
            options.stepsOf(plan));
    CheckpointSaver checkpoints = options.saver(trainer);
    RunMemory memory = options.resume(trainer, course);
    if (memory == null) {
      trainer.beginRun(plan, course.steps());
      position.begin(course);
    }
    RunMemory kept = memory == null ? RunMemory.NONE : memory;
    FitRun<E> run = new FitRun<>(trainer, this, examples, held, options, checkpoints, kept);
    current = run;
    run.begin();
    return run;
  }
}
