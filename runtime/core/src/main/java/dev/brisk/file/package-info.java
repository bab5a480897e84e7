/** Files that are written as a whole or not at all. May use nothing else of Brisk. */
@NullMarked
package dev.brisk.file;

import org.jspecify.annotations.NullMarked;
