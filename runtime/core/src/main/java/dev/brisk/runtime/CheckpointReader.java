package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes the state of a trainer from a file that {@link CheckpointWriter} wrote, and refuses a file
 * of another trainer, or with arrays of other shapes. It is shown the trainer's state to know what
 * to look for, and leaves it as it is.
 */
final class CheckpointReader implements StateVisitor {
  private final Path file;
  private final StateTensors shapes;
  private final CheckpointTexts texts;

  /** What is in the file and was not asked for yet. */
  private final SortedMap<String, Tensor> tensors;

  private List<Object> states = new ArrayList<>();
  private Map<String, Number> clocks = new HashMap<>();
  private String prefix = "";

  private CheckpointReader(Path file, TensorFile read, GeneratedTrainer<?> trainer) {
    this.file = file;
    this.shapes = new StateTensors(trainer.layout());
    this.texts = new CheckpointTexts(file, read.metadata());
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
    String written = texts.text(CheckpointWriter.TRAINER);
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
    Attachments attachments = Attachments.of(texts.take(Attachments::isOne));
    refuseTheRest();
    return new Checkpoint(file, state, memory, configuration, attachments, rates);
  }

  private Configuration configuration() {
    return new Configuration(
        texts.text(CheckpointWriter.OPTIMIZER),
        texts.numbered(CheckpointWriter.ANNOTATION),
        texts.decimal(CheckpointWriter.RATE),
        texts.text(CheckpointWriter.KERNELS));
  }

  private SortedMap<Long, Double> rates() {
    return texts.has(CheckpointWriter.RATES)
        ? texts.read(CheckpointWriter.RATES, RatesText::read, "steps and their rates")
        : new TreeMap<>();
  }

  /** The state whose names begin with the prefix. */
  private Snapshot state(String before, List<Epoch> history, GeneratedTrainer<?> trainer) {
    prefix = before;
    states = new ArrayList<>();
    clocks = new HashMap<>();
    trainer.visit(this);
    String fault = ClockRules.fault(clocks, history);
    if (!fault.isEmpty()) {
      throw new CheckpointException(
          file, "is malformed: " + prefix + fault + ". Nothing was restored");
    }
    prefix = "";
    return new Snapshot(trainer.getClass(), states, history);
  }

  private RunMemory memory(List<Epoch> history, GeneratedTrainer<?> trainer) {
    boolean recovers = texts.has(CheckpointWriter.RECOVERY + "firstLoss");
    boolean hasBest = texts.has(CheckpointWriter.BEST + CheckpointWriter.HISTORY);
    return new RunMemory(
        recovers ? recovery(history, trainer) : null,
        hasBest ? earlier(CheckpointWriter.BEST, history, trainer) : null);
  }

  private Recoveries.State recovery(List<Epoch> history, GeneratedTrainer<?> trainer) {
    double firstLoss = texts.decimal(CheckpointWriter.RECOVERY + "firstLoss");
    double bestLoss = texts.decimal(CheckpointWriter.RECOVERY + "bestLoss");
    int updates = texts.count(CheckpointWriter.RECOVERY + "updates", Integer.MAX_VALUE);
    List<Double> losses =
        texts.read(
            CheckpointWriter.RECOVERY + "losses",
            text -> losses(text, updates),
            "the losses of " + updates + " updates, or of the last ones");
    List<Recovery> done = new ArrayList<>();
    for (int n = 1; texts.has(CheckpointWriter.RECOVERY + n); n++) {
      done.add(
          texts.read(CheckpointWriter.RECOVERY + n, RecoveryText::read, "figures of a recovery"));
    }
    Snapshot good = earlier(CheckpointWriter.GOOD, history, trainer);
    return new Recoveries.State(firstLoss, bestLoss, losses, updates, done, good);
  }

  /** A state of the run, whose names begin with the prefix, after fewer epochs. */
  private Snapshot earlier(String before, List<Epoch> history, GeneratedTrainer<?> trainer) {
    int epochs = texts.count(before + CheckpointWriter.HISTORY, history.size());
    return state(before, history.subList(0, epochs), trainer);
  }

  private static List<Double> losses(String text, int updates) {
    // Where there are more the last part is no number.
    String[] parts = text.isEmpty() ? new String[0] : text.split(" ", Recoveries.UPDATES + 1);
    List<Double> losses = Arrays.stream(parts).map(Double::valueOf).toList();
    if (losses.size() != Math.min(updates, Recoveries.UPDATES)) {
      throw new IllegalArgumentException(text);
    }
    return losses;
  }

  private List<Epoch> history() {
    List<Epoch> epochs = new ArrayList<>();
    for (int n = 1; texts.has(CheckpointWriter.HISTORY + n); n++) {
      int number = n;
      epochs.add(
          texts.read(
              CheckpointWriter.HISTORY + n,
              text -> EpochText.read(number, text),
              "figures of an epoch"));
    }
    return epochs;
  }

  @Override
  public double number(String name, double value) {
    if (StateTensors.isClock(name)) {
      clock(name, texts.decimal(prefix + name));
    } else {
      states.add(((double[]) tensor(prefix + name, StateTensors.scalar(value)).values())[0]);
    }
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
    clock(name, texts.whole(prefix + name));
    return value;
  }

  private void clock(String name, Number value) {
    states.add(value);
    clocks.put(name, value);
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
    texts.refuseTheRest();
  }
}
