package dev.brisk.checkpoint;

import dev.brisk.file.WholeFile;
import dev.brisk.numpy.NumpyWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Named tensors in NumPy's npz format, for {@code numpy.load}. */
public final class NpzFile {
  private NpzFile() {}

  /**
   * Writes the file, in place of one that may be there. The same tensors give the same bytes.
   *
   * @param tensors by name
   * @throws CheckpointException if it cannot be written; what was there before is as it was
   */
  public static void write(Path file, SortedMap<String, Tensor> tensors) {
    SortedMap<String, NumpyWriter.Array> arrays = new TreeMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String dtype = "<f" + tensor.type().bytes();
          arrays.put(name, new NumpyWriter.Array(dtype, false, tensor.shape(), tensor::writeTo));
        });
    try {
      WholeFile.write(file, out -> NumpyWriter.writeAll(arrays, out));
    } catch (IOException e) {
      throw new CheckpointException(file, "could not be written", e);
    }
  }
}
