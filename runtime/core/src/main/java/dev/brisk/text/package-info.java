/** How numbers read where people read them. May use nothing else of Brisk. */
@NullMarked
package dev.brisk.text;

import org.jspecify.annotations.NullMarked;
