package dev.brisk.processor.trainer;

import dev.brisk.processor.oracle.CompiledModel;

/**
 * A model of one number, for tests of its learning rate alone: they are shorter and steeper than
 * one would train, and the warnings of that are silenced.
 */
final class ScheduledModel {
  private ScheduledModel() {}

  /** A model with the annotations. */
  static CompiledModel of(String annotations) {
    return of(annotations, "");
  }

  /** A model with the annotations, and further methods. */
  static CompiledModel of(String annotations, String methods) {
    return Source.model(
        """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.4)
        %s
        @SuppressWarnings({"brisk:rate-jumps", "brisk:schedule-ends-early",
          "brisk:schedule-cut-short", "brisk:warmup-long", "brisk:gamma-above-one",
          "brisk:diverges-on-quadratic"})
        class Model {
          @Parameter double p = 0.5;

          @Loss
          double loss(double x) {
            return (p - x) * (p - x) / 2;
          }
        %s}
        """
            .formatted(annotations, methods));
  }
}
