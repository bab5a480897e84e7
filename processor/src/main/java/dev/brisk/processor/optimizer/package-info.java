/**
 * The update rules, one file each: which attributes it reads, and what it does to a parameter.
 * Knows neither annotations nor programs.
 */
@NullMarked
package dev.brisk.processor.optimizer;

import org.jspecify.annotations.NullMarked;
