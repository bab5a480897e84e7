package dev.brisk.processor.trainer;

import dev.brisk.processor.oracle.CompiledModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.JavaFileObject;

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

  /** A model with each of the annotations, by these: compiled at once, for they are many. */
  static Map<String, CompiledModel> each(List<String> annotations) {
    JavaFileObject[] sources =
        IntStream.range(0, annotations.size())
            .mapToObj(n -> Source.of("Model" + n, text("Model" + n, annotations.get(n), "")))
            .toArray(JavaFileObject[]::new);
    ClassLoader classes = Source.compiled(sources);
    return IntStream.range(0, annotations.size())
        .boxed()
        .collect(
            Collectors.toMap(
                annotations::get, n -> CompiledModel.of(classes, "models.Model" + n, "loss")));
  }

  /** A model with the annotations, and further methods. */
  static CompiledModel of(String annotations, String methods) {
    return Source.model(text("Model", annotations, methods));
  }

  private static String text(String name, String annotations, String methods) {
    return """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.4)
        %s
        @SuppressWarnings({"brisk:rate-jumps", "brisk:schedule-ends-early",
          "brisk:schedule-cut-short", "brisk:warmup-long", "brisk:gamma-above-one",
          "brisk:diverges-on-quadratic"})
        class %s {
          @Parameter double p = 0.5;

          @Loss
          double loss(double x) {
            return (p - x) * (p - x) / 2;
          }
        %s}
        """
        .formatted(annotations, name, methods);
  }
}
