package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the state of a trainer from a file that {@link CheckpointWriter} wrote, and refuses a file
 * of another trainer, or with arrays of other shapes. It is shown the trainer's state to know what
 * to look for, and leaves it as it is.
 */
final class CheckpointReader implements StateVisitor {
  private final Path file;
  private final StateTensors shapes;
  private List<Object> states = new ArrayList<>();
  private String prefix = "";

  /** What is in the file and was not asked for yet. */
  private final SortedMap<String, String> texts;

  private final SortedMap<String, Tensor> tensors;

  private CheckpointReader(Path file, TensorFile read, GeneratedTrainer<?> trainer) {
    this.file = file;
    this.shapes = new StateTensors(trainer.layout());
    this.texts = new TreeMap<>(read.metadata());
    this.tensors = new TreeMap<>(read.tensors());
  }

  /**
   * What is in a file.
   *
   * @throws CheckpointException if it is not a checkpoint of a trainer of that class, with the same
   *     arrays
   */
  static Checkpoint read(Path file, TensorFile content, GeneratedTrainer<?> trainer) {
    return new CheckpointReader(file, content, trainer).checkpoint(trainer);
  }

  private Checkpoint checkpoint(GeneratedTrainer<?> trainer) {
    String written = text(CheckpointWriter.TRAINER);
    if (!written.equals(trainer.getClass().getName())) {
      throw new CheckpointException(
          file,
          "is of a trainer "
              + written
              + ", and this one is "
              + trainer.getClass().getName()
              + ". Nothing was restored");
    }
    SortedMap<Long, Double> rates = rates();
    Configuration configuration = configuration();
    List<Epoch> history = history();
    Snapshot state = state("", history, trainer);
    RunMemory memory = memory(history, trainer);
    refuseTheRest();
    return new Checkpoint(file, state, memory, configuration, rates);
  }

  private Configuration configuration() {
    return new Configuration(
        text(CheckpointWriter.OPTIMIZER),
        numbered(CheckpointWriter.ANNOTATION),
        decimal(CheckpointWriter.RATE),
        text(CheckpointWriter.KERNELS));
  }

  private SortedMap<Long, Double> rates() {
    SortedMap<Long, Double> rates = new TreeMap<>();
    if (texts.containsKey(CheckpointWriter.RATES)) {
      String all = text(CheckpointWriter.RATES);
      try {
        for (String rate : all.split(" ")) {
          String[] parts = rate.split("=", 2);
          rates.put(Long.valueOf(parts[0]), Double.valueOf(parts[parts.length - 1]));
        }
      } catch (NumberFormatException e) {
        throw malformed(CheckpointWriter.RATES, all, "steps and their rates");
      }
    }
    return rates;
  }

  private List<String> numbered(String name) {
    List<String> values = new ArrayList<>();
    for (int n = 1; texts.containsKey(name + n); n++) {
      values.add(text(name + n));
    }
    return values;
  }

  /** The state whose names begin with the prefix. */
  private Snapshot state(String before, List<Epoch> history, GeneratedTrainer<?> trainer) {
    prefix = before;
    states = new ArrayList<>();
    trainer.visit(this);
    prefix = "";
    return new Snapshot(trainer.getClass(), states, history);
  }

  private RunMemory memory(List<Epoch> history, GeneratedTrainer<?> trainer) {
    if (!texts.containsKey(CheckpointWriter.RECOVERY + "firstLoss")) {
      return RunMemory.NONE;
    }
    double firstLoss = decimal(CheckpointWriter.RECOVERY + "firstLoss");
    double bestLoss = decimal(CheckpointWriter.RECOVERY + "bestLoss");
    int updates = count(CheckpointWriter.RECOVERY + "updates", Integer.MAX_VALUE);
    List<Double> losses = losses(updates);
    List<Recovery> done = new ArrayList<>();
    for (String recovery : numbered(CheckpointWriter.RECOVERY)) {
      try {
        done.add(RecoveryText.read(recovery));
      } catch (IllegalArgumentException e) {
        throw malformed(CheckpointWriter.RECOVERY, recovery, "figures of a recovery");
      }
    }
    int epochs = count(CheckpointWriter.GOOD + CheckpointWriter.HISTORY, history.size());
    Snapshot good = state(CheckpointWriter.GOOD, history.subList(0, epochs), trainer);
    return new RunMemory(new Recoveries.State(firstLoss, bestLoss, losses, updates, done, good));
  }

  private List<Double> losses(int most) {
    String name = CheckpointWriter.RECOVERY + "losses";
    String all = text(name);
    try {
      List<Double> losses =
          all.isEmpty() ? List.of() : Arrays.stream(all.split(" ")).map(Double::valueOf).toList();
      if (losses.size() <= most) {
        return losses;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw malformed(name, all, "at most " + most + " losses");
  }

  private double decimal(String name) {
    String text = text(name);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw malformed(name, text, "a number");
    }
  }

  private int count(String name, int most) {
    String text = text(name);
    try {
      int count = Integer.parseInt(text);
      if (count >= 0 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw malformed(name, text, "a whole number from 0 to " + most);
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
      states.add(((double[]) tensor(prefix + name, StateTensors.scalar(value)).values())[0]);
      return value;
    }
    states.add(decimal(prefix + name));
    return value;
  }

  @Override
  public float number(String name, float value) {
    float read = ((float[]) tensor(prefix + name, StateTensors.scalar(value)).values())[0];
    states.add((double) read);
    return value;
  }

  @Override
  public long number(String name, long value) {
    String text = text(prefix + name);
    try {
      long read = Long.parseLong(text);
      if (isPossible(name, read)) {
        states.add(read);
        return value;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw malformed(prefix + name, text, "a whole number, as one can have counted to");
  }

  /** A seed may be any number, counts are not negative but where one is not known. */
  private static boolean isPossible(String name, long number) {
    boolean isInt = name.startsWith("fit/") || name.startsWith("plateau/");
    return name.equals("run/seed") || (number >= -1 && (!isInt || number <= Integer.MAX_VALUE));
  }

  @Override
  public void array(String name, Object values) {
    SortedMap<String, Tensor> found = new TreeMap<>();
    shapes.of(name, values).forEach((part, here) -> found.put(part, tensor(prefix + part, here)));
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
