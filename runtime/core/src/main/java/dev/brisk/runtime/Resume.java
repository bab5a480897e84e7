package dev.brisk.runtime;

/**
 * What is to be done where a checkpoint was written under another configuration than the one that
 * training would go on with: other annotations, another length of the run, other kernels. Without a
 * choice it is refused, and the message tells the difference.
 */
public enum Resume {
  /**
   * Goes on as the run would have gone on: with the learning rate and the length of the run that it
   * had. Refused where something else differs, which is compiled in, so that it cannot be.
   */
  EXACT,

  /**
   * Goes on from the same parameters, state of the optimizer, and step, but with what is configured
   * now, and logs the difference. An epoch that was in its middle is begun anew where its batches
   * would be others.
   */
  NEW_CONFIGURATION
}
