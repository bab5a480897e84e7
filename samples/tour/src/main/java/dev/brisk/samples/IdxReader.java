package dev.brisk.samples;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a file of the IDX format, in which MNIST and its relatives are distributed: a magic number
 * that says what it holds and in how many dimensions, the size of each dimension, and then the
 * elements, here a byte each. Numbers begin with the highest byte. What is gzipped is recognised by
 * its first bytes.
 *
 * <p>Every method throws an {@link IOException} that names the file, what was expected and what was
 * found, if the file is not what it should be.
 */
final class IdxReader {
  private static final int UNSIGNED_BYTES = 0x08;
  private static final int BUFFER = 1 << 16;

  private final Path file;

  IdxReader(Path file) {
    this.file = file;
  }

  /** The images, each its rows one after the other, from 0 to 1. */
  float[][] images(int height, int width) throws IOException {
    try (InputStream in = open()) {
      int[] sizes = sizes(in, 3);
      if (sizes[1] != height || sizes[2] != width) {
        throw refused("images of %dx%d, expected %dx%d", sizes[1], sizes[2], height, width);
      }
      List<byte[]> images = elements(in, sizes[0], height * width, "image");
      return images.stream().map(IdxReader::scaled).toArray(float[][]::new);
    }
  }

  /** The labels, each at least 0 and less than {@code classes}. */
  int[] labels(int classes) throws IOException {
    try (InputStream in = open()) {
      int size = sizes(in, 1)[0];
      List<byte[]> elements = elements(in, size, 1, "label");
      int[] labels = elements.stream().mapToInt(element -> element[0] & 0xff).toArray();
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] >= classes) {
          throw refused("label %d is %d, expected 0 to %d", i + 1, labels[i], classes - 1);
        }
      }
      return labels;
    }
  }

  private InputStream open() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      in.mark(2);
      boolean gzipped = in.read() == 0x1f && in.read() == 0x8b;
      in.reset();
      return gzipped ? new GZIPInputStream(in, BUFFER) : in;
    } catch (EOFException e) {
      in.close();
      throw refused("ends in the header of gzip, expected a whole file");
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private int[] sizes(InputStream in, int dimensions) throws IOException {
    int length = (1 + dimensions) * Integer.BYTES;
    byte[] header = new byte[length];
    int found = fill(header, in);
    ByteBuffer numbers = ByteBuffer.wrap(header);
    int magic = numbers.getInt();
    int expected = UNSIGNED_BYTES << 8 | dimensions;
    // A file of another kind may be shorter than the header: first what it is, then its length.
    if (found >= Integer.BYTES && magic != expected) {
      throw refused("magic number 0x%08x, expected 0x%08x", magic, expected);
    }
    if (found < length) {
      throw refused("ends after %d bytes, expected a header of %d", found, length);
    }
    return IntStream.range(0, dimensions).map(i -> numbers.getInt()).toArray();
  }

  private List<byte[]> elements(InputStream in, int count, int length, String name)
      throws IOException {
    if (count < 1) {
      throw refused("%d %ss, expected at least 1", count, name);
    }
    // Grows with what is there: the header of a broken file may promise anything.
    List<byte[]> elements = new ArrayList<>();
    while (elements.size() < count) {
      byte[] element = new byte[length];
      if (fill(element, in) < length) {
        throw refused("ends in %s %d, expected %d", name, elements.size() + 1, count);
      }
      elements.add(element);
    }
    if (fill(new byte[1], in) > 0) {
      throw refused("goes on after %s %d, expected its end", name, count);
    }
    return elements;
  }

  /** How many bytes there were: less than asked for at the end of the file, cut off or not. */
  private int fill(byte[] bytes, InputStream in) throws IOException {
    int filled = 0;
    try {
      int more;
      while (filled < bytes.length && (more = in.read(bytes, filled, bytes.length - filled)) >= 0) {
        filled += more;
      }
    } catch (EOFException e) {
      return filled;
    } catch (ZipException e) {
      throw refused("broken gzip (%s), expected a whole file", e.getMessage());
    }
    return filled;
  }

  private static float[] scaled(byte[] image) {
    float[] pixels = new float[image.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (image[i] & 0xff) / 255f;
    }
    return pixels;
  }

  private IOException refused(String form, Object... figures) {
    return new IOException(file + ": " + String.format(Locale.ROOT, form, figures));
  }
}
