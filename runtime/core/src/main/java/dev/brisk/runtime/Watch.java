package dev.brisk.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands between a trainer and its monitor, and remembers the batch of the update. */
final class Watch<E extends Examples<E>> implements Watched {
  private final GeneratedTrainer<E> trainer;
  private final Monitor monitor;
  private @Nullable E batch;
  private int from;
  private int to;

  /** The examples of the last update. */
  private int size = 1;

  /** Whether what layers gave is of this update. */
  private boolean hasUnits = true;

  /** The number of the first example of the window that the batch is of. */
  private int firstRow;

  /** The rows of the batch's examples in that window; null where they are the same. */
  private int @Nullable [] rows;

  private Watch(GeneratedTrainer<E> trainer, Monitor monitor) {
    this.trainer = trainer;
    this.monitor = monitor;
  }

  /** A watch that has begun. */
  static <E extends Examples<E>> Watch<E> begun(GeneratedTrainer<E> trainer, Monitor monitor) {
    Watch<E> watch = new Watch<>(trainer, monitor);
    watch.begin();
    return watch;
  }

  Monitor monitor() {
    return monitor;
  }

  /** Begins, or begins anew. */
  void begin() {
    monitor.begin(this);
  }

  /**
   * The examples of the updates to come are those of a window in this order; null for that in which
   * they are given.
   */
  void order(int firstRow, int @Nullable [] rows) {
    this.firstRow = firstRow;
    this.rows = rows;
  }

  /** Remembers the examples of the update that begins. */
  void batch(E examples, int from, int to) {
    this.batch = examples;
    this.from = from;
    this.to = to;
  }

  /** Shows loss and gradient of the update to the monitor, or refuses it. */
  void looks(double loss) {
    E examples = batch;
    batch = null;
    size = examples == null ? 1 : to - from;
    hasUnits = true;
    if (Double.isFinite(loss)) {
      monitor.beforeUpdate(loss, size);
      return;
    }
    List<Integer> culprits = examples == null ? List.of(0) : culprits(examples);
    monitor.refused(loss, size, culprits);
    throw new NonFiniteLossException(
        loss, trainer.stepCount(), trainer.learningRate(), size, culprits);
  }

  /** Shows loss and gradient of an update that come from elsewhere. */
  void given(double loss) {
    size = declaredSize();
    hasUnits = false;
    monitor.beforeUpdate(loss, 0);
  }

  /** An update by a gradient from elsewhere was refused; who is to blame is not known here. */
  void refused(double loss) {
    size = declaredSize();
    monitor.refused(loss, 0, List.of());
  }

  /** How many examples an annotation is for where an update does not tell. */
  private int declaredSize() {
    return (int) Math.max(1, trainer.declaredRun().examplesPerUpdate());
  }

  /** The examples whose own loss is not finite; evaluated one by one, as this is the end of it. */
  private List<Integer> culprits(E examples) {
    List<Integer> culprits = new ArrayList<>();
    for (int i = from; i < to; i++) {
      if (!Double.isFinite(trainer.loss(examples.range(i, i + 1)))) {
        culprits.add(firstRow + (rows == null ? i : rows[i]));
      }
    }
    return culprits;
  }

  /** The update is done. */
  void done() {
    monitor.afterUpdate();
  }

  @Override
  public List<ParameterLayout> layout() {
    return trainer.layout();
  }

  @Override
  public void visitGradients(GradientVisitor visitor) {
    trainer.visitGradients(visitor);
  }

  @Override
  public void visitUnits(UnitVisitor visitor) {
    if (hasUnits) {
      trainer.visitUnits(visitor);
    }
  }

  @Override
  public long stepCount() {
    return trainer.stepCount();
  }

  @Override
  public double learningRate() {
    return trainer.learningRate();
  }

  @Override
  public double baseLearningRate() {
    return trainer.baseLearningRate();
  }

  @Override
  public long warmupSteps() {
    return trainer.warmupSteps();
  }

  @Override
  public long runSteps() {
    return trainer.runSteps();
  }

  @Override
  public String annotationFor(double rate) {
    return trainer.annotationFor(rate, size);
  }
}
