package dev.brisk.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("javac")
class SensibleConfigurationsTest {
  private static final List<String> CONFIGURATIONS =
      List.of(
          "@Optimizer(Algorithm.SGD)",
          "@Optimizer(Algorithm.ADAM)",
          "@Optimizer(value = Algorithm.SGD, learningRate = 1, momentum = 0.9, nesterov = true)",
          "@Optimizer(value = Algorithm.SGD, momentum = 0, weightDecay = 5e-4)",
          "@Optimizer(value = Algorithm.ADAM, learningRate = 3e-4, beta1 = 0.9, beta2 = 0.95)",
          "@Optimizer(value = Algorithm.ADAM, weightDecay = 0, amsgrad = true)",
          "@Optimizer(value = Algorithm.ADAMW, learningRate = 0.1, weightDecay = 1)",
          "@Optimizer(value = Algorithm.ADAMW, learningRate = 1)",
          "@Optimizer(value = Algorithm.NADAM, weightDecay = 1e-4, momentumDecay = 0)",
          "@Optimizer(value = Algorithm.RADAM, weightDecay = 1e-4)",
          "@Optimizer(Algorithm.ADAMAX)",
          "@Optimizer(value = Algorithm.ADAGRAD, initialAccumulator = 0.1)",
          "@Optimizer(Algorithm.ADADELTA)",
          "@Optimizer(value = Algorithm.RMSPROP, alpha = 0, momentum = 0.9, centered = true)",
          "@Optimizer(Algorithm.RPROP)",
          "@Optimizer(Algorithm.RPROP) @Training(batchSize = 10)",
          "@Optimizer(Algorithm.RPROP) @Training(batchSize = 20, examples = 10)",
          "@Optimizer(value = Algorithm.LION, learningRate = 9e-4, weightDecay = 10)",
          "@Optimizer(Algorithm.LAMB) @Training(epochs = 3, examples = 10)",
          "@Optimizer(value = Algorithm.LARS, momentum = 0.9, weightDecay = 10, nesterov = true)",
          "@Optimizer(Algorithm.SGD) @Warmup(steps = 1_000_000_000_000L)",
          "@Optimizer(Algorithm.SGD) @Warmup(steps = 500) @Training(epochs = 3)",
          "@Optimizer(Algorithm.SGD) @Warmup(steps = 500) @Schedule(Decay.COSINE)",
          "@Optimizer(Algorithm.SGD) @Schedule(Decay.CONSTANT)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.STEP, stepSize = 30)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.COSINE, minLearningRate = 1e-5)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.CONSTANT, steps = 10)"
              + " @Schedule(value = Decay.STEP, steps = 20, stepSize = 5, gamma = 0.5)"
              + " @Schedule(Decay.COSINE)",
          "@Optimizer(Algorithm.SGD) @Warmup(steps = 4) @Schedule(Decay.COSINE)"
              + " @Training(epochs = 2, batchSize = 10, examples = 101)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.MULTI_STEP, milestones = {30, 60, 80},"
              + " interval = Interval.EPOCH) @Training(epochs = 90, batchSize = 256, examples = 1281167)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.MULTI_STEP, milestones = 60)",
          "@Optimizer(Algorithm.SGD) @Schedule(Decay.LINEAR)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.LINEAR, startFactor = 1, endFactor = 0)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.POLYNOMIAL, power = 0.9)"
              + " @Training(epochs = 2)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.COSINE_RESTARTS, period = 1,"
              + " periodMultiplier = 2, interval = Interval.EPOCH) @Training(epochs = 63)",
          "@Optimizer(value = Algorithm.SGD, learningRate = 0.01)"
              + " @Schedule(value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 4,"
              + " mode = CycleMode.EXP_RANGE, gamma = 0.99994)"
              + " @Training(epochs = 30, batchSize = 10, examples = 1000)",
          "@Optimizer(Algorithm.SGD) @Schedule(Decay.ONE_CYCLE)",
          "@Optimizer(Algorithm.SGD) @Schedule(Decay.ONE_CYCLE)"
              + " @Training(epochs = 3, batchSize = 10, examples = 1011)",
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.ONE_CYCLE, pctStart = 0.5,"
              + " threePhase = true, anneal = Anneal.LINEAR)",
          "@Optimizer(Algorithm.ADAM) @Warmup(steps = 4000) @Schedule(Decay.INVERSE_SQRT)",
          "@Optimizer(Algorithm.ADAM) @Schedule(value = Decay.INVERSE_SQRT, stepSize = 4000)",
          "@Optimizer(Algorithm.ADAM) @Schedule(value = Decay.INVERSE_TIME, stepSize = 50, gamma = 3,"
              + " interval = Interval.EPOCH) @Training(epochs = 20)",
          "@Optimizer(Algorithm.ADAM) @Warmup(steps = 40) @Schedule(Decay.PLATEAU)",
          "@Optimizer(Algorithm.ADAM) @Schedule(value = Decay.PLATEAU, patience = 0, threshold = 0,"
              + " thresholdMode = ThresholdMode.ABSOLUTE, cooldown = 2, minLearningRate = 1e-6)",
          "@Optimizer(Algorithm.ADAM) @Warmup(steps = 40, ramp = Ramp.COSINE)",
          // In every step, not in every epoch.
          "@Optimizer(Algorithm.SGD) @Schedule(value = Decay.STEP, stepSize = 2, gamma = 0.999)"
              + " @Training(epochs = 30, batchSize = 10, examples = 1000)",
          "@Optimizer(Algorithm.SGD) @GradientClipping(norm = 1e-3)",
          "@Optimizer(Algorithm.ADAM) @GradientClipping(value = 1e9) @WeightAveraging",
          "@Optimizer(Algorithm.SGD) @WeightAveraging(value = Averaging.SWA, start = 1_000_000L)",
          "@Optimizer(Algorithm.SGD) @WeightAveraging(decay = 0.999)"
              + " @Training(epochs = 2, batchSize = 10, examples = 101)",
          "@Optimizer(Algorithm.SGD) @BatchScaling(baseBatchSize = 1)",
          "@Optimizer(Algorithm.SGD) @BatchScaling(baseBatchSize = 100) @Training(batchSize = 799)",
          "@Optimizer(Algorithm.SGD) @BatchScaling(baseBatchSize = 1) @Warmup(steps = 10)"
              + " @Training(batchSize = 1024)",
          "@Optimizer(Algorithm.ADAM) @Training(batchSize = 1024)"
              + " @BatchScaling(baseBatchSize = 17, rule = ScalingRule.SQUARE_ROOT)",
          "@Optimizer(Algorithm.SGD) @Training(epochs = 2, batchSize = 10, examples = 100,"
              + " accumulate = 5)",
          "@Optimizer(Algorithm.SGD) @Training(epochs = 2, batchSize = 10, accumulate = 7)",
          "@Optimizer(Algorithm.SGD) @Training(epochs = 30, batchSize = 32, examples = 1438,"
              + " accumulate = 1)",
          "@Optimizer(value = Algorithm.SGD, learningRate = 0.1) @BatchScaling(baseBatchSize = 10)"
              + " @Training(batchSize = 20) @Schedule(value = Decay.COSINE, minLearningRate = 0.15)",
          "@Optimizer(Algorithm.SGD) @Training(epochs = 2147483647, batchSize = 1,"
              + " examples = 2147483647) @Warmup(steps = 2000) @Schedule(Decay.COSINE)");

