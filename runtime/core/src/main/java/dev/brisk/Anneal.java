package dev.brisk;

/** How {@link Decay#ONE_CYCLE} goes from one rate to the next. */
public enum Anneal {
  /** Along half a cosine. */
  COSINE,

  /** Along a straight line. */
  LINEAR
}
