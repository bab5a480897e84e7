package dev.brisk.samples.fashion;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The bytes of small IDX files. */
public final class Idx {
  private Idx() {}

  public static byte[] images(int height, int width, int... pixels) {
    return bytes(new int[] {0x803, pixels.length / (height * width), height, width}, pixels);
  }

  public static byte[] labels(int... labels) {
    return bytes(new int[] {0x801, labels.length}, labels);
  }

  public static byte[] gzipped(byte[] bytes) {
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
