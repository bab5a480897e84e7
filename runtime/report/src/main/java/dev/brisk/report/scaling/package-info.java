/**
 * How far the scaling of batches holds, to look at. May use {@code chart}, {@code page} and what
 * tunes.
 */
@NullMarked
package dev.brisk.report.scaling;

import org.jspecify.annotations.NullMarked;
