/**
 * Shows people how far a fit has come: a bar on a terminal, lines elsewhere.
 *
 * <p>May use {@code runtime} and {@code text}; nothing uses it.
 */
@NullMarked
package dev.brisk.progress;

import org.jspecify.annotations.NullMarked;
