package dev.brisk.checkpoint;

import dev.brisk.checkpoint.HeaderReader.MalformedHeaderException;
import dev.brisk.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Named tensors and texts in a file of the safetensors format, which NumPy and PyTorch read: the
 * length of the header as 8 bytes, little-endian; the header, JSON filled up with spaces to a
 * multiple of 8 bytes; the numbers, little-endian, in the order of the names. The same content
 * gives the same bytes.
 *
 * <p>The header's {@code __metadata__} has all texts, and two of this class: {@code brisk/format},
 * the version of what is in the file, and {@code brisk/checksum}, the CRC-32C of the header (as
 * this class writes it, without the checksum and the spaces) and the numbers. A file is read only
 * as it was written, to the byte: other spaces in its header are refused too.
 *
 * <p>Format: <a href="https://github.com/huggingface/safetensors#format">safetensors</a>.
 *
 * @param metadata texts by name
 * @param tensors by name
 */
public record TensorFile(SortedMap<String, String> metadata, SortedMap<String, Tensor> tensors) {
  private static final String FORMAT = "brisk/format";
  private static final String VERSION = "1";
  private static final String CHECKSUM = "brisk/checksum";

  /** That of some 200,000 tensors, which is read within a second; a hostile one is too. */
  private static final long LONGEST_HEADER = 16_000_000;

  /** Copies the maps; arrays of tensors are not copied. */
  public TensorFile {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
  }

  /**
   * Writes the file, in place of one that may be there.
   *
   * @throws CheckpointException if it cannot be written; what was there before is as it was
   */
  public void write(Path file) {
    SortedMap<String, String> texts = new TreeMap<>(metadata);
    texts.put(FORMAT, VERSION);
    try {
      CRC32C checksum = checksum(Header.of(texts, tensors));
      writeData(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
      texts.put(CHECKSUM, written(checksum));
      byte[] header = padded(Header.of(texts, tensors).text());
      if (header.length > LONGEST_HEADER) {
        throw new CheckpointException(
            file,
            "could not be written: its texts and the places of its "
                + tensors.size()
                + " tensors take "
                + header.length
                + " bytes, at most "
                + LONGEST_HEADER
                + " can be read");
      }
      WholeFile.write(
          file,
          out -> {
            out.write(length(header.length));
            out.write(header);
            writeData(out);
          });
    } catch (IOException e) {
      throw new CheckpointException(file, "could not be written", e);
    }
  }

  private void writeData(OutputStream out) throws IOException {
    for (Tensor tensor : tensors.values()) {
      tensor.writeTo(out);
    }
  }

  private static byte[] length(long bytes) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(bytes).array();
  }

