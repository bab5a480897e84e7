package dev.brisk.peers;

import java.nio.file.Path;
import java.util.List;

/**
 * One process of one contender.
 *
 * @param row the name of what it trains, in {@link Rows}
 * @param examples of an epoch, at most
 * @param seconds for which epochs are repeated to warm up, and then to be measured
 * @param images the folder
 */
record Run(String contender, String row, int threads, int examples, double seconds, Path images) {
  List<String> arguments() {
    return List.of(
        contender,
        row,
        Integer.toString(threads),
        Integer.toString(examples),
        Double.toString(seconds),
        images.toString());
  }

  static Run of(String... arguments) {
    return new Run(
        arguments[0],
        arguments[1],
        Integer.parseInt(arguments[2]),
        Integer.parseInt(arguments[3]),
        Double.parseDouble(arguments[4]),
        Path.of(arguments[5]));
  }
}
