package dev.brisk.data;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The bytes of small IDX files. */
final class IdxBytes {
  private IdxBytes() {}

  /** Writes elements. */
  interface Content {
    void writeTo(DataOutputStream out) throws IOException;
  }

  static byte[] images(int height, int width, int... pixels) {
    return bytes(0x08, new int[] {pixels.length / (height * width), height, width}, pixels);
  }

  static byte[] labels(int... labels) {
    return bytes(0x08, new int[] {labels.length}, labels);
  }

  /** A file of bytes, whatever its header promises. */
  static byte[] bytes(int type, int[] shape, int... elements) {
    return of(
        type,
        shape,
        out -> {
          for (int element : elements) {
            out.writeByte(element);
          }
        });
  }

  static byte[] of(int type, int[] shape, Content elements) {
    var bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(type << 8 | shape.length);
      for (int extent : shape) {
        out.writeInt(extent);
      }
      elements.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
}
