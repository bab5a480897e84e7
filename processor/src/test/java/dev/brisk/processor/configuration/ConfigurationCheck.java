package dev.brisk.processor.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Trains a model that was accepted: one step, one batch, one epoch. */
final class ConfigurationCheck {
  private static final int EXAMPLES = 12;
  private static final List<Object[]> ROWS = rows();

  private final RandomConfiguration configuration;
  private final CompiledModel model;
  private final Examples<?> examples;

  ConfigurationCheck(RandomConfiguration configuration, ClassLoader classes) {
    this.configuration = configuration;
    this.model = CompiledModel.of(classes, "models." + configuration.name(), "loss");
    this.examples = (Examples<?>) model.examples(ROWS);
  }

  private static List<Object[]> rows() {
    SplittableRandom random = new SplittableRandom(1);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < EXAMPLES; n++) {
      float[] xs = new float[3];
      for (int i = 0; i < xs.length; i++) {
        xs[i] = (float) random.nextDouble(0.1, 1);
      }
      rows.add(new Object[] {xs, n % 4, (float) random.nextDouble(1, 2)});
    }
    return rows;
  }

  /** Fails where training does. */
  void run() {
    if (configuration.isOrdinary()) {
      assertFinite("at first");
    }
    // Every change shows there, however small.
    model.parameters(new double[model.parameters().length]);
    update("step", () -> model.step(ROWS.get(0)));
    update("trainBatch", () -> model.trainBatch(examples, 0, 4));
    // Without it an epoch may be a single update, at the rate 0 of a warm-up.
    Fit options = Fit.epochs(1).batchSize(3).validation(examples).overrideTraining();
    update("fit", () -> model.fit(examples, options));
    rates();
  }

  private void update(String call, Runnable training) {
    double[] before = model.parameters();
    long stepsBefore = model.trainer().stepCount();
    try {
      training.run();
    } catch (NonFiniteLossException | NonFiniteGradientException e) {
      assertThat(configuration.isOrdinary()).as(call + " diverges").isFalse();
      return;
    } catch (IllegalStateException e) {
      assertThat(call).as(e.getMessage()).isNotEqualTo("fit");
      assertThat(e).hasMessageContaining("@Training");
      assertThat(model.parameters()).as("parameters after a refused " + call).isEqualTo(before);
      return;
    }
    if (configuration.isOrdinary()) {
      assertFinite("after " + call);
    }
    if (configuration.isOrdinary() && configuration.isTrained() && rate(stepsBefore) > 1e-7) {
      assertThat(model.parameters()).as("parameters after " + call).isNotEqualTo(before);
    }
  }

  private double rate(long step) {
    double highest = 0;
    for (long t = step; t < model.trainer().stepCount(); t++) {
      highest = Math.max(highest, model.trainer().learningRateAt(t));
    }
    return highest;
  }

  private void assertFinite(String when) {
    for (double parameter : model.parameters()) {
      assertThat(parameter).as("a parameter " + when).isFinite();
    }
  }

  /**
   * Also far beyond the end of any run the rate is a number. With figures beyond all measure it may
   * grow beyond the largest one, as with a gamma above 1, of which there is a warning.
   */
  private void rates() {
    for (long t : new long[] {0, 1, 2, 10, 100, 10_000, 1L << 40, Long.MAX_VALUE}) {
      double rate = model.trainer().learningRateAt(t);
      assertThat(rate >= 0).as("rate of step %d is %s", t, rate).isTrue();
      if (configuration.isOrdinary()) {
        assertThat(rate).as("rate of step " + t).isFinite();
      }
    }
  }
}
