/**
 * What a learning-rate finder found, as a page. May use {@code chart}, {@code page}, and of the
 * runtime {@code tune} and {@code text}.
 */
@NullMarked
package dev.brisk.report.finder;

import org.jspecify.annotations.NullMarked;
