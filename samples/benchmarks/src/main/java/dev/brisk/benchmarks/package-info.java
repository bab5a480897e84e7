/**
 * Steps of generated trainers against the loops that a person would write in their place. Each
 * class is one case: the model, the loop by hand, and the two benchmarks.
 */
@NullMarked
package dev.brisk.benchmarks;

import org.jspecify.annotations.NullMarked;
