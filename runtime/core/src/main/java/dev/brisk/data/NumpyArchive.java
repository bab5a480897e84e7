package dev.brisk.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads arrays from an npz file: a zip file with an npy file for each. */
final class NumpyArchive {
  private static final String SUFFIX = ".npy";

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
}
