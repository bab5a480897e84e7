/**
 * Writes a plan as Java source, with JavaPoet. Decides nothing but names, brackets and line breaks.
 */
@NullMarked
package dev.brisk.processor.emit;

import org.jspecify.annotations.NullMarked;
