package dev.brisk.processor.optimizer;

/**
 * An attribute of {@code @Optimizer} that an algorithm reads.
 *
 * @param standard the value where the user writes none; a flag is 0 or 1
 */
public record Setting(String attribute, double standard) {}
