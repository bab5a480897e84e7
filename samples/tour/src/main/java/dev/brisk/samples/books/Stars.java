package dev.brisk.samples.books;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A way to tell how many stars a reader gives to a book, and how good it is. */
@FunctionalInterface
public interface Stars {
  double of(int user, int book);

  /** Root of the mean squared error, in stars. */
  default double error(List<Rating> ratings) {
    double squares = 0;
    for (Rating rating : ratings) {
      double error = of(rating.user(), rating.book()) - rating.stars();
      squares += error * error;
    }
    return Math.sqrt(squares / ratings.size());
  }

  /** The mean of the stars that readers gave to what would be the first choice for them. */
  default double firstChoices(List<Rating> ratings) {
    return ratings.stream().collect(Collectors.groupingBy(Rating::user)).values().stream()
        .mapToDouble(this::firstChoice)
        .average()
        .orElseThrow();
  }

  private double firstChoice(Collection<Rating> ofOneUser) {
    return ofOneUser.stream()
        .max(Comparator.comparingDouble(rating -> of(rating.user(), rating.book())))
        .orElseThrow()
        .stars();
  }
}
