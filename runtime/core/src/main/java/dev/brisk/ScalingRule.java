package dev.brisk;

/** How the learning rate follows the number of examples of an update. */
public enum ScalingRule {
  /**
   * In proportion: twice the examples, twice the rate. The rule for gradient descent (Goyal et al.,
   * "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour", 2017).
   */
  LINEAR,

  /**
   * With the square root: four times the examples, twice the rate. The rule for Adam and its
   * relatives, which divide the gradient by its own size (Malladi et al., "On the SDEs and Scaling
   * Rules for Adaptive Gradient Algorithms", 2022).
   */
  SQUARE_ROOT
}
