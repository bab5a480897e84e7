package dev.brisk.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bytes of small npy and npz files, whatever their headers promise. */
final class NumpyBytes {
  private NumpyBytes() {}

  /** A header of version 1, and the elements. */
  static byte[] of(String descr, boolean isFortran, String shape, int... elements) {
    return of(
        1,
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }"
            .formatted(descr, isFortran ? "True" : "False", shape),
        elements);
  }

  /** Any header, not padded. */
  static byte[] of(int version, String header, int... elements) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    return withLength(version, text.length, text, elements);
  }

  static byte[] withLength(int version, int length, byte[] header, int... elements) {
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + lengthBytes + header.length + elements.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      bytes.putShort((short) length);
    } else {
      bytes.putInt(length);
    }
    bytes.put(header);
    for (int element : elements) {
      bytes.put((byte) element);
    }
    return bytes.array();
  }

  static byte[] zipped(String name, byte[] content) {
    return zipped(Map.of(name, content));
  }

  /** A compressed zip file of some entries. */
  static byte[] zipped(Map<String, byte[]> contents) {
    var bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> content : contents.entrySet()) {
        zip.putNextEntry(new ZipEntry(content.getKey()));
        zip.write(content.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
