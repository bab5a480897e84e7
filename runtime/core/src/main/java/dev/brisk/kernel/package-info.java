/** Products of matrices. */
@NullMarked
package dev.brisk.kernel;

import org.jspecify.annotations.NullMarked;
