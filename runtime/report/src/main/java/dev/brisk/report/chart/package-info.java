/**
 * What is to be seen in a picture, whatever draws it: axes, lines, marks and the heights of a
 * landscape, as numbers and names. Knows no page, no trainer, and nothing else of Brisk.
 */
@NullMarked
package dev.brisk.report.chart;

import org.jspecify.annotations.NullMarked;
