/** Readers and the stars that they gave to books. */
@NullMarked
package dev.brisk.samples.books;

import org.jspecify.annotations.NullMarked;
