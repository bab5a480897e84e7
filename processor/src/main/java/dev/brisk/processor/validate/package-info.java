/**
 * Judges what the user declared: one small class per rule, each with problems of its own. Rules are
 * pure functions of a {@link dev.brisk.processor.read.ModelSource}; none knows another.
 */
@NullMarked
package dev.brisk.processor.validate;

import org.jspecify.annotations.NullMarked;
