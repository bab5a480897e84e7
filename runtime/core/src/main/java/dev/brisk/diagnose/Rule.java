package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import org.jspecify.annotations.Nullable;

/** Looks for one symptom after each update. Keeps nothing, and allocates only what it finds. */
interface Rule {
  Symptom symptom();

  /**
   * What it finds, if it does.
   *
   * @param isOver whether the run is, so that this is the last look
   */
  @Nullable Finding look(Course course, boolean isOver);
}
