package dev.brisk.samples;

import static dev.brisk.ops.Losses.squared;

import dev.brisk.Algorithm;
import dev.brisk.Init;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.Trainable;
import dev.brisk.data.Split;
import dev.brisk.runtime.Fit;
import dev.brisk.samples.books.BookRatings;
import dev.brisk.samples.books.Means;
import dev.brisk.samples.books.Rating;
import dev.brisk.samples.books.Stars;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Recommends books by what other readers thought of them: matrix factorisation, on 105,446 ratings.
 *
 * <p>A rating is taken to be a mean, plus how generous the reader is, plus how well the book is
 * liked, plus the product of two vectors: what the reader likes, and what the book has of it. No
 * one says what the elements of these vectors mean; they are learnt with the rest (Koren, Bell and
 * Volinsky, "Matrix Factorization Techniques for Recommender Systems", 2009).
 *
 * <p>What is to be seen: the product is worth more than any of the means, also than those of reader
 * and book together. And nothing but stars was read, yet the books nearest to a book are the others
 * of its series. It is no luck of a seed: over the seeds 1 to 6, after four epochs, the error is
 * 0.028 to 0.030 stars below that of both means, and all of these series are found.
 *
 * <p>A rating touches one row of each table, hence {@code @Sparse}: a step costs two rows, however
 * many readers there are. AdaGrad gives each element a rate of its own, which falls with what that
 * element has learnt already. That is what lets a new reader in later: the row that no one had
 * moves far by the first ratings, and the books, which thousands of ratings have settled, hardly
 * do.
 *
 * <pre>{@code
 * held-out ratings      error  first choice
 * the mean              1.016  3.92 stars
 * mean of the reader    0.944  3.92 stars
 * mean of the book      0.976  4.27 stars
 * both means            0.901  4.27 stars
 * factorisation         0.869  4.34 stars
 * near Harry Potter and the Chamber of Secrets
 *   Harry Potter and the Prisoner of Azkaban (Harry Potter, #3)
 *   Harry Potter and the Half-Blood Prince (Harry Potter, #6)
 *   Harry Potter and the Order of the Phoenix (Harry Potter, #5)
 * near New Moon
 *   Eclipse (Twilight, #3)
 *   Breaking Dawn (Twilight, #4)
 *   Twilight (Twilight, #1)
 * near Catching Fire
 *   Mockingjay (The Hunger Games, #3)
 *   The Hunger Games (The Hunger Games, #1)
 *   The Husband's Secret
 * new readers           0.988
 * after 20 ratings each 0.868
 * one who likes
 *   Jurassic Park (Jurassic Park, #1)
 *   Dracula
 *   Where the Sidewalk Ends
 * is recommended
 *   The Name of the Wind (The Kingkiller Chronicle, #1)
 *   The Wise Man's Fear (The Kingkiller Chronicle, #2)
 *   The Lord of the Rings (The Lord of the Rings, #1-3)
 * }</pre>
 */
public final class Recommender {
  static final String CHAMBER_OF_SECRETS = "Harry Potter and the Chamber of Secrets";
  static final String NEW_MOON = "New Moon";
  static final String CATCHING_FIRE = "Catching Fire";

  private static final int EPOCHS = 8;

  /** Books of a list. */
  private static final int TOLD = 3;

  /** Readers of whom nothing is trained on, to come in later: the last ones. */
  private static final int NEWCOMERS = 149;

  /** Ratings that a newcomer gives. */
  private static final int FIRST_RATINGS = 20;

  private Recommender() {}

  /** Stars as mean, biases and a product of tastes. */
  @Trainable
  @Optimizer(value = Algorithm.ADAGRAD, learningRate = 0.1)
  static class Tastes {
    static final int TASTES = 16;

    /** Without these a reader of 30 books has 16 numbers that fit them by heart. */
    static final double DECAY = 0.1;

    static final double BIAS_DECAY = 0.02;

    @Parameter double mean = 4;

    @Sparse
    @Parameter(shape = BookRatings.USERS)
    double[] generosity;

    @Sparse
    @Parameter(shape = BookRatings.BOOKS)
    double[] popularity;

    @Sparse
    @Parameter(
        shape = {BookRatings.USERS, TASTES},
        init = Init.NORMAL,
        standardDeviation = 0.1)
    double[][] users;

    @Sparse
    @Parameter(
        shape = {BookRatings.BOOKS, TASTES},
        init = Init.NORMAL,
        standardDeviation = 0.1)
    double[][] books;

    double stars(int user, int book) {
      double[] wanted = users[user];
      double[] offered = books[book];
      double stars = mean + generosity[user] + popularity[book];
      for (int k = 0; k < TASTES; k++) {
        stars += wanted[k] * offered[k];
      }
      return stars;
    }

    @Loss
    double loss(Rating rating) {
      int user = rating.user();
      int book = rating.book();
      double sizes = 0;
      for (int k = 0; k < TASTES; k++) {
        sizes += users[user][k] * users[user][k] + books[book][k] * books[book][k];
      }
      double biases = generosity[user] * generosity[user] + popularity[book] * popularity[book];
      return squared(stars(user, book), rating.stars()) + DECAY * sizes + BIAS_DECAY * biases;
    }
  }

  /**
   * What came out.
   *
   * @param errors root of the mean squared error in stars on ratings that were held out, by what
   *     tells them
   * @param firstChoices stars that readers gave to the one of their held-out books that would be
   *     recommended first, by what recommends it
   * @param series the books nearest to a book
   * @param strangers error for readers of whom nothing is known
   * @param newcomers error for the same readers and books, after their first ratings
   * @param favourites of the last newcomer
   * @param recommended to the last newcomer
   */
  record Outcome(
      Map<String, Double> errors,
      Map<String, Double> firstChoices,
      Map<String, List<String>> series,
      double strangers,
      double newcomers,
      List<String> favourites,
      List<String> recommended) {}

  /** Prints what came out. */
  public static void main(String[] arguments) {
    print(run(BookRatings.load(), 3, EPOCHS), System.out);
  }

  static Outcome run(BookRatings data, long seed, int epochs) {
    int firstNewcomer = BookRatings.USERS - NEWCOMERS;
    Rating[] known =
        data.ratings().stream().filter(r -> r.user() < firstNewcomer).toArray(Rating[]::new);
    Split split = Split.of(known.length).seed(seed).fractions(0.8, 0.2);
    List<Rating> held = select(known, split.validation());

    // One update a rating: what is learnt of a reader is there for that reader's next rating.
    var model = new Tastes();
    var trainer = new Recommender_TastesTrainer(model, seed);
    var examples = Recommender_TastesTrainer.examples(known);
    trainer.fit(examples.select(split.training()), Fit.epochs(epochs).batchSize(1));

    // What it has to be better than. The last is the hard one: it knows how generous the reader is
    // and how good the book, but not what suits whom.
    Means means = Means.of(select(known, split.training()));
    Map<String, Stars> ways = new LinkedHashMap<>();
    ways.put("the mean", (user, book) -> means.all());
    ways.put("mean of the reader", means::ofUser);
    ways.put("mean of the book", means::ofBook);
    ways.put("both means", means::ofBoth);
    ways.put("factorisation", model::stars);
    Map<String, Double> errors = new LinkedHashMap<>();
    ways.forEach((name, stars) -> errors.put(name, stars.error(held)));
    Map<String, Double> firstChoices = new LinkedHashMap<>();
    ways.forEach((name, stars) -> firstChoices.put(name, stars.firstChoices(held)));

    Map<String, List<String>> series = new LinkedHashMap<>();
    for (String title : List.of(CHAMBER_OF_SECRETS, NEW_MOON, CATCHING_FIRE)) {
      series.put(title, nearest(model, data, data.book(title)));
    }

    // Readers come in later, each with some ratings. Their rows are there already, as no example
    // has touched them: nothing is known of their taste, and what is told is the books' own mean.
    Stars taught = model::stars;
    List<Rating> later = new ArrayList<>();
    List<Rating> first = new ArrayList<>();
    for (int user = firstNewcomer; user < BookRatings.USERS; user++) {
      List<Rating> own = data.of(user);
      Collections.shuffle(own, new Random(seed));
      first.addAll(own.subList(0, FIRST_RATINGS));
      later.addAll(own.subList(FIRST_RATINGS, own.size()));
    }
    double strangers = taught.error(later);
    for (int pass = 0; pass < epochs; pass++) {
      first.forEach(trainer::step);
    }
    double newcomers = taught.error(later);

    int last = BookRatings.USERS - 1;
    List<Integer> read = data.of(last).stream().map(Rating::book).toList();
    return new Outcome(
        errors,
        firstChoices,
        series,
        strangers,
        newcomers,
        first.stream()
            .filter(r -> r.user() == last && r.stars() == 5)
            .map(r -> data.titles().get(r.book()))
            .limit(TOLD)
            .toList(),
        best(data, book -> read.contains(book) ? -1 : model.stars(last, book)));
  }

  private static List<Rating> select(Rating[] ratings, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> ratings[row]).toList();
  }

  /** The books whose offer has the most similar direction, whoever likes them. */
  private static List<String> nearest(Tastes model, BookRatings data, int book) {
    return best(data, other -> other == book ? -1 : cosine(model.books[book], model.books[other]));
  }

  private static double cosine(double[] a, double[] b) {
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  }

  private static double product(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(k -> a[k] * b[k]).sum();
  }

  private static List<String> best(BookRatings data, IntToDoubleFunction score) {
    return IntStream.range(0, BookRatings.BOOKS)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer book) -> -score.applyAsDouble(book)))
        .limit(TOLD)
        .map(data.titles()::get)
        .toList();
  }

  static void print(Outcome outcome, PrintStream out) {
    line(out, "%-20s  error  first choice", "held-out ratings");
    outcome
        .errors()
        .forEach(
            (way, error) ->
                line(out, "%-20s  %.3f  %.2f stars", way, error, outcome.firstChoices().get(way)));
    outcome.series().forEach((title, near) -> list(out, "near " + title, near));
    line(out, "%-20s  %.3f", "new readers", outcome.strangers());
    line(out, "after %d ratings each %.3f", FIRST_RATINGS, outcome.newcomers());
    list(out, "one who likes", outcome.favourites());
    list(out, "is recommended", outcome.recommended());
  }

  private static void list(PrintStream out, String head, List<String> books) {
    line(out, "%s%n  %s", head, String.join(System.lineSeparator() + "  ", books));
  }

  private static void line(PrintStream out, String form, Object... figures) {
    out.println(String.format(Locale.ROOT, form, figures));
  }
}
