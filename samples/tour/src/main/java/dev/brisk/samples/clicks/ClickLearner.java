package dev.brisk.samples.clicks;

import dev.brisk.runtime.Serving;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Learns from events, one update each, in one thread. The other threads have what it publishes.
 *
 * <p>It begins where the checkpoint in its folder says, if there is one. {@link #learnt} tells how
 * many events that knows; whoever has a log of the events gives it those after them, and comes to
 * the same weights as if nothing had happened, bit by bit.
 */
public final class ClickLearner {
  private static final int PUBLISHED_EVERY = 100;
  private static final int SAVED_EVERY = 20_000;

  /** The share of the newest event in the means of recent ones. */
  private static final double NEWEST = 0.001;

  private final Path file;
  private final ClickModelTrainer trainer = new ClickModelTrainer(new ClickModel());
  private final int[] features = new int[ClickFeatures.COUNT];
  private final Serving<ClickModelTrainer> serving;
  private long watched;
  private volatile long learnt;
  private volatile double logLoss;
  private volatile double predicted;
  private volatile double clicked;

  public ClickLearner(Path folder) {
    file = folder.resolve("clicks.safetensors");
    if (Files.exists(file)) {
      trainer.restore(file);
    }
    learnt = trainer.stepCount();
    serving = Serving.of(trainer);
  }

  /**
   * Learns one event, and allocates nothing for it unless a checkpoint is due.
   *
   * @return the logarithmic loss of what was predicted before: every event is a test first, and an
   *     example only then
   */
  public double learn(Event event) {
    ClickFeatures.of(event.impression(), features);
    double loss = trainer.step(features, event.clicked() ? 1 : 0);
    watch(event.clicked(), loss);
    learnt = trainer.stepCount();
    if (learnt % PUBLISHED_EVERY == 0) {
      serving.publish();
    }
    if (learnt % SAVED_EVERY == 0) {
      save();
    }
    return loss;
  }

  /** The loss says what was predicted, so nothing is computed twice. */
  public static double predicted(boolean clicked, double loss) {
    return clicked ? Math.exp(-loss) : -Math.expm1(-loss);
  }

  private void watch(boolean isClick, double loss) {
    double newest = Math.max(NEWEST, 1.0 / ++watched);
    logLoss += newest * (loss - logLoss);
    predicted += newest * (predicted(isClick, loss) - predicted);
    clicked += newest * ((isClick ? 1 : 0) - clicked);
  }

  /** Writes a checkpoint in place of the last one. It is there as a whole or not at all. */
  public void save() {
    trainer.save(file);
  }

  /** Writes the weights alone, for a {@code ClickModelPredictor} where Brisk is not. */
  public void export(Path weights) {
    trainer.saveParameters(weights);
  }

  /** What other threads predict by. */
  public Serving<ClickModelTrainer> serving() {
    return serving;
  }

  /** Events that were learnt, those before a restart included. */
  public long learnt() {
    return learnt;
  }

  /** The mean loss of about the last thousand events. */
  public double logLoss() {
    return logLoss;
  }

  /** Clicks that were expected of about the last thousand events over those that came. */
  public double calibration() {
    return predicted / clicked;
  }
}
