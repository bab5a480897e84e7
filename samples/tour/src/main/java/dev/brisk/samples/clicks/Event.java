package dev.brisk.samples.clicks;

/**
 * What became of an advertisement that was shown.
 *
 * @param clicked whether the user clicked on it
 */
public record Event(Impression impression, boolean clicked) {}
