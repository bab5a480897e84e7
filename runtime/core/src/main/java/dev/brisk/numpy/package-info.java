/** How NumPy writes arrays. May use nothing else of Brisk. */
@NullMarked
package dev.brisk.numpy;

import org.jspecify.annotations.NullMarked;
