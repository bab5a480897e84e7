package dev.brisk.peers;

import dev.brisk.samples.fashion.FashionImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Trains every row by every contender and prints one table.
 *
 * <p>A machine is seldom quiet. So the contenders of a row come one right after the other, all rows
 * are gone through several times, and ratios are taken in each of these rounds.
 */
public final class PeerRatios {
  private final Pattern names;
  private final double seconds;
  private final int examples;
  private final Path images;

  private PeerRatios(Pattern names, double seconds, int examples, Path images) {
    this.names = names;
    this.seconds = seconds;
    this.examples = examples;
    this.images = images;
  }

  /**
   * Takes regular expressions of the names of rows and of contenders; the numbers of threads, with
   * commas between them; the number of rounds; the seconds for which a training is warmed up and is
   * measured, though it is an epoch at least; the examples of an epoch, at most; and the folder
   * with the images, in place of which others are made up if they are not there.
   */
  public static void main(String[] arguments) throws IOException {
    Path images = imagesIn(Path.of(arguments[6]));
    PeerRatios ratios =
        new PeerRatios(
            Pattern.compile(arguments[1]),
            Double.parseDouble(arguments[4]),
            Integer.parseInt(arguments[5]),
            images);
    List<Row> rows = Rows.all().stream().filter(row -> row.name().matches(arguments[0])).toList();
    int[] threads = Arrays.stream(arguments[2].split(",")).mapToInt(Integer::parseInt).toArray();
    int rounds = Integer.parseInt(arguments[3]);
    Map<Table.Key, List<Round>> table = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("round " + round + " of " + rounds);
      for (Row row : rows) {
        for (int count : threads) {
          table
              .computeIfAbsent(new Table.Key(row, count), any -> new ArrayList<>())
              .add(ratios.round(row, count));
        }
      }
    }
    System.out.print(Table.of(table));
  }

  private static Path imagesIn(Path folder) throws IOException {
    if (FashionImages.areIn(folder)) {
      System.out.println("Images of " + folder + ".");
      return folder;
    }
    System.out.println("No images in " + folder + ": these are made up.");
    return Images.synthetic(Files.createTempDirectory("brisk"), 60_000, 10_000);
  }

  private Round round(Row row, int threads) throws IOException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    for (Contender contender : Contenders.all()) {
      if (names.matcher(contender.name()).matches() && contender.runs(row)) {
        Run run = new Run(contender.name(), row.name(), threads, examples, seconds, images);
        Optional<Outcome> outcome = ChildProcess.outcome(contender, run);
        outcome.ifPresent(
            of -> {
              outcomes.put(contender.name(), of);
              System.out.println(row.name() + ", " + threads + ", " + contender.name() + ": " + of);
            });
      }
    }
    return new Round(outcomes);
  }
}
