/**
 * Reads method bodies, javac's trees, into programs.
 *
 * <p>Names, types and overloads are resolved here, from {@code Elements} and {@code Types}: {@code
 * Trees.getElement} inside a body would make javac attribute it before generated classes exist, and
 * a model that uses its own trainer in a lambda would not compile any more.
 */
@NullMarked
package dev.brisk.processor.read.body;

import org.jspecify.annotations.NullMarked;
