package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.GeneratedTrainer;
import dev.brisk.runtime.Serving;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weights of a generated trainer in other models: of other threads, and through a file. */
final class ServingTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
      @WeightAveraging(decay = 0.9)
      class Model {
        @Parameter(shape = {16, 3}, init = Init.HE) float[] w1;
        @Parameter(shape = 16) float[] b1;
        @Parameter(shape = {2, 16}, init = Init.HE) float[] w2;
        @Parameter(shape = 2) float[] b2;
        @Parameter float scale = 1;

        @Predict
        float[] logits(@Shape(3) float[] x) {
          return Ops.scale(Ops.affine(w2, b2, Ops.relu(Ops.affine(w1, b1, x))), scale);
        }

        @Loss
        float loss(@Shape(3) float[] x, int label) {
          return Losses.softmaxCrossEntropy(logits(x), label);
        }
      }
      """;

  private static final float[] ASKED = {0.5f, -1, 2};

  private final CompiledModel trained = Source.model(MODEL);
  private final Object examples = trained.examples(rows());
  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  private static List<Object[]> rows() {
    SplittableRandom random = new SplittableRandom(3);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      float[] x = new float[3];
      for (int k = 0; k < 3; k++) {
        x[k] = (float) random.nextDouble(-1, 1);
      }
      rows.add(new Object[] {x, x[0] > x[1] ? 1 : 0});
    }
    return rows;
  }

  private Serving<GeneratedTrainer<?>> serving;

  @BeforeEach
  void serve() {
    serving = Serving.of(generated(trained));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private static GeneratedTrainer<?> generated(CompiledModel model) {
    return (GeneratedTrainer<?>) model.trainer();
  }

  private static List<Float> asked(CompiledModel model) {
    List<Float> logits = new ArrayList<>();
    for (float logit : (float[]) model.predict("logits", (Object) ASKED)) {
      logits.add(logit);
    }
    return logits;
  }

  /** What readers in other threads predict is what the trainer predicted at that step. */
  @Test
  void readersPredictAsTheTrainerDidAtTheStepThatTheyHave() throws Exception {
    Map<Long, List<Float>> predicted = new ConcurrentHashMap<>();
    predicted.put(0L, asked(trained));
    List<Future<Map<Long, List<Float>>>> answers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CompiledModel own = trained.another(i + 5);
      Serving<GeneratedTrainer<?>>.Reader reader = serving.reader(generated(own));
      answers.add(threads.submit(answering(own, reader)));
    }

    for (int step = 1; step <= 400; step++) {
      trained.trainBatch(examples, step % 4 * 8, step % 4 * 8 + 8);
      predicted.put((long) step, asked(trained));
      serving.publish();
    }

    for (Future<Map<Long, List<Float>>> answer : answers) {
      assertThat(answer.get())
          .containsKey(400L)
          .satisfies(answered -> assertThat(predicted).containsAllEntriesOf(answered));
    }
  }

  private static Callable<Map<Long, List<Float>>> answering(
      CompiledModel own, Serving<GeneratedTrainer<?>>.Reader reader) {
    return () -> {
      Map<Long, List<Float>> answers = new ConcurrentHashMap<>();
      while (reader.step() < 400) {
        reader.refresh();
        answers.put(reader.step(), asked(own));
      }
      return answers;
    };
  }

  @Test
  void aListenerOfAFitPublishesTheAverageOfTheWeights() {
    CompiledModel own = trained.another(5);
    Serving<GeneratedTrainer<?>>.Reader reader = serving.reader(generated(own));
    List<List<Float>> averages = new ArrayList<>();

    trained.fit(
        examples,
        Fit.epochs(3)
            .batchSize(8)
            .onEpoch(
                epoch ->
                    trained
                        .trainer()
                        .withAveragedWeights(
                            () -> {
                              serving.publish();
                              averages.add(asked(trained));
                            })));

    assertThat(reader.refresh()).isTrue();
    assertThat(reader.step()).isEqualTo(12);
    assertThat(asked(own)).isEqualTo(averages.get(2)).isNotEqualTo(asked(trained));
  }

  @Test
  void aStepAllocatesNothingPublishedOrNot() {
    ThreadMXBean counters = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Serving<GeneratedTrainer<?>>.Reader reader = serving.reader(generated(trained.another(5)));
    long least = Long.MAX_VALUE;
    // Vectors are objects until the kernels are compiled, which may take long where others compute.
    for (int round = 0; round < 5_000 && least > 0; round++) {
      long before = counters.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 50; i++) {
        trained.trainBatch(examples, 0, 8);
        trained.trainBatch(examples, 8, 16);
        serving.publish();
        reader.refresh();
      }
      least = Math.min(least, counters.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
  }

  @Test
  void parametersGoThroughAFileAndLeaveTheOptimizer(@TempDir Path folder) {
    trained.fit(examples, Fit.epochs(1).batchSize(8));
    Path file = folder.resolve("parameters.safetensors");
    trained.trainer().saveParameters(file);
    CompiledModel own = trained.another(5);

    own.trainer().restoreParameters(file);

    assertThat(own.parameters()).isEqualTo(trained.parameters());
    assertThat(own.trainer().stepCount()).isZero();
    own.trainBatch(examples, 0, 8);
    trained.trainBatch(examples, 0, 8);
    assertThat(own.parameters()).as("Adam has other means").isNotEqualTo(trained.parameters());
  }
}
