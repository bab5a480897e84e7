package dev.brisk.report.chart;

/**
 * A place in a figure that has something to tell, such as a finding, or a suggested rate.
 *
 * @param name at the place, in a word or two
 * @param text what it tells, where it is pointed at
 */
public record Mark(double x, double y, String name, String text) {}
