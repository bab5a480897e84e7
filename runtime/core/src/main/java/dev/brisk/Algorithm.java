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
   * (0.9), {@link Optimizer#beta2() beta2} (0.999), {@link Optimizer#epsilon() epsilon} (1e-8) and
   * {@link Optimizer#weightDecay() weightDecay} (0, added to the gradient). Kingma and Ba, "Adam: A
   * Method for Stochastic Optimization", 2015; order of operations as in {@code torch.optim.Adam}.
   */
  ADAM
}