  private static final Compilation COMPILATION = compiled();

  static Stream<Arguments> configurations() {
    return IntStream.range(0, CONFIGURATIONS.size())
        .mapToObj(n -> Arguments.of("Model" + n, CONFIGURATIONS.get(n)));
  }

  /** All at once. */
  private static Compilation compiled() {
    return Javac.compiler()
        .withProcessors(new BriskProcessor())
        .withOptions("-Xlint:all,-processing")
        .compile(
            configurations().map(Arguments::get).map(SensibleConfigurationsTest::source).toList());
  }

  private static JavaFileObject source(Object... configuration) {
    return JavaFileObjects.forSourceString(
        (String) configuration[0],
        """
        import dev.brisk.*;

        @Trainable
        %2$s
        class %1$s {
          @Parameter double weight;

          @Loss
          double loss(double x, double y) {
            double error = weight * x - y;
            return error * error;
          }
        }
        """
            .formatted(configuration));
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void getNoWord(String name, String annotations) {
    assertThat(COMPILATION.diagnostics())
        .as(annotations)
        .filteredOn(
            diagnostic ->
                diagnostic.getSource() == null
                    || diagnostic
                        .getSource()
                        .getName()
                        .matches("(.*/)?" + name + "(Trainer)?\\.java"))
        .isEmpty();
  }
}
