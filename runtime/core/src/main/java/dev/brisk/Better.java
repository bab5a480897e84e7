package dev.brisk;

/** Which values of a {@link Metric} are the better ones. */
public enum Better {
  /** Not said. Well-known names are understood; see {@link Metric#better()}. */
  UNSTATED,

  /** Such as an accuracy. */
  HIGHER,

  /** Such as an error. */
  LOWER
}