  private static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String spaces = " ".repeat(-bytes.length & 7);
    return (text + spaces).getBytes(StandardCharsets.UTF_8);
  }

  private static CRC32C checksum(Header header) {
    CRC32C checksum = new CRC32C();
    checksum.update(header.text().getBytes(StandardCharsets.UTF_8));
    return checksum;
  }

  private static String written(CRC32C checksum) {
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  /**
   * Reads a file, all of it or nothing.
   *
   * @throws CheckpointException if it cannot be read, is not of this format and version, is damaged
   *     or cut short
   */
  public static TensorFile read(Path file) {
    return opened(file, in -> own(file, in, header(file, in)));
  }

  /**
   * Reads tensors of any file of the safetensors format, also of one that others wrote, which has
   * no checksum.
   *
   * @param names of those that are read; others in the file are skipped, whatever their types
   * @return those of them that are there, and all texts; numbers in half precision are widened
   * @throws CheckpointException if the file cannot be read, is not of the format, is damaged or cut
   *     short, or one of the tensors is not of a type of floating-point numbers
   */
  public static TensorFile read(Path file, Set<String> names) {
    return opened(
        file,
        in -> {
          ReadHeader read = header(file, in);
          Map<String, String> texts = read.header().metadata();
          if (!texts.containsKey(FORMAT) && !texts.containsKey(CHECKSUM)) {
            return new TensorFile(
                read.header().metadata(), tensors(file, in, read.header(), names));
          }
          TensorFile all = own(file, in, read);
          SortedMap<String, Tensor> tensors = new TreeMap<>(all.tensors());
          tensors.keySet().retainAll(names);
          return new TensorFile(all.metadata(), tensors);
        });
  }

  /** What is read from an open file. */
  private interface Reading<T> {
    T from(InputStream in) throws IOException;
  }

  private static <T> T opened(Path file, Reading<T> reading) {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new CheckpointException(file, "is no regular file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reading.from(in);
    } catch (IOException e) {
      throw new CheckpointException(file, "could not be read", e);
    }
  }

  /** A header and its bytes, with what fills them up. */
  private record ReadHeader(Header header, byte[] bytes) {}

  /** What follows the header in a file that this class wrote, of which every byte matters. */
  private static TensorFile own(Path file, InputStream in, ReadHeader read) throws IOException {
    Header header = read.header();
    checkMetadata(file, header.metadata());
    TensorFile content = data(file, in, header);
    if (!Arrays.equals(read.bytes(), padded(header.text()))) {
      throw new CheckpointException(
          file, "is damaged: its header says what it said, but not as it was written");
    }
    return content;
  }

  /** The header, whose places fit the bytes that follow it. */
  private static ReadHeader header(Path file, InputStream in) throws IOException {
    long size = Files.size(file);
    if (size < Long.BYTES) {
      throw new CheckpointException(
          file, "is cut short: it has " + size + " bytes, and its first 8 tell a length");
    }
    byte[] first = in.readNBytes(Long.BYTES);
    long length = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getLong();
    long rest = size - Long.BYTES;
    if (length < 0 || length > Math.min(rest, LONGEST_HEADER)) {
      throw new CheckpointException(
          file,
          "is damaged, cut short, or not of the safetensors format: its header would have "
              + Long.toUnsignedString(length)
              + " bytes, and the file has "
              + rest
              + " more");
    }
    byte[] bytes = in.readNBytes((int) length);
    Header header = header(file, bytes);
    String fault = header.fault(rest - length);
    if (!fault.isEmpty()) {
      throw new CheckpointException(file, fault);
    }
    checkMemory(file, rest - length);
    return new ReadHeader(header, bytes);
  }

  private static Header header(Path file, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return HeaderReader.read(text);
    } catch (CharacterCodingException e) {
      throw new CheckpointException(file, "is damaged: its header is not UTF-8");
    } catch (MalformedHeaderException e) {
      throw new CheckpointException(
          file, "is damaged, or not of the safetensors format: in its header, " + e.getMessage());
    }
  }

  private static void checkMetadata(Path file, Map<String, String> metadata) {
    String version = metadata.get(FORMAT);
    if (version == null) {
      throw new CheckpointException(file, "is not one of Brisk: its metadata has no " + FORMAT);
    }
    if (!version.equals(VERSION)) {
      throw new CheckpointException(
          file, "has the format " + version + "; this version of Brisk reads format " + VERSION);
    }
    if (!metadata.containsKey(CHECKSUM)) {
      throw new CheckpointException(file, "is damaged: its metadata has no " + CHECKSUM);
    }
  }

  /** A file may tell of more than it has on the disk, where it has holes. */
  private static void checkMemory(Path file, long bytes) {
    long most = Runtime.getRuntime().maxMemory();
    if (bytes > most) {
      throw new CheckpointException(
          file, "takes " + bytes + " bytes of memory, and this Java may use " + most + " (-Xmx)");
    }
  }

  private static TensorFile data(Path file, InputStream in, Header header) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>(header.metadata());
    String expected = texts.remove(CHECKSUM);
    CRC32C checksum = checksum(new Header(texts, header.places()));
    InputStream checked = new CheckedInputStream(in, checksum);
    SortedMap<String, Tensor> tensors = tensors(file, checked, header, header.places().keySet());
    if (!written(checksum).equals(expected)) {
      throw new CheckpointException(
          file,
          "is damaged: its checksum is "
              + written(checksum)
              + ", when it was written it was "
              + expected);
    }
    texts.remove(FORMAT);
    return new TensorFile(texts, tensors);
  }

  private static SortedMap<String, Tensor> tensors(
      Path file, InputStream in, Header header, Set<String> names) throws IOException {
    SortedMap<String, Tensor> tensors = new TreeMap<>();
    for (Map.Entry<String, Header.Place> entry : header.inOrderOfData()) {
      String name = entry.getKey();
      Header.Place place = entry.getValue();
      if (!names.contains(name)) {
        in.skipNBytes(place.end() - place.begin());
      } else if (place.type().isOwn() || place.type().isHalf()) {
        tensors.put(name, tensor(in, place));
      } else {
        throw new CheckpointException(
            file, "has " + name + " as " + place.type() + ", expected floating-point numbers");
      }
    }
    return tensors;
  }

  private static Tensor tensor(InputStream in, Header.Place place) throws IOException {
    int size = (int) ((place.end() - place.begin()) / place.type().bytes());
    Tensor tensor =
        new Tensor(place.shape().stream().map(Long::intValue).toList(), place.type().array(size));
    tensor.readFrom(in, place.type());
    return tensor;
  }
}
