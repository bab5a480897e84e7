package dev.brisk.report.chart;

import java.util.List;

/** A picture over two axes. */
public sealed interface Figure permits Chart, Landscape {
  /** What it shows, in a few words. */
  String title();

  /** What there is to see in it, in sentences, for who cannot see it. */
  String description();

  /** The horizontal axis. */
  Axis x();

  /** The vertical axis. */
  Axis y();

  /** The lines in it, in the order in which they are drawn. */
  List<Line> lines();

  /** What is marked in it. */
  List<Mark> marks();
}
