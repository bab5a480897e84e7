/**
 * The products with explicit vectors, by the module {@code jdk.incubator.vector}. Loaded by name,
 * and only where that module is there.
 *
 * <p>Vectors are objects, and HotSpot keeps them in registers only while it inlines all that is
 * done with them. So the inner loops ("tiles") are methods that call nothing but the Vector API,
 * all their vectors are local variables, and arrays are what they hand to each other. They have
 * more than 325 bytes of code ({@code FreqInlineSize}), so that they are compiled for themselves,
 * and not inlined into a caller that is already near a limit. Tiles are so small that their sums
 * and operands fit into the 16 vector registers of AVX2, and end with a {@code Fence}, so that they
 * stay there.
 */
@NullMarked
package dev.brisk.kernel.vector;

import org.jspecify.annotations.NullMarked;
