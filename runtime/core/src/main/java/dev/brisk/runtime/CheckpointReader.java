package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the state of a trainer from a file that {@link CheckpointWriter} wrote, and refuses a file
 * from which training would not go on exactly: of another trainer, optimizer or kernels, or with
 * arrays of other shapes. It is shown the trainer's state to know what to look for, and leaves it
 * as it is.
 */
final class CheckpointReader implements StateVisitor {
  private final Path file;
  private final StateTensors shapes;
  private final List<Object> states = new ArrayList<>();

  /** What is in the file and was not asked for yet. */
  private final SortedMap<String, String> texts;

  private final SortedMap<String, Tensor> tensors;

  private CheckpointReader(Path file, GeneratedTrainer<?> trainer) {
    TensorFile read = TensorFile.read(file);
    this.file = file;
    this.shapes = new StateTensors(trainer.layout());
    this.texts = new TreeMap<>(read.metadata());
    this.tensors = new TreeMap<>(read.tensors());
  }

  /**
   * The state that is to be restored.
   *
   * @throws CheckpointException if the file is not a whole checkpoint, or not one of that trainer
   */
  static Snapshot read(Path file, GeneratedTrainer<?> trainer) {
    return new CheckpointReader(file, trainer).snapshot(trainer);
  }

  private Snapshot snapshot(GeneratedTrainer<?> trainer) {
    refuseOther("is of a trainer ", CheckpointWriter.TRAINER, trainer.getClass().getName());
    refuseOther("was trained with ", CheckpointWriter.OPTIMIZER, trainer.annotation());
    refuseOtherKernels();
    List<Epoch> history = history();
    trainer.visit(this);
    refuseTheRest();
    return new Snapshot(trainer.getClass(), states, history);
  }

  private void refuseOther(String words, String name, String expected) {
    String written = text(name);
    if (!written.equals(expected)) {
      throw new CheckpointException(
          file, words + written + ", and this one is " + expected + ". Nothing was restored");
    }
  }

  private void refuseOtherKernels() {
    String written = text(CheckpointWriter.KERNELS);
    String here = Kernels.describe();
    if (!implementation(written).equals(implementation(here))) {
      throw new CheckpointException(
          file,
          "was written by the kernels '"
              + written
              + "', and here they are '"
              + here
              + "', which add up in another order: training would not go on exactly."
              + " Nothing was restored");
    }
  }

  /** Without the reason for which they were chosen. */
  private static String implementation(String description) {
    int reason = description.indexOf(" (");
    return reason < 0 ? description : description.substring(0, reason);
  }

  private List<Epoch> history() {
    List<Epoch> epochs = new ArrayList<>();
    for (int n = 1; texts.containsKey(CheckpointWriter.HISTORY + n); n++) {
      String name = CheckpointWriter.HISTORY + n;
      String text = text(name);
      try {
        epochs.add(EpochText.read(n, text));
      } catch (IllegalArgumentException e) {
        throw malformed(name, text, "figures of an epoch");
      }
    }
    return epochs;
  }

  @Override
  public double number(String name, double value) {
    if (!StateTensors.isClock(name)) {
      states.add(((double[]) tensor(name, StateTensors.scalar(value)).values())[0]);
      return value;
    }
    String text = text(name);
    try {
      states.add(Double.valueOf(text));
      return value;
    } catch (NumberFormatException e) {
      throw malformed(name, text, "a number");
    }
  }

  @Override
  public float number(String name, float value) {
    float read = ((float[]) tensor(name, StateTensors.scalar(value)).values())[0];
    states.add((double) read);
    return value;
  }

  @Override
  public long number(String name, long value) {
    String text = text(name);
    try {
      states.add(Long.valueOf(text));
      return value;
    } catch (NumberFormatException e) {
      throw malformed(name, text, "a whole number");
    }
  }

  @Override
  public void array(String name, Object values) {
    SortedMap<String, Tensor> found = new TreeMap<>();
    shapes.of(name, values).forEach((part, here) -> found.put(part, tensor(part, here)));
    states.add(StateTensors.array(name, values, found::get));
  }

  /** The tensor of that name, which must have the type and shape of the one here. */
  private Tensor tensor(String name, Tensor here) {
    Tensor read = tensors.remove(name);
    if (read == null) {
      throw new CheckpointException(
          file,
          "has no " + name + ", which is " + here.described() + " here. Nothing was restored");
    }
    if (read.type() != here.type() || !read.shape().equals(here.shape())) {
      throw new CheckpointException(
          file,
          "is of another model: "
              + name
              + " is "
              + read.described()
              + " in it, and "
              + here.described()
              + " here. Nothing was restored");
    }
    return read;
  }

  private String text(String name) {
    @Nullable String text = texts.remove(name);
    if (text == null) {
      throw new CheckpointException(file, "has no " + name + ". Nothing was restored");
    }
    return text;
  }

  private void refuseTheRest() {
    if (!tensors.isEmpty()) {
      String name = tensors.firstKey();
      throw new CheckpointException(
          file,
          "is of another model: it has "
              + name
              + ", "
              + tensors.get(name).described()
              + ", and there is none here. Nothing was restored");
    }
    if (!texts.isEmpty()) {
      throw new CheckpointException(
          file, "has '" + texts.firstKey() + "', which is unknown here. Nothing was restored");
    }
  }

  private CheckpointException malformed(String name, String text, String expected) {
    return new CheckpointException(
        file, "is malformed: " + name + " is '" + text + "', expected " + expected);
  }
}
