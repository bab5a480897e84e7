package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a run keeps beside the state of its trainer, and needs to go on.
 *
 * @param recovery null where nothing is recovered from
 */
record RunMemory(Recoveries.@Nullable State recovery) {
  /** Nothing. */
  static final RunMemory NONE = new RunMemory(null);
}
