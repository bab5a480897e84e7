package dev.brisk.samples.books;

/**
 * What a reader thinks of a book.
 *
 * @param user 0 to {@link BookRatings#USERS} - 1
 * @param book 0 to {@link BookRatings#BOOKS} - 1
 * @param stars 1 to 5
 */
public record Rating(int user, int book, double stars) {}
