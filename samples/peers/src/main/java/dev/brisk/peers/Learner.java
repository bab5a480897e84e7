package dev.brisk.peers;

/** A training whose model can be asked. */
interface Learner extends Training {
  /** What the model says for each input: scores of the classes, or the predicted number. */
  float[][] outputs(float[][] inputs);
}
