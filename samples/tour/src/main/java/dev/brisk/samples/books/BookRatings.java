package dev.brisk.samples.books;

import dev.brisk.data.Csv;
import dev.brisk.data.DataException;
import dev.brisk.data.Table;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Ratings of books that come with the samples; their source is told in the file beside them.
 *
 * @param ratings in the order of users
 * @param titles of the books
 */
public record BookRatings(List<Rating> ratings, List<String> titles) {
  public static final int USERS = 1_949;
  public static final int BOOKS = 500;

  private static final int MOST_STARS = 5;

  /** All 105,446 of them. */
  public static BookRatings load() {
    Table ratings = table("ratings.csv.gz");
    int[] users = ratings.integer("user", 0, USERS - 1);
    int[] books = ratings.integer("book", 0, BOOKS - 1);
    int[] stars = ratings.integer("stars", 1, MOST_STARS);
    return new BookRatings(
        IntStream.range(0, ratings.rows())
            .mapToObj(i -> new Rating(users[i], books[i], stars[i]))
            .toList(),
        List.of(table("books.csv.gz").text("title")));
  }

  /** Those of one reader, in a list to be changed. */
  public List<Rating> of(int user) {
    return ratings.stream()
        .filter(rating -> rating.user() == user)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * The number of the book that has a title, without the series that stands in brackets after it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int book(String title) {
    return IntStream.range(0, titles.size())
        .filter(i -> titles.get(i).startsWith(title + " ("))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("title is " + title + ", no such book"));
  }

  /**
   * @throws DataException that names the place, if the file is not what it should be
   */
  private static Table table(String resource) {
    InputStream file = BookRatings.class.getResourceAsStream(resource);
    return Csv.withHeader().read(Objects.requireNonNull(file, resource), resource);
  }
}
