/**
 * From files to arrays that a trainer's {@code examples(...)} takes, and what is done to them on
 * the way: parts to train and to test on, standardisation. A file is read as a whole or refused
 * with a {@link dev.brisk.data.DataException} that says where it is wrong.
 *
 * <p>May use {@code file} and {@code numpy}; nothing in here knows a trainer.
 */
@NullMarked
package dev.brisk.data;

import org.jspecify.annotations.NullMarked;
