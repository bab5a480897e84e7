package dev.brisk.checkpoint;

import dev.brisk.file.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Named tensors in NumPy's {@code npz} format, for {@code numpy.load}: a zip that is not
 * compressed, with a file {@code name.npy} for each tensor. The same content gives the same bytes.
 *
 * <p>Format: <a
 * href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>,
 * version 1.0.
 */
public final class NpzFile {
  /** Any but the first day that a zip can tell, beside which Java notes the zone of the machine. */
  private static final LocalDateTime SAME_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  /** The format has the numbers begin at a multiple of it. */
  private static final int ALIGNMENT = 64;

  /** What is before the text of the header: magic number, version and the length of the text. */
  private static final int PREAMBLE = 10;

  private NpzFile() {}

  /**
   * Writes the file, in place of one that may be there.
   *
   * @param tensors by name
   * @throws CheckpointException if it cannot be written; what was there before is as it was
   */
  public static void write(Path file, SortedMap<String, Tensor> tensors) {
    try {
      WholeFile.write(file, out -> write(tensors, out));
    } catch (IOException e) {
      throw new CheckpointException(file, "could not be written", e);
    }
  }

  private static void write(SortedMap<String, Tensor> tensors, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (SortedMap.Entry<String, Tensor> tensor : tensors.entrySet()) {
      zip.putNextEntry(stored(tensor.getKey() + ".npy", tensor.getValue()));
      writeArray(tensor.getValue(), zip);
    }
    zip.finish();
  }

  /** An entry that is not compressed, for which a zip wants size and checksum first. */
  private static ZipEntry stored(String name, Tensor tensor) throws IOException {
    CRC32 checksum = new CRC32();
    writeArray(tensor, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(SAME_TIME);
    entry.setSize(header(tensor).length + tensor.bytes());
    entry.setCrc(checksum.getValue());
    return entry;
  }

  private static void writeArray(Tensor tensor, OutputStream out) throws IOException {
    out.write(header(tensor));
    tensor.writeTo(out);
  }

  private static byte[] header(Tensor tensor) {
    String extents = tensor.shape().toString().replaceAll("[\\[\\]]", "");
    String shape = tensor.shape().size() == 1 ? "(" + extents + ",)" : "(" + extents + ")";
    String text =
        "{'descr': '<f%d', 'fortran_order': False, 'shape': %s, }"
            .formatted(tensor.type().bytes(), shape);
    int length = (PREAMBLE + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - PREAMBLE;
    String line = text + " ".repeat(length - text.length() - 1) + "\n";
    String preamble = "\u0093NUMPY\1\0" + (char) (length & 255) + (char) (length >> 8);
    return (preamble + line).getBytes(StandardCharsets.ISO_8859_1);
  }
}
