package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.checkpoint.NpzFile;
import dev.brisk.checkpoint.Tensor;
import dev.brisk.checkpoint.TensorFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The parameters of a model in a file, without what an optimizer keeps beside them. */
final class ParameterFile {
  private ParameterFile() {}

  /** Writes the file in the format that its name ends with: npz, or else safetensors. */
  static void write(GeneratedTrainer<?> trainer, Path file) {
    if (isOfNumpy(file)) {
      NpzFile.write(file, here(trainer));
    } else {
      new TensorFile(trainer.attachments().inFile(), here(trainer)).write(file);
    }
  }

  /**
   * Fills the parameters with the numbers of a file.
   *
   * @throws CheckpointException if they are not all in it, each in its shape; nothing has changed
   */
  static void read(Path file, GeneratedTrainer<?> trainer) {
    if (isOfNumpy(file)) {
      throw refusal(file, "is of NumPy's format, which is written alone, for others to read");
    }
    SortedMap<String, Tensor> here = here(trainer);
    TensorFile read = TensorFile.read(file, here.keySet());
    here.replaceAll((name, tensor) -> fitting(file, name, tensor, read.tensors()));
    trainer.visitState(new Filling(here));
    trainer.attachments().putAll(Attachments.of(read.metadata()));
  }

  private static boolean isOfNumpy(Path file) {
    return file.toString().endsWith(".npz");
  }

  private static SortedMap<String, Tensor> here(GeneratedTrainer<?> trainer) {
    Collection collection = new Collection(trainer);
    trainer.visitState(collection);
    return collection.tensors;
  }

  /** The numbers of the file for a tensor, in its type and shape. */
  private static Tensor fitting(Path file, String name, Tensor here, Map<String, Tensor> inFile) {
    Tensor read = inFile.get(name);
    if (read == null) {
      throw refusal(file, "has no " + name + ", which is " + here.described() + " here");
    }
    if (!read.shape().equals(here.shape())) {
      throw refusal(
          file,
          "has " + name + " as " + read.described() + ", and it is " + here.described() + " here");
    }
    try {
      return read.as(here.type());
    } catch (ArithmeticException e) {
      throw refusal(
          file, "has " + name + " as " + read.described() + ", of which " + e.getMessage());
    }
  }

  private static CheckpointException refusal(Path file, String reason) {
    return new CheckpointException(file, reason + ". Nothing was restored");
  }

  /** Takes parameters as tensors, which are not copies where they need not be. */
  private static final class Collection extends ParameterVisitor {
    private final SortedMap<String, Tensor> tensors = new TreeMap<>();
    private final StateTensors shapes;

    private Collection(GeneratedTrainer<?> trainer) {
      this.shapes = new StateTensors(trainer.layout());
    }

    @Override
    double parameter(String name, double value) {
      tensors.put(name, StateTensors.scalar(value));
      return value;
    }

    @Override
    float parameter(String name, float value) {
      tensors.put(name, StateTensors.scalar(value));
      return value;
    }

    @Override
    void parameter(String name, Object values) {
      tensors.putAll(shapes.of(name, values));
    }
  }

  /** Fills parameters from tensors of their types and shapes. */
  private static final class Filling extends ParameterVisitor {
    private final Map<String, Tensor> tensors;

    private Filling(Map<String, Tensor> tensors) {
      this.tensors = tensors;
    }

    @Override
    double parameter(String name, double value) {
      return ((double[]) tensors.get(name).values())[0];
    }

    @Override
    float parameter(String name, float value) {
      return ((float[]) tensors.get(name).values())[0];
    }

    @Override
    void parameter(String name, Object values) {
      StateArrays.fill(values, StateTensors.array(name, values, tensors::get));
    }
  }
}
