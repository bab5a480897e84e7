package dev.brisk.runtime;

import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings everything that decides how training goes on into a file: parameters and what the
 * optimizer keeps beside them as tensors, clocks and the history of epochs as texts, each exact.
 */
final class CheckpointWriter implements StateVisitor {
  static final String TRAINER = "brisk/trainer";
  static final String OPTIMIZER = "configuration/optimizer";
  static final String RATE = "configuration/learningRate";
  static final String ANNOTATION = "configuration/";
  static final String KERNELS = "configuration/kernels";
  static final String RATES = "configuration/rates";
  static final String HISTORY = "history/";
  static final String RECOVERY = "recovery/";

  /** Stands before the names of a state that a run may be taken back to. */
  static final String GOOD = "good:";

  /** Stands before the names of the state that a run may be brought back to at its end. */
  static final String BEST = "best:";

  /** At which parts of the steps to come rates are written down, for who goes on otherwise. */
  private static final int RATES_AHEAD = RatesText.MOST - 1;

  private final StateTensors shapes;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, Tensor> tensors = new TreeMap<>();
  private String prefix = "";

  private CheckpointWriter(GeneratedTrainer<?> trainer) {
    this.shapes = new StateTensors(trainer.layout());
  }

  static void write(GeneratedTrainer<?> trainer, Path file) {
    CheckpointWriter writer = new CheckpointWriter(trainer);
    writer.texts.put(TRAINER, trainer.getClass().getName());
    writer.write(trainer.allConfiguration());
    writer.rates(trainer);
    for (Epoch epoch : trainer.history()) {
      writer.texts.put(HISTORY + epoch.epoch(), EpochText.of(epoch));
    }
    writer.texts.putAll(trainer.attachments().inFile());
    trainer.visit(writer);
    RunMemory memory = trainer.memory();
    if (memory.recovery() != null) {
      writer.write(memory.recovery(), trainer);
    }
    if (memory.best() != null) {
      writer.write(BEST, memory.best(), trainer);
    }
    new TensorFile(writer.texts, writer.tensors).write(file);
  }

  private void write(Configuration configuration) {
    texts.put(OPTIMIZER, configuration.optimizer());
    texts.put(RATE, Double.toString(configuration.learningRate()));
    texts.put(KERNELS, configuration.kernels());
    numbered(ANNOTATION, configuration.annotations());
  }

  private void numbered(String name, List<String> values) {
    for (int n = 1; n <= values.size(); n++) {
      texts.put(name + n, values.get(n - 1));
    }
  }

  /** The rate of the next update, and some up to that of the last, if it is known. */
  private void rates(GeneratedTrainer<?> trainer) {
    long next = trainer.stepCount();
    long left = Math.max(0, trainer.stepsLeft() - 1);
    SortedMap<Long, Double> rates = new TreeMap<>();
    try {
      for (int part = 0; part <= RATES_AHEAD; part++) {
        long step = next + left * part / RATES_AHEAD;
        rates.put(step, trainer.learningRateAt(step));
      }
    } catch (IllegalStateException e) {
      return; // The schedule needs the length of a run, and there is none.
    }
    texts.put(RATES, RatesText.of(rates));
  }

  private void write(Recoveries.State recovery, GeneratedTrainer<?> trainer) {
    texts.put(RECOVERY + "firstLoss", Double.toString(recovery.firstLoss()));
    texts.put(RECOVERY + "bestLoss", Double.toString(recovery.bestLoss()));
    texts.put(RECOVERY + "updates", Integer.toString(recovery.updates()));
    texts.put(
        RECOVERY + "losses",
        recovery.losses().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    numbered(RECOVERY, recovery.done().stream().map(RecoveryText::of).toList());
    write(GOOD, recovery.good(), trainer);
  }

  /** Writes another state of the trainer, under names that begin with the prefix. */
  private void write(String before, Snapshot state, GeneratedTrainer<?> trainer) {
    prefix = before;
    texts.put(before + HISTORY, Integer.toString(state.history().size()));
    state.show(trainer, this);
    prefix = "";
  }

  @Override
  public double number(String name, double value) {
    if (StateTensors.isClock(name)) {
      texts.put(prefix + name, Double.toString(value));
    } else {
      tensors.put(prefix + name, StateTensors.scalar(value));
    }
    return value;
  }

  @Override
  public float number(String name, float value) {
    tensors.put(prefix + name, StateTensors.scalar(value));
    return value;
  }

  @Override
  public long number(String name, long value) {
    texts.put(prefix + name, Long.toString(value));
    return value;
  }

  @Override
  public void array(String name, Object values) {
    shapes.of(name, values).forEach((part, tensor) -> tensors.put(prefix + part, tensor));
  }
}
