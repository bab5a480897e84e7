/**
 * The arithmetic that a network spends its time on: products of matrices ({@link
 * dev.brisk.kernel.Kernel}) and functions of many numbers at once ({@link
 * dev.brisk.kernel.VectorMath}).
 *
 * <p>There are two implementations of the products. {@code ScalarKernel} is plain Java, in loops
 * that HotSpot turns into vector instructions as far as it can. The one in {@code
 * dev.brisk.kernel.vector} uses the module {@code jdk.incubator.vector}, which a user has to switch
 * on. {@link dev.brisk.kernel.Kernels} chooses, once for a JVM. Nothing here names a class of the
 * other package: without the module its classes cannot be loaded.
 *
 * <p>Called by {@code dev.brisk.ops} and by generated code, which have checked lengths and ranges
 * before. Nothing here checks them again, and nothing allocates once a thread has seen the largest
 * shape: what a product needs to work in belongs to the thread.
 */
@NullMarked
package dev.brisk.kernel;

import org.jspecify.annotations.NullMarked;
