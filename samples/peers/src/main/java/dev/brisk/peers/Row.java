package dev.brisk.peers;

/**
 * A row of the table.
 *
 * @param name by which it is chosen
 * @param title by which it is understood
 * @param measured what is
 */
record Row(String name, String title, Workload workload, Measured measured) {
  /** What is measured of a training. */
  enum Measured {
    /** Examples a second, of epochs after the first. */
    EXAMPLES,
    /** Parameters a second, of updates after the first. */
    PARAMETERS,
    /** The time from the start of the process to the end of the first epoch. */
    PROCESS
  }
}
