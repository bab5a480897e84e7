package dev.brisk.runtime;

import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings everything that decides how training goes on into a file: parameters and what the
 * optimizer keeps beside them as tensors, clocks and the history of epochs as texts, each exact.
 */
final class CheckpointWriter implements StateVisitor {
  static final String TRAINER = "brisk/trainer";
  static final String OPTIMIZER = "brisk/optimizer";
  static final String KERNELS = "brisk/kernels";
  static final String HISTORY = "history/";

  private final StateTensors shapes;
  private final SortedMap<String, String> texts = new TreeMap<>();
  private final SortedMap<String, Tensor> tensors = new TreeMap<>();

  private CheckpointWriter(GeneratedTrainer<?> trainer) {
    this.shapes = new StateTensors(trainer.layout());
  }

  static void write(GeneratedTrainer<?> trainer, Path file) {
    CheckpointWriter writer = new CheckpointWriter(trainer);
    writer.texts.put(TRAINER, trainer.getClass().getName());
    writer.texts.put(OPTIMIZER, trainer.annotation());
    writer.texts.put(KERNELS, Kernels.describe());
    for (Epoch epoch : trainer.history()) {
      writer.texts.put(HISTORY + epoch.epoch(), EpochText.of(epoch));
    }
    trainer.visit(writer);
    new TensorFile(writer.texts, writer.tensors).write(file);
  }

  @Override
  public double number(String name, double value) {
    if (StateTensors.isClock(name)) {
      texts.put(name, Double.toString(value));
    } else {
      tensors.put(name, StateTensors.scalar(value));
    }
    return value;
  }

  @Override
  public float number(String name, float value) {
    tensors.put(name, StateTensors.scalar(value));
    return value;
  }

  @Override
  public long number(String name, long value) {
    texts.put(name, Long.toString(value));
    return value;
  }

  @Override
  public void array(String name, Object values) {
    tensors.putAll(shapes.of(name, values));
  }
}
