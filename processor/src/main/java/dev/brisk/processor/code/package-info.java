/**
 * Imperative routines: what a generated method does, statement by statement, before it is Java
 * text. Expressions are those of {@code program}; variables may be assigned more than once.
 */
@NullMarked
package dev.brisk.processor.code;

import org.jspecify.annotations.NullMarked;
