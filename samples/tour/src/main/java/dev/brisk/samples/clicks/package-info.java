/** A service that predicts clicks on advertisements, and learns from them as they come. */
@NullMarked
package dev.brisk.samples.clicks;

import org.jspecify.annotations.NullMarked;
