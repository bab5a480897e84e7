package dev.brisk.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trains one model object: computes gradients of its loss and updates its parameters, which stay in
 * the model's own fields. Not safe for use by several threads at once.
 *
 * <p>Every method reads the model's fields anew. A call that is refused with an exception has
 * changed nothing.
 *
 * @param <E> the examples that the model's loss takes
 */
public interface Trainer<E extends Examples<E>> {
  /**
   * One update on the mean loss of the examples {@code [from, to)}.
   *
   * @return that mean, before the update
   * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= examples.size()}
   * @throws NonFiniteLossException if the mean loss is infinite or NaN
   * @throws NonFiniteGradientException if the gradient is, and is to be clipped or monitored
   * @throws IllegalStateException if the schedule needs the length of the run and it is not known;
   *     within {@link #withAveragedWeights}
   */
  double trainBatch(E examples, int from, int to);

  /** The mean loss of all examples, without an update. */
  double loss(E examples);

  /**
   * The metrics of the model by the names of their methods, in source order; each gives its mean
   * over examples.
   */
  Map<String, ToDoubleFunction<E>> metrics();

  /**
   * The parameters in the order of their fields, with their places in the vector of all parameters.
   */
  List<ParameterLayout> layout();

  /**
   * The columns of the examples: one for each argument of the loss, in order; none for a loss
   * without arguments.
   */
  List<ExampleColumn> columns();

  /**
   * Examples from one array for each of the {@link #columns()}, for code that does not know the
   * generated class; its static {@code examples(...)} does the same. Rows are shared. A single
   * column is given as {@code (Object) column}, since Java takes an array of arrays for all of
   * them.
   *
   * @param columns in the order of {@link #columns()}
   * @throws IllegalArgumentException if their number is another one, one of them is null or of
   *     another type, they differ in their number of rows, or a row has not the length that {@link
   *     dev.brisk.Shape} gives it
   */
  E examplesOf(Object... columns);

  /** The number of updates done so far. */
  long stepCount();

  /** The learning rate that the next update will use. */
  default double learningRate() {
    return learningRateAt(stepCount());
  }

  /**
   * The learning rate that update number {@code t} uses, counted from 0. Schedules without a length
   * of their own are those of the current run. Of schedules that count epochs, it is told from the
   * steps of an epoch which one {@code t} belongs to. Of a plateau it is the rate as it is now,
   * after the warm-up.
   *
   * @throws IllegalArgumentException if {@code t} is negative
   * @throws IllegalStateException if the schedule needs the length of the run, or the steps of an
   *     epoch, and they are not known
   */
  double learningRateAt(long t);

  /**
   * Replaces the learning rate that schedules start from; {@link dev.brisk.BatchScaling} does not
   * scale it any more.
   *
   * @param learningRate finite and at least 0
   */
  void baseLearningRate(double learningRate);

  /**
   * Says that an epoch is complete, for schedules with {@code interval = EPOCH}: their rate changes
   * with it. For those who call {@code step} or {@link #trainBatch} themselves; {@link #fit} does
   * it. Without such a schedule it changes nothing.
   */
  void endEpoch();

  /**
   * Gives a schedule that waits for a plateau the value that it watches, which may cut the rate of
   * the updates to come. For those who call {@code step} or {@link #trainBatch} themselves; {@link
   * #fit} does it after each epoch. Not counted during the warm-up. Without such a schedule it
   * changes nothing.
   *
   * @param metric as {@code @Schedule(monitor)} names it: the loss, or the mean of a metric; a NaN
   *     is not better than any other, and the first one is logged as a warning
   */
  void observe(double metric);

  /**
   * Has the updates to come watched, for those who call {@code step}, {@link #trainBatch} or {@code
   * applyGradient} themselves; {@link Fit#monitor} is for a fit. The figures of an earlier monitor
   * are forgotten.
   *
   * @param monitor null for none
   */
  void monitor(@Nullable Monitor monitor);

