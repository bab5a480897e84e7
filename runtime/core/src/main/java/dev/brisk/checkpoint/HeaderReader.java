package dev.brisk.checkpoint;

import dev.brisk.checkpoint.Header.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the header of a safetensors file: JSON, but only of the form that such a header has.
 *
 * <pre>
 * header   = { entry, ... }
 * entry    = "__metadata__": { string: string, ... }
 *          | name: { "dtype": string, "shape": numbers, "data_offsets": [number, number] }
 * numbers  = [ number, ... ]
 * </pre>
 *
 * <p>Nothing in it is nested deeper, so there is nothing to recurse into. Numbers are whole and not
 * negative. A name that comes twice is refused.
 */
final class HeaderReader {
  /** More than any array of a model; keeps a short header from becoming many objects. */
  private static final int MOST_DIMENSIONS = 16;

  private final String text;
  private int at;

  private HeaderReader(String text) {
    this.text = text;
  }

  /** A header is not of that form. */
  static final class MalformedHeaderException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedHeaderException(String reason) {
      super(reason);
    }
  }

  static Header read(String text) throws MalformedHeaderException {
    return new HeaderReader(text).header();
  }

  private Header header() throws MalformedHeaderException {
    SortedMap<String, String> metadata = new TreeMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    boolean hasMetadata = false;
    expect('{');
    for (boolean more = !accept('}'); more; more = goesOn('}')) {
      String name = string();
      expect(':');
      if (name.equals(Header.METADATA)) {
        if (hasMetadata) {
          throw twice(name);
        }
        hasMetadata = true;
        metadata(metadata);
      } else {
        putOnce(places, name, place());
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw fault("there is something after its last brace");
    }
    return new Header(metadata, places);
  }

  private void metadata(Map<String, String> metadata) throws MalformedHeaderException {
    expect('{');
    for (boolean more = !accept('}'); more; more = goesOn('}')) {
      String name = string();
      expect(':');
      putOnce(metadata, name, string());
    }
  }

  private Place place() throws MalformedHeaderException {
    DataType type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    expect('{');
    for (boolean more = !accept('}'); more; more = goesOn('}')) {
      String key = string();
      expect(':');
      if (key.equals("dtype") && type == null) {
        type = type();
      } else if (key.equals("shape") && shape == null) {
        shape = numbers(MOST_DIMENSIONS);
      } else if (key.equals("data_offsets") && offsets == null) {
        offsets = numbers(2);
      } else {
        throw fault("the key " + shown(key) + " is unknown or comes twice");
      }
    }
    if (type == null || shape == null || offsets == null || offsets.size() != 2) {
      throw fault("a tensor needs its dtype, its shape and two data_offsets");
    }
    return new Place(type, shape, offsets.get(0), offsets.get(1));
  }

  private DataType type() throws MalformedHeaderException {
    String name = string();
    for (DataType type : DataType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw fault("the dtype " + shown(name) + " is unknown");
  }

  private List<Long> numbers(int most) throws MalformedHeaderException {
    List<Long> numbers = new ArrayList<>();
    expect('[');
    for (boolean more = !accept(']'); more; more = goesOn(']')) {
      if (numbers.size() == most) {
        throw fault("there are more than " + most + " numbers");
      }
      numbers.add(number());
    }
    return List.copyOf(numbers);
  }

  private long number() throws MalformedHeaderException {
    skipBlanks();
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean hasZeros = at - from > 1 && text.charAt(from) == '0';
    if (from == at || hasZeros) {
      throw fault("expected a whole number");
    }
    try {
      return Long.parseLong(text, from, at, 10);
    } catch (NumberFormatException e) {
      throw fault("the number is too large");
    }
  }

  private String string() throws MalformedHeaderException {
    expect('"');
    int end = text.indexOf('"', at);
    if (end >= 0 && isPlain(at, end)) {
      String plain = text.substring(at, end);
      at = end + 1;
      return plain;
    }
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      if (c < ' ') {
        throw fault("a control character in a string");
      }
      value.append(c == '\\' ? escaped() : c);
    }
    return value.toString();
  }

  /** Whether characters stand for themselves, as those of most strings do. */
  private boolean isPlain(int from, int end) {
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == '\\' || text.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private char escaped() throws MalformedHeaderException {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw fault("an unknown escape in a string");
    };
  }

  private char unicode() throws MalformedHeaderException {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw fault("an unknown escape in a string");
      }
      code = code * 16 + digit;
    }
    return (char) code;
  }

  private char next() throws MalformedHeaderException {
    if (at == text.length()) {
      throw fault("it ends within a string");
    }
    return text.charAt(at++);
  }

  /** Whether an element follows; else the end does. */
  private boolean goesOn(char end) throws MalformedHeaderException {
    if (accept(',')) {
      return true;
    }
    expect(end);
    return false;
  }

  private void expect(char c) throws MalformedHeaderException {
    if (!accept(c)) {
      throw fault("expected '" + c + "'");
    }
  }

  private boolean accept(char c) {
    skipBlanks();
    boolean isThere = at < text.length() && text.charAt(at) == c;
    if (isThere) {
      at++;
    }
    return isThere;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private <T> void putOnce(Map<String, T> map, String name, T value)
      throws MalformedHeaderException {
    if (map.putIfAbsent(name, value) != null) {
      throw twice(name);
    }
  }

  private MalformedHeaderException twice(String name) {
    return fault("the name " + shown(name) + " comes twice");
  }

  /** Names in messages are short, whatever a file has. */
  private static String shown(String name) {
    return "'" + (name.length() > 40 ? name.substring(0, 40) + "..." : name) + "'";
  }

  private MalformedHeaderException fault(String reason) {
    return new MalformedHeaderException(reason + ", at character " + at);
  }
}
