package dev.brisk.samples.books;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What can be told of a rating by means alone.
 *
 * @param all the mean of all stars
 * @param users by how much those of each reader are above it
 * @param books by how much those of each book are above what its readers give
 */
public record Means(double all, double[] users, double[] books) {
  /** So many ratings of no difference are counted in beside those of a reader or a book. */
  private static final int DAMPING = 5;

  public static Means of(List<Rating> ratings) {
    double all = ratings.stream().mapToDouble(Rating::stars).average().orElseThrow();
    double[] users = above((user, book) -> all, ratings, BookRatings.USERS, Rating::user);
    Stars byUser = (user, book) -> all + users[user];
    return new Means(all, users, above(byUser, ratings, BookRatings.BOOKS, Rating::book));
  }

  private static double[] above(
      Stars known, List<Rating> ratings, int rows, ToIntFunction<Rating> row) {
    double[] sums = new double[rows];
    int[] counts = new int[rows];
    for (Rating rating : ratings) {
      sums[row.applyAsInt(rating)] += rating.stars() - known.of(rating.user(), rating.book());
      counts[row.applyAsInt(rating)]++;
    }
    return IntStream.range(0, rows).mapToDouble(i -> sums[i] / (counts[i] + DAMPING)).toArray();
  }

  public double ofUser(int user, int book) {
    return all + users[user];
  }

  public double ofBook(int user, int book) {
    return all + books[book];
  }

  public double ofBoth(int user, int book) {
    return all + users[user] + books[book];
  }
}
