package dev.brisk.diagnose;

import dev.brisk.runtime.Watched;

/** What a run has come to so far, of which rules are asked after each update. */
final class Course {
  private final Watched trainer;
  private final LossCourse losses = new LossCourse();
  private final UpdateFigures update;
  private final Units units = new Units();
  private final Average cosine = new Average(0.98);
  private final Average force = new Average(0.9);
  private final Average logNorm = new Average(0.95);
  private final Average clipped = new Average(0.98);
  private final Average logClipping = new Average(0.98);
  private double largestNorm;
  private double firstNorm;
  private double spike;
  private double promised;
  private double rate;
  private double peakRate;

  Course(Watched trainer) {
    this.trainer = trainer;
    this.update = new UpdateFigures(trainer);
  }

  /** Loss and gradient are there. */
  void before(double loss, int examples) {
    losses.add(loss, examples, trainer.epochSteps());
    rate = trainer.learningRate();
    peakRate = Math.max(peakRate, rate);
    update.lookBefore();
    units.look(trainer);
  }

  /** The update is done. */
  void after() {
    update.lookAfter();
    double turned = update.cosine();
    if (Double.isFinite(turned)) {
      cosine.add(turned);
    }
    double relative = Math.abs(update.descent()) / (Math.abs(losses.last()) + Double.MIN_NORMAL);
    force.add(relative);
    promised += relative;
    norms();
  }

  private void norms() {
    double norm = update.gradientNorm();
    largestNorm = Math.max(largestNorm, norm);
    if (firstNorm == 0) {
      firstNorm = norm;
    }
    spike = norm / typicalNorm();
    // A gradient that has become nothing is no measure of what is usual.
    logNorm.add(Math.log(Math.max(norm, 1e-3 * largestNorm) + Double.MIN_NORMAL));
    boolean isClipped = update.clippedNorm() < norm * (1 - 1e-6);
    clipped.add(isClipped ? 1 : 0);
    if (isClipped) {
      logClipping.add(Math.log(norm / (update.clippedNorm() + Double.MIN_NORMAL)));
    }
  }

  Watched trainer() {
    return trainer;
  }

  LossCourse losses() {
    return losses;
  }

  /** The last update. */
  UpdateFigures update() {
    return update;
  }

  Units units() {
    return units;
  }

  /** The mean cosine of gradients and those before them, of about fifty updates. */
  double cosine() {
    return cosine.mean();
  }

  /** The change of the loss that an update should make, over the loss; a mean of about ten. */
  double force() {
    return force.mean();
  }

  /** The sum of these shares over all updates. */
  double promised() {
    return promised;
  }

  /** The geometric mean of the norms of about twenty gradients. */
  double typicalNorm() {
    return Math.exp(logNorm.mean());
  }

  /** The norm of the first gradient that is not zero. */
  double firstNorm() {
    return firstNorm;
  }

  /** The norm of the last gradient over what was usual before it. */
  double spike() {
    return spike;
  }

  /** The share of about fifty updates that were clipped. */
  double clippedShare() {
    return clipped.mean();
  }

  /** By how much a clipped gradient was longer than what was left of it, a geometric mean. */
  double clipping() {
    return Math.exp(logClipping.mean());
  }

  /** The rate of the last update. */
  double rate() {
    return rate;
  }

  /** The highest rate so far. */
  double peakRate() {
    return peakRate;
  }
}
