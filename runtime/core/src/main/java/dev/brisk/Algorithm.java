package dev.brisk;

/** The rule by which a gradient changes the parameters. */
public enum Algorithm {
  /**
   * Stochastic gradient descent, with momentum, dampening and Nesterov's look-ahead where asked.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-3), {@link Optimizer#momentum()
   * momentum} (0), {@link Optimizer#dampening() dampening} (0), {@link Optimizer#nesterov()
   * nesterov} (false) and {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient).
   * The learning rate multiplies after the momentum, as in PyTorch's {@code torch.optim.SGD}
   * (Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013).
   */
  SGD,

  /**
   * Adam: steps scaled by running means of the gradient and of its square.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8),
   * {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient) and {@link
   * Optimizer#amsgrad() amsgrad} (false). Kingma and Ba, "Adam: A Method for Stochastic
   * Optimization", 2015; order of operations as in {@code torch.optim.Adam}.
   */
  ADAM,

  /**
   * Adam with decoupled weight decay: each update first shrinks the parameters by {@code
   * learningRate * weightDecay}, which Adam's scaling does not touch.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8),
   * {@link Optimizer#weightDecay() weightDecay} (1e-2) and {@link Optimizer#amsgrad() amsgrad}
   * (false). Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019; order of
   * operations as in {@code torch.optim.AdamW}.
   */
  ADAMW,

  /**
   * Adam with Nesterov's look-ahead, whose momentum rises to {@code beta1}.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (2e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8),
   * {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient) and {@link
   * Optimizer#momentumDecay() momentumDecay} (4e-3). Dozat, "Incorporating Nesterov Momentum into
   * Adam", 2016; order of operations as in {@code torch.optim.NAdam}.
   */
  NADAM,

  /**
   * Adam whose first steps are not scaled, as few gradients say little of their square, and whose
   * next ones are shortened by what is uncertain: a warm-up of its own.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8) and
   * {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient). Liu et al., "On the
   * Variance of the Adaptive Learning Rate and Beyond", 2020; order of operations as in {@code
   * torch.optim.RAdam}.
   */
  RADAM,

  /**
   * Adam with the largest recent gradient in place of the mean of squares.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (2e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8,
   * added to each gradient's size) and {@link Optimizer#weightDecay() weightDecay} (0, added to the
   * gradient). Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015, section 7; order
   * of operations as in {@code torch.optim.Adamax}.
   */
  ADAMAX,

  /**
   * Steps scaled by the root of the sum of all squared gradients: what is rarely touched moves far.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-2), {@link
   * Optimizer#learningRateDecay() learningRateDecay} (0), {@link Optimizer#weightDecay()
   * weightDecay} (0, added to the gradient), {@link Optimizer#initialAccumulator()
   * initialAccumulator} (0) and {@link Optimizer#epsilon() epsilon} (1e-10). Duchi et al.,
   * "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011; order of
   * operations as in {@code torch.optim.Adagrad}.
   */
  ADAGRAD,

  /**
   * Steps as large as those before them, relative to the gradients: the rate is a mere factor.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1), {@link Optimizer#rho() rho} (0.9),
   * {@link Optimizer#epsilon() epsilon} (1e-6, under the roots) and {@link Optimizer#weightDecay()
   * weightDecay} (0, added to the gradient). Zeiler, "ADADELTA: An Adaptive Learning Rate Method",
   * 2012; order of operations as in {@code torch.optim.Adadelta}.
   */
  ADADELTA,

  /**
   * Steps scaled by a running mean of squared gradients, or by their deviation from the mean.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-2), {@link Optimizer#alpha() alpha}
   * (0.99), {@link Optimizer#epsilon() epsilon} (1e-8, outside the root), {@link
   * Optimizer#weightDecay() weightDecay} (0, added to the gradient), {@link Optimizer#momentum()
   * momentum} (0) and {@link Optimizer#centered() centered} (false). Hinton, "Neural Networks for
   * Machine Learning", lecture 6, 2012; centred as in Graves, "Generating Sequences With Recurrent
   * Neural Networks", 2013; order of operations as in {@code torch.optim.RMSprop}. Where rounding
   * brings the square of the deviation below 0 it is taken as 0.
   */
  RMSPROP,

  /**
   * Resilient propagation: of a gradient only the sign counts. A parameter's step grows while the
   * sign stays, and shrinks when it turns. For updates on all examples at once.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-2, the first step; the rates of
   * later updates are not read), {@link Optimizer#etaMinus() etaMinus} (0.5), {@link
   * Optimizer#etaPlus() etaPlus} (1.2), {@link Optimizer#stepMin() stepMin} (1e-6) and {@link
   * Optimizer#stepMax() stepMax} (50). Not for {@link Sparse} parameters. Riedmiller and Braun, "A
   * Direct Adaptive Method for Faster Backpropagation Learning: The RPROP Algorithm", 1993; order
   * of operations as in {@code torch.optim.Rprop}.
   */
  RPROP,

  /**
   * Steps of one size in the direction of a mean's sign, with decoupled weight decay. A good rate
   * is 3 to 10 times smaller than Adam's, and a good weight decay as much larger.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-4), {@link Optimizer#beta1() beta1}
   * (0.9, of the direction), {@link Optimizer#beta2() beta2} (0.99, of the mean) and {@link
   * Optimizer#weightDecay() weightDecay} (0). Chen et al., "Symbolic Discovery of Optimization
   * Algorithms", 2023.
   */
  LION,

  /**
   * Adam's direction, for each parameter scaled to the parameter's norm; for large batches. A
   * scalar is a parameter of its own, and the norm of an array of two dimensions is over all its
   * rows.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1e-3), {@link Optimizer#beta1() beta1}
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-6) and
   * {@link Optimizer#weightDecay() weightDecay} (0.01, added to the direction). With a weight decay
   * of 0 nothing is scaled, and the update is Adam's. Not for {@link Sparse} parameters. You et
   * al., "Large Batch Optimization for Deep Learning: Training BERT in 76 minutes", 2020; order of
   * operations as in timm's {@code Lamb}, but without its clipping of the global norm to 1.
   */
  LAMB,

  /**
   * Descent with momentum, for each parameter scaled to the parameter's norm; for large batches. A
   * scalar is a parameter of its own, and the norm of an array of two dimensions is over all its
   * rows.
   *
   * <p>Reads {@link Optimizer#learningRate() learningRate} (1), {@link Optimizer#momentum()
   * momentum} (0), {@link Optimizer#dampening() dampening} (0), {@link Optimizer#nesterov()
   * nesterov} (false), {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient),
   * {@link Optimizer#trustCoefficient() trustCoefficient} (1e-3) and {@link Optimizer#epsilon()
   * epsilon} (1e-8). With a weight decay of 0 nothing is scaled, and the update is that of {@link
   * #SGD}. Not for {@link Sparse} parameters. You et al., "Large Batch Training of Convolutional
   * Networks", 2017; order of operations as in timm's {@code Lars}.
   */
  LARS
}
