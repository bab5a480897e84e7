/**
 * The products with explicit vectors, by the module {@code jdk.incubator.vector}. Loaded by name,
 * and only where that module is there.
 *
 * <p>Vectors are objects, and HotSpot keeps them in registers only while it inlines all that is
 * done with them. So the inner loops ("tiles") are small methods that call nothing but the Vector
 * API, all their vectors are local variables, and arrays are what they hand to each other. Tiles
 * are so small that their sums and operands fit into the 16 vector registers of AVX2.
 *
 * <p>C2 unrolls such a loop and then loads the operands of all copies of its body first, for which
 * there are not enough registers: it spills, and halves the speed. An empty fence at the end of the
 * body ({@link java.lang.invoke.VarHandle#loadLoadFence()}), for which no instruction is emitted on
 * x86, keeps loads where they are.
 */
@NullMarked
package dev.brisk.kernel.vector;

import org.jspecify.annotations.NullMarked;
