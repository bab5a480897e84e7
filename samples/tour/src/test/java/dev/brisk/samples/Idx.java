package dev.brisk.samples;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The bytes of small IDX files. */
final class Idx {
  private Idx() {}

  static byte[] images(int height, int width, int... pixels) {
    return bytes(new int[] {0x803, pixels.length / (height * width), height, width}, pixels);
  }

  static byte[] labels(int... labels) {
    return bytes(new int[] {0x801, labels.length}, labels);
  }

  static byte[] gzipped(byte[] bytes) {
    var gzipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzipped)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gzipped.toByteArray();
  }

  private static byte[] bytes(int[] header, int[] elements) {
    var bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (int number : header) {
        out.writeInt(number);
      }
      for (int element : elements) {
        out.writeByte(element);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
