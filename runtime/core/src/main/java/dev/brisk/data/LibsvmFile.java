package dev.brisk.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * Files of the LIBSVM format, sparse rows as text in UTF-8:
 *
 * <pre>
 * -1 2:0.43 3:0.12 9284:0.2   # a comment
 * +1 1:1e-3 2:1
 * </pre>
 *
 * <p>The first number of a line is the label, or the target. An index counts from 1, ascends within
 * a line, and what has no index is 0; a line of a label alone is a row of zeros. Spaces or tabs are
 * between them. Empty lines, and those with a comment alone, are no rows. The groups of a ranking,
 * {@code qid:3}, are refused, as no loss here is one over groups; so are rows of several labels.
 *
 * <p>Format: <a href="https://www.csie.ntu.edu.tw/~cjlin/libsvm/">LIBSVM</a>; comments are those of
 * SVMlight.
 */
public final class LibsvmFile {
  private final Lines lines;
  private final String file;
  private final int widest;
  private final List<SparseRows.Row> rows = new ArrayList<>();

  private LibsvmFile(String file, Lines lines, int widest) {
    this.file = file;
    this.lines = lines;
    this.widest = widest;
  }

  /**
   * Reads a file, gzipped or not, whose highest index is its width. Another file of the same data
   * may have another: what is to be tested on is read with the width of what was trained on.
   *
   * @throws DataException that names the line, if it is not of this format; if it has no rows, or
   *     cannot be read
   */
  public static SparseRows read(Path file) {
    SparseRows rows = read(file, Integer.MAX_VALUE);
    return rows.withWidth(rows.highestIndex());
  }

  /**
   * Reads a file, gzipped or not.
   *
   * @param width the highest index that there may be, at least 1
   * @throws DataException that names the line, if it is not of this format or an index is above the
   *     width; if it has no rows, or cannot be read
   */
  public static SparseRows read(Path file, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("width is " + width + ", expected at least 1");
    }
    String name = DataException.name(file);
    return FileContent.read(file, in -> new LibsvmFile(name, new Lines(name, in), width).rows());
  }

  private SparseRows rows() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      int comment = line.indexOf('#');
      var tokens = new StringTokenizer(comment < 0 ? line : line.substring(0, comment), " \t\r");
      if (tokens.hasMoreTokens()) {
        rows.add(row(tokens));
      }
    }
    if (rows.isEmpty()) {
      throw DataException.inFile(file, "no rows", "at least 1");
    }
    return new SparseRows(file, widest, rows);
  }

  private SparseRows.Row row(StringTokenizer tokens) {
    String label = tokens.nextToken();
    double target = number(label, label, "a finite number as the label");
    int[] indices = new int[tokens.countTokens()];
    double[] values = new double[indices.length];
    int before = 0;
    for (int i = 0; i < indices.length; i++) {
      String token = tokens.nextToken();
      int colon = token.indexOf(':');
      if (colon < 0) {
        throw wrong(token, "index:value");
      }
      if (token.startsWith("qid:")) {
        throw wrong(token, "index:value, as groups of a ranking are not read");
      }
      int index = index(token, colon);
      if (index <= before) {
        throw wrong(token, "an index above " + before + ", the one before it");
      }
      before = index;
      indices[i] = index - 1;
      values[i] = number(token, token.substring(colon + 1), "a finite number after the colon");
    }
    return new SparseRows.Row(lines.number(), target, indices, values);
  }

  private int index(String token, int colon) {
    boolean isWhole = colon > 0;
    for (int i = 0; i < colon; i++) {
      isWhole &= token.charAt(i) >= '0' && token.charAt(i) <= '9';
    }
    try {
      int index = isWhole ? Integer.parseInt(token, 0, colon, 10) : 0;
      if (1 <= index && index <= widest) {
        return index;
      }
    } catch (NumberFormatException e) {
      // Too large, as below.
    }
    throw wrong(token, "an index from 1 to " + widest);
  }

  private double number(String token, String number, String expected) {
    // Java's own numbers have suffixes, hexadecimal digits and names for infinity besides.
    boolean isDecimal = number.chars().allMatch(c -> "+-.eE0123456789".indexOf(c) >= 0);
    try {
      double value = isDecimal ? Double.parseDouble(number) : Double.NaN;
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // As below.
    }
    throw wrong(token, expected);
  }

  private DataException wrong(String token, String expected) {
    return DataException.inLine(file, lines.number(), DataException.quoted(token), expected);
  }
}
