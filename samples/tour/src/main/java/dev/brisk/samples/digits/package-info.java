/** Handwritten digits of 8x8 pixels, and models that read them. */
@NullMarked
package dev.brisk.samples.digits;

import org.jspecify.annotations.NullMarked;
