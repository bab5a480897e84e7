package dev.brisk.tune;

/**
 * How far curves of losses part, as a share of the loss, over the epochs after a warm-up.
 *
 * @param mean of its sizes
 * @param largest of its sizes
 * @param last after the last epoch; above 0 if the loss is the higher one
 */
public record Gap(double mean, double largest, double last) {}
