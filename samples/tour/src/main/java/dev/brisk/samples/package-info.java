/**
 * Models on real data, to read and to change. Each {@code main} trains one, says what it reached,
 * and fails if that is less than it promises. Begin with {@link dev.brisk.samples.DigitClassifier}.
 */
@NullMarked
package dev.brisk.samples;

import org.jspecify.annotations.NullMarked;
