package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The texts of a checkpoint, taken out one by one, so that those that nobody knows are left. */
final class CheckpointTexts {
  /** No number of Java is longer as text. */
  private static final int LONGEST_NUMBER = 32;

  private final Path file;
  private final SortedMap<String, String> left;

  CheckpointTexts(Path file, SortedMap<String, String> texts) {
    this.file = file;
    this.left = new TreeMap<>(texts);
  }

  boolean has(String name) {
    return left.containsKey(name);
  }

  /**
   * Takes a text.
   *
   * @throws CheckpointException if it is not there
   */
  String text(String name) {
    @Nullable String text = left.remove(name);
    if (text == null) {
      throw new CheckpointException(file, "has no " + name + ". Nothing was restored");
    }
    return text;
  }

  /** Takes all texts of such names. */
  SortedMap<String, String> take(Predicate<String> isWanted) {
    SortedMap<String, String> taken = new TreeMap<>(left);
    taken.keySet().removeIf(isWanted.negate());
    left.keySet().removeIf(isWanted);
    return taken;
  }

  /** Takes texts of that name with a number after it, from 1 on. */
  List<String> numbered(String name) {
    List<String> texts = new ArrayList<>();
    for (int n = 1; has(name + n); n++) {
      texts.add(text(name + n));
    }
    return texts;
  }

  /**
   * Takes what a text says.
   *
   * @param reader throws an {@link IllegalArgumentException} where the text says no such thing
   * @param expected what the text should say
   */
  <T> T read(String name, Function<String, T> reader, String expected) {
    String text = text(name);
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException(
          file,
          "is malformed: "
              + name
              + " is '"
              + text
              + "', expected "
              + expected
              + ". Nothing was restored");
    }
  }

  double decimal(String name) {
    return read(name, text -> Double.valueOf(figures(text)), "a number");
  }

  long whole(String name) {
    return read(name, text -> Long.valueOf(figures(text)), "a whole number");
  }

  int count(String name, int most) {
    return read(
        name,
        text -> {
          int count = Integer.parseInt(figures(text));
          if (count < 0 || count > most) {
            throw new IllegalArgumentException();
          }
          return count;
        },
        "a whole number from 0 to " + most);
  }

  private static String figures(String text) {
    if (text.length() > LONGEST_NUMBER) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  /**
   * Ends the reading.
   *
   * @throws CheckpointException if a text was not taken
   */
  void refuseTheRest() {
    if (!left.isEmpty()) {
      throw new CheckpointException(
          file, "has '" + left.firstKey() + "', which is unknown here. Nothing was restored");
    }
  }
}