  /**
   * Runs over the examples as the options say. At its end the model holds the weights of the last
   * update, or of the best epoch under {@link Fit#earlyStopping}, also where {@link
   * dev.brisk.WeightAveraging} keeps their average; see {@link #withAveragedWeights}.
   *
   * <p>A second call goes on, from wherever the first one {@linkplain TrainingReport#end() ended}:
   * the history grows, the optimizer keeps its state, schedules without a length of their own begin
   * again. It is {@link Fit#resumeFrom} that takes up a run which was interrupted.
   *
   * @throws IllegalArgumentException if the options contradict {@link dev.brisk.Training} without
   *     {@link Fit#overrideTraining()}, do not fit the examples, or have no validation examples
   *     where the schedule watches a metric
   * @throws NonFiniteLossException if the loss of an update is infinite or NaN; parameters are
   *     those before that update
   * @throws NonFiniteGradientException if its gradient is, and is to be clipped or monitored;
   *     likewise
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  default TrainingReport fit(E examples, Fit options) {
    return fit(ExampleStream.inMemory(examples), options);
  }

  /**
   * Runs over examples that are read while training goes on, as {@link #fit(Examples, Fit)} does
   * over those in memory.
   *
   * @throws IllegalArgumentException likewise; and if a window is no whole number of updates
   * @throws java.io.UncheckedIOException if examples cannot be read; parameters are those of the
   *     last update
   */
  TrainingReport fit(ExampleStream<E> examples, Fit options);

  /**
   * Begins what {@link #fit(Examples, Fit)} does, to be taken epoch by epoch, and ended where one
   * likes. It is the current run of the trainer until another one begins.
   *
   * @throws IllegalArgumentException as {@link #fit} does
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  default TrainingRun begin(E examples, Fit options) {
    return begin(ExampleStream.inMemory(examples), options);
  }

  /** Begins what {@link #fit(ExampleStream, Fit)} does, likewise. */
  TrainingRun begin(ExampleStream<E> examples, Fit options);

  /**
   * Runs by updates that are done elsewhere, as {@link #fit(Examples, Fit)} does by its own. What
   * they throw ends the fit.
   *
   * @param updates of this trainer
   */
  TrainingReport fit(BatchUpdates<E> updates, Fit options);

  /** Begins what {@link #fit(BatchUpdates, Fit)} does, likewise. */
  TrainingRun begin(BatchUpdates<E> updates, Fit options);

  /**
   * Everything that decides how training goes on, as it is now.
   *
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  Snapshot snapshot();

  /**
   * Brings everything back as it was: training goes on as it did from there, bit by bit. The
   * model's arrays stay the same objects, and are filled. The snapshot may be of another trainer of
   * the same class, whose seed this one then has.
   *
   * @throws IllegalArgumentException if the snapshot is of a trainer of another class, or an array
   *     has another length than in the snapshot; nothing has changed
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  void restore(Snapshot snapshot);

  /**
   * Brings this trainer to the mean of the states of others, which have gone on from its own state
   * with examples of their own (McDonald et al., "Distributed Training Strategies for the
   * Structured Perceptron", 2010; Stich, "Local SGD Converges Fast and Communicates Little", 2019).
   * Parameters, what the optimizer keeps beside them, and averages of weights are added up in the
   * order of the snapshots. Clocks and all else are those of the one that has done most updates;
   * the history of epochs stays that of this trainer.
   *
   * @param shares by which the states are multiplied, one for each, which add up to 1
   * @throws IllegalArgumentException if there is no snapshot, their number is not that of the
   *     shares, or one does not fit, as {@link #restore(Snapshot)} says; nothing has changed
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  void restoreMean(List<Snapshot> snapshots, double... shares);

  /**
   * Writes everything that decides how training goes on to a file in the <a
   * href="https://github.com/huggingface/safetensors#format">safetensors</a> format, in place of
   * one that may be there. The file appears as a whole or not at all, and the same state gives the
   * same bytes. Parameters are tensors by the names of their fields, {@code weights}, and what the
   * optimizer keeps beside them are {@code weights.momentum} and the like.
   *
   * @throws dev.brisk.checkpoint.CheckpointException if it cannot be written; a file that was there
   *     before is as it was
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  void save(Path file);

  /**
   * Brings everything back from a file that {@link #save} wrote: training goes on as it did from
   * there, bit by bit. The model's arrays stay the same objects, and are filled. Seed and history
   * are those of the trainer that was saved.
   *
   * @throws dev.brisk.checkpoint.CheckpointException if the file cannot be read or is damaged; or
   *     training would not go on exactly, as it is of another trainer, other shapes, other kernels
   *     or annotations; nothing has changed
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  void restore(Path file);

  /**
   * Brings everything back from a file of a trainer with other annotations or kernels, as the
   * choice says.
   *
   * @throws dev.brisk.checkpoint.CheckpointException as {@link #restore(Path)} does, where the
   *     choice does not allow it
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  void restore(Path file, Resume choice);

  /**
   * Attaches texts to the model, in place of those of that name: what belongs to it and is no
   * parameter, such as the scale of its examples. They are in every file of {@link #save}, of
   * automatic checkpoints, and of {@link #saveParameters} in the safetensors format, and are
   * attached again by whoever reads it.
   *
   * <pre>{@code
   * trainer.attach("pixels", scale.toTexts());
   * ...
   * later.restore(file);
   * Standardisation scale = Standardisation.fromTexts(later.attached("pixels"));
   * }</pre>
   *
   * @throws IllegalArgumentException if the name is empty, or has a slash in it
   */
  void attach(String name, Map<String, String> texts);

