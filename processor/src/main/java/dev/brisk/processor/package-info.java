/**
 * The entry point: takes each model through the stages, in their order, and reports what they find.
 */
@NullMarked
package dev.brisk.processor;

import org.jspecify.annotations.NullMarked;
