package dev.brisk.runtime;

/** Is told of every epoch when it is complete. */
interface EpochListener {
  /**
   * @param epoch what came out
   * @param lastEpoch the number of the epoch that will be the last of this fit
   */
  void completed(TrainingReport.Epoch epoch, int lastEpoch);
}
