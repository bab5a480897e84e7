package dev.brisk.samples.clicks;

/**
 * An advertisement that is shown.
 *
 * @param advertiser whose it is
 * @param page where it is shown
 * @param hour of the day, 0 to 23
 * @param user who sees it
 */
public record Impression(int advertiser, int page, int hour, int user) {}
