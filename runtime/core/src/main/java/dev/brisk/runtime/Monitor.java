package dev.brisk.runtime;

import java.util.List;

/**
 * Watches the updates of a trainer: {@link Trainer#monitor} for loops of one's own, {@link
 * Fit#monitor} for a fit. {@code dev.brisk.diagnose.TrainingMonitor} is the one to use; another one
 * may look at whatever it likes.
 *
 * <p>A trainer without a monitor does not look at its gradients. With one it adds them up before it
 * updates, and the parameters after each update are the same, bit by bit, save for {@code step}
 * under plain gradient descent, which then rounds as {@code trainBatch} does.
 *
 * <p>What a monitor is shown is the trainer's own, to be read during the call.
 */
public interface Monitor {
  /**
   * Begins to watch a trainer; also when its parameters have been brought back to what they were.
   * Here is the place to allocate.
   */
  void begin(Watched trainer);

  /**
   * Loss and gradient of an update are there; no parameter has changed.
   *
   * @param loss the mean over the examples, finite
   * @param examples the number of examples of the update; 0 if its gradient was computed elsewhere,
   *     and of how many is not known
   * @throws NonFiniteGradientException to refuse the update
   */
  void beforeUpdate(double loss, int examples);

  /** The update is done: parameters have changed, gradients may have been clipped. */
  void afterUpdate();

  /**
   * The update was refused, as its loss is not finite.
   *
   * @param loss infinite or NaN
   * @param examples the number of examples of the update; 0 if it is not known, as above
   * @param culprits the examples whose own loss is not finite, as rows of the examples that were
   *     trained on
   */
  void refused(double loss, int examples, List<Integer> culprits);

  /** The fit is over. A loop of one's own has no end. */
  void end();

  /** What was found so far, in the order in which it was. */
  List<Finding> findings();
}