  /**
   * The texts that are attached by that name.
   *
   * @throws IllegalArgumentException if there are none
   */
  Map<String, String> attached(String name);

  /**
   * Writes the parameters alone to a file, for others to read: in NumPy's {@code npz} format where
   * the name of the file ends with {@code .npz}, else in the <a
   * href="https://github.com/huggingface/safetensors#format">safetensors</a> format; each by the
   * name of its field and in the shape that is declared. Rows of one length are a matrix; rows of
   * different lengths are tensors of their own, {@code table[0]} and so on. The file appears as a
   * whole or not at all, and the same parameters give the same bytes.
   *
   * <p>Within {@link #withAveragedWeights} it is their average that is written.
   *
   * @throws dev.brisk.checkpoint.CheckpointException if it cannot be written; a file that was there
   *     before is as it was
   */
  void saveParameters(Path file);

  /**
   * Sets all parameters of the model to those of a safetensors file, also one that others wrote, or
   * that {@link #save} did. The state of the optimizer stays as it is, and so does what else
   * decides how training goes on. The model's arrays stay the same objects, and are filled.
   *
   * <p>Every parameter must be in the file, by the name of its field and in its shape. Its numbers
   * may have another type: those of a lower precision are taken as they are, and {@code double}s
   * are rounded to {@code float}s where the model has those. Whatever else is in the file is not
   * looked at.
   *
   * @throws dev.brisk.checkpoint.CheckpointException if the file cannot be read or is damaged, or a
   *     parameter is missing, has another shape, is of whole numbers, or a number of it is beyond
   *     every {@code float}; nothing has changed
   */
  void restoreParameters(Path file);

  /**
   * Begins training that is undone when the trial is closed.
   *
   * @throws IllegalStateException within {@link #withAveragedWeights}
   */
  Trial<E> trial();

  /** The run that {@link dev.brisk.Training} declares. */
  RunPlan declaredRun();

  /**
   * What {@link dev.brisk.BatchScaling} makes of the annotated rate in the current run, or in the
   * declared one before any; empty without that annotation, where the examples of an update are not
   * known, and where the rate was set by hand.
   */
  Optional<RateScaling> rateScaling();

  /**
   * The annotation with which updates use a rate: {@code @Optimizer(value = ADAM, learningRate =
   * 3e-3)}, with whatever else is written in the model's. Where {@link dev.brisk.BatchScaling}
   * scales the rate, it is the one to annotate.
   *
   * @param rate of an update before any schedule, finite and at least 0; it is rounded to two
   *     digits
   * @param examples of an update, at least 1
   */
  String annotationFor(double rate, int examples);

  /**
   * Runs something while the model's parameters hold the average that {@link
   * dev.brisk.WeightAveraging} keeps; without one, or before the first update that it counts, they
   * hold the weights as they are. Afterwards the weights are in the model again, whatever was
   * thrown. The model's own arrays are filled, so its methods see the average too:
   *
   * <pre>{@code
   * trainer.withAveragedWeights(() -> System.out.println(trainer.accuracy(heldOut)));
   * }</pre>
   *
   * <p>Updates within it are refused. What it writes to the parameters is written to the average.
   * To keep the average in the model for good, copy it and set it:
   *
   * <pre>{@code
   * trainer.withAveragedWeights(() -> trainer.parameters(average));
   * trainer.setParameters(average);
   * }</pre>
   */
  default void withAveragedWeights(Runnable evaluation) {
    evaluation.run();
  }
}
