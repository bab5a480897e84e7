package dev.brisk.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Arrays in an npz file: a zip file with an npy file for each. */
final class NumpyArchive {
  private static final String SUFFIX = ".npy";

  /** Any, for the same bytes at all times; at the earliest of the format, Java adds a field. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private NumpyArchive() {}

  static SortedMap<String, NumericArray> read(Path file) {
    String name = DataException.name(file);
    SortedMap<String, NumericArray> arrays = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String array = arrayName(name, entry.getName());
        if (arrays.put(array, array(name, zip, entry)) != null) {
          throw DataException.inFile(name, "two arrays '" + array + "'", "one of each name");
        }
      }
    } catch (ZipException e) {
      throw broken(name, e);
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
    return Collections.unmodifiableSortedMap(arrays);
  }

  private static String arrayName(String file, String entry) {
    if (!entry.endsWith(SUFFIX)) {
      throw DataException.inFile(file, DataException.quoted(entry) + " in it", "npy files alone");
    }
    return entry.substring(0, entry.length() - SUFFIX.length());
  }

  private static NumericArray array(String file, ZipFile zip, ZipEntry entry) {
    String name = file + "!" + entry.getName();
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
      NumericArray array = NumpyFile.array(name, in);
      if (checksum.getValue() != entry.getCrc()) {
        throw DataException.inFile(
            name, "checksum " + hex(checksum.getValue()), hex(entry.getCrc()));
      }
      return array;
    } catch (EOFException | ZipException e) {
      throw broken(name, e);
    } catch (IOException e) {
      throw DataException.unreadable(name, e);
    }
  }

  private static String hex(long checksum) {
    return HexFormat.of().toHexDigits((int) checksum);
  }

  private static DataException broken(String file, IOException e) {
    return DataException.inFile(file, "broken zip (" + e.getMessage() + ")", "a whole npz file");
  }

  static void write(SortedMap<String, NumericArray> arrays, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, NumericArray> named : arrays.entrySet()) {
      zip.putNextEntry(entry(named.getKey(), named.getValue()));
      NumpyFile.write(named.getValue(), zip);
      zip.closeEntry();
    }
    zip.finish();
  }

  private static ZipEntry entry(String name, NumericArray array) throws IOException {
    CRC32 checksum = new CRC32();
    NumpyFile.write(array, new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    ArrayLayout layout = array.elements().layout();
    ZipEntry entry = new ZipEntry(name + SUFFIX);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(NumpyHeader.of(layout).length + layout.bytes());
    entry.setCrc(checksum.getValue());
    return entry;
  }
}
