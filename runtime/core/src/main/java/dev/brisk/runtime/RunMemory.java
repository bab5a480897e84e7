package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/**
 * What a run keeps beside the state of its trainer, and needs to go on.
 *
 * @param recovery null where nothing is recovered from
 * @param best the state after the best epoch; null where it is not kept
 */
record RunMemory(Recoveries.@Nullable State recovery, @Nullable Snapshot best) {
  /** Nothing. */
  static final RunMemory NONE = new RunMemory(null, null);
}
