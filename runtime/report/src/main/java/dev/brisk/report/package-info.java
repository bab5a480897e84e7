/**
 * Where people would rather look than read: pages of runs, of the learning-rate finder and of
 * landscapes. What is in a picture is in {@code chart}, how a page is made of it in {@code page}.
 */
@NullMarked
package dev.brisk.report;

import org.jspecify.annotations.NullMarked;
