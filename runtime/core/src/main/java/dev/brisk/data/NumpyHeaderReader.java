package dev.brisk.data;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text in the header of an npy file: a literal of Python, but only of the form that it
 * has for numbers.
 *
 * <pre>
 * header = { entry, ... }                 each of the three once, in any order
 * entry  = 'descr': string | 'fortran_order': True or False | 'shape': ( number, ... )
 * </pre>
 *
 * <p>A comma may follow the last of a list, and has to where a shape has one number. Nothing is
 * nested deeper, so there is nothing to recurse into.
 */
final class NumpyHeaderReader {
  /** As in NumPy. */
  private static final int MOST_DIMENSIONS = 64;

  private static final int LONGEST_STRING = 60;

  private final String file;
  private final int offset;
  private final String text;
  private int at;

  /**
   * A reader of one text.
   *
   * @param offset of the text in the file
   */
  NumpyHeaderReader(String file, int offset, String text) {
    this.file = file;
    this.offset = offset;
    this.text = text;
  }

  private record Descr(ElementType type, ByteOrder order) {}

  ArrayLayout layout() {
    Descr descr = null;
    Boolean columnMajor = null;
    List<Integer> shape = null;
    expect('{');
    while (!accept('}')) {
      int keyAt = skipBlanks();
      String key = string();
      expect(':');
      if (key.equals("descr") && descr == null) {
        descr = descr();
      } else if (key.equals("fortran_order") && columnMajor == null) {
        columnMajor = truth();
      } else if (key.equals("shape") && shape == null) {
        shape = shape();
      } else {
        throw fault(keyAt, "'descr', 'fortran_order' and 'shape', each once");
      }
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    if (skipBlanks() < text.length()) {
      throw fault(at, "nothing after the last brace");
    }
    return new ArrayLayout(
        file,
        required(descr).type(),
        required(descr).order(),
        required(shape),
        required(columnMajor),
        (long) offset + text.length());
  }

  private <T> T required(@Nullable T value) {
    if (value == null) {
      throw fault(0, "'descr', 'fortran_order' and 'shape', each once");
    }
    return value;
  }

  private Descr descr() {
    int from = skipBlanks();
    String expected = "the dtype of a number, such as '<f4'";
    if (from < text.length() && text.charAt(from) == '[') {
      throw fault(from, expected + ": columns of different types are not read");
    }
    String descr = string();
    Optional<ElementType> type =
        descr.isEmpty() ? Optional.empty() : ElementType.ofNumpy(descr.substring(1));
    char order = descr.isEmpty() ? ' ' : descr.charAt(0);
    boolean hasOrder = order == '<' || order == '>';
    boolean needsNone = order == '|' && type.isPresent() && type.get().bytes() == 1;
    if (type.isEmpty() || !(hasOrder || needsNone)) {
      throw fault(from, expected);
    }
    return new Descr(type.get(), order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private boolean truth() {
    int from = skipBlanks();
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, from)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw fault(from, "True or False");
  }

  private List<Integer> shape() {
    List<Integer> shape = new ArrayList<>();
    expect('(');
    while (!accept(')')) {
      if (shape.size() == MOST_DIMENSIONS) {
        throw fault(at, "at most " + MOST_DIMENSIONS + " dimensions");
      }
      shape.add(extent());
      boolean goesOn = accept(',');
      if (!goesOn && shape.size() == 1) {
        throw fault(at, "','");
      }
      if (!goesOn) {
        expect(')');
        break;
      }
    }
    return shape;
  }

  private int extent() {
    int from = skipBlanks();
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean isExtent = at > from && text.charAt(from) != '0';
    try {
      if (isExtent) {
        return Integer.parseInt(text, from, at, 10);
      }
    } catch (NumberFormatException e) {
      // Too large, as below.
    }
    throw fault(from, "an extent from 1 to " + Integer.MAX_VALUE);
  }

  private String string() {
    int from = skipBlanks();
    char quote = from < text.length() ? text.charAt(from) : ' ';
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, from + 1) : -1;
    if (end < 0 || end - from > LONGEST_STRING || text.substring(from, end).contains("\\")) {
      throw fault(from, "a short text in quotes");
    }
    at = end + 1;
    return text.substring(from + 1, end);
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw fault(at, "'" + c + "'");
    }
  }

  private boolean accept(char c) {
    boolean isThere = skipBlanks() < text.length() && text.charAt(at) == c;
    at += isThere ? 1 : 0;
    return isThere;
  }

  /** Returns where it comes to. */
  private int skipBlanks() {
    while (at < text.length() && " \n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private DataException fault(int place, String expected) {
    String rest = text.substring(place).stripTrailing();
    String found = rest.isEmpty() ? "the end of the header" : DataException.quoted(rest);
    return DataException.inBytes(file, (long) offset + place, found, expected);
  }
}
