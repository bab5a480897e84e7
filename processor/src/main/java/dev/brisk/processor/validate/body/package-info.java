/**
 * Judges what the user wrote in methods: rules over programs, which warn of what computes but not
 * as meant. What is merely similar gets no word.
 *
 * <p>A program names each value once, so a rule follows a value to its definition, through locals
 * and helper methods, and an element of an array to what is stored there ({@link
 * dev.brisk.processor.validate.body.Definitions}).
 */
@NullMarked
package dev.brisk.processor.validate.body;

import org.jspecify.annotations.NullMarked;
