package dev.brisk;

/**
 * What a model is for, which says where people look for a learning rate first. Each names the range
 * in which a rate is usual, for {@link Algorithm#SGD} and for the algorithms that scale their steps
 * by the gradients they have seen ({@link Algorithm#ADAM} and its kin). A rate outside of it is not
 * wrong: it is a warning of the compiler, {@code rate-unusual-for-task}, which {@link
 * SuppressWarnings} silences.
 */
public enum Task {
  /** Not said; nothing is compared. */
  UNSTATED,

  /** A linear model with squared error: 0.001 to 0.1 by either. */
  LINEAR_REGRESSION,

  /** A linear model of classes: 0.01 to 1 by SGD, 0.001 to 0.1 by Adam. */
  LOGISTIC_REGRESSION,

  /** One or two hidden layers: 0.01 to 0.5 by SGD, 0.0001 to 0.01 by Adam. */
  SMALL_NETWORK,

  /** Many layers, convolutional ones among them: 0.001 to 0.5 by SGD, 0.00005 to 0.003 by Adam. */
  DEEP_NETWORK,

  /** A transformer from scratch: 0.01 to 1 by SGD, 0.00005 to 0.002 by Adam. */
  TRANSFORMER,

  /** A model that was trained before: 0.0001 to 0.01 by SGD, 0.000005 to 0.0005 by Adam. */
  FINE_TUNING
}
