package dev.brisk.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of data is not what it should be, or could not be read. The message names the file, the
 * place in it, what is there, and what was expected:
 *
 * <pre>
 * houses.csv:17, column 'price': 'n/a', expected a number
 * train-images-idx3-ubyte, byte 4: 0 images, expected at least 1
 * </pre>
 *
 * <p>It is unchecked, as there is nothing to do about most data but to mend it.
 */
public final class DataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Values in messages are short, whatever a file has. */
  private static final int LONGEST_VALUE = 60;

  private final String file;
  private final long line;
  private final @Nullable String column;

  private DataException(
      String file, long line, @Nullable String column, String message, @Nullable Exception cause) {
    super(message, cause);
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /**
   * A line of a text is wrong as a whole.
   *
   * @param line counted from 1
   * @param found what is there, as the middle of a sentence: {@code 3 cells}
   * @param expected the end of that sentence, after "expected": {@code 4 as in line 1}
   */
  static DataException inLine(String file, long line, String found, String expected) {
    return new DataException(
        file, line, null, file + ":" + line + ": " + found + ", expected " + expected, null);
  }

  /**
   * A cell of a text is wrong.
   *
   * @param line counted from 1
   * @param column its name, or its number, counted from 1
   * @param value the text of the cell
   * @param expected the end of a sentence, after "expected": {@code a number}
   */
  static DataException inCell(
      String file, long line, String column, String value, String expected) {
    String place = file + ":" + line + ", column '" + column + "': ";
    return new DataException(
        file, line, column, place + quoted(value) + ", expected " + expected, null);
  }

  /**
   * A file of bytes is wrong.
   *
   * @param offset of the first byte of what is wrong, counted from 0
   * @param found what is there, as the middle of a sentence
   * @param expected the end of that sentence, after "expected"
   */
  static DataException inBytes(String file, long offset, String found, String expected) {
    return new DataException(
        file, 0, null, file + ", byte " + offset + ": " + found + ", expected " + expected, null);
  }

  /**
   * A file is wrong as a whole, as one that is empty.
   *
   * @param found what is there, as the middle of a sentence
   * @param expected the end of that sentence, after "expected"
   */
  static DataException inFile(String file, String found, String expected) {
    return new DataException(file, 0, null, file + ": " + found + ", expected " + expected, null);
  }

  /** A file could not be read at all. */
  static DataException unreadable(String file, IOException cause) {
    return new DataException(file, 0, null, file + " could not be read: " + cause, cause);
  }

  /** A text as it is shown in messages: in quotes, on one line, not too long. */
  static String quoted(String value) {
    String start = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    String shown = start.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    return "'" + shown + (start.length() < value.length() ? "..." : "") + "'";
  }

  /** How a file is named in messages. */
  static String name(Path file) {
    return file.toString();
  }

  /** The file, or what else the data was read from, as it was given. */
  public String file() {
    return file;
  }

  /** The line of a text, counted from 1; 0 where the file is not read by lines. */
  public long line() {
    return line;
  }

  /** The column, by its name, or its number counted from 1, if it is known. */
  public Optional<String> column() {
    return Optional.ofNullable(column);
  }
}
