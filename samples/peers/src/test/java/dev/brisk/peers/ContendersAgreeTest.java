package dev.brisk.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compared learns, and learns the same: a training that does less would be no measure. */
class ContendersAgreeTest {
  private static final int EXAMPLES = 1_920;

  /**
   * In percent. Sums in another order and another place of Adam's epsilon make small differences,
   * which grow.
   */
  private static final double TOLERANCE = 5;

  /** They begin with other weights, or have another rule. */
  private static final Set<String> OTHERWISE = Set.of("Smile", "Tribuo");

  @TempDir static Path images;

  @BeforeAll
  static void makeUpImages() throws IOException {
    Images.synthetic(images, EXAMPLES, 500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"softmax", "perceptron-64", "online-adam-10", "convolution", "factorisation"})
  void lossFallsToTheSameValue(String name) throws IOException {
    Row row = Rows.named(name);
    double before = lossOfIgnorance(row.workload());
    double agreed = Double.NaN;
    for (Contender contender : learners(row)) {
      double loss = lossAfterAnEpoch(contender, row);
      assertThat(loss).as(contender.name()).isPositive().isLessThan(before);
      if (OTHERWISE.contains(contender.name())) {
        continue;
      }
      if (!Double.isNaN(agreed)) {
        assertThat(loss).as(contender.name()).isCloseTo(agreed, withinPercentage(TOLERANCE));
      }
      agreed = loss;
    }
  }

  private static List<Contender> learners(Row row) {
    return Contenders.all().stream()
        .filter(contender -> contender.runs(row) && !(contender instanceof OpenBlasLimit))
        .toList();
  }

  /** Of a model that says zero to everything. */
  private static double lossOfIgnorance(Workload workload) throws IOException {
    Data data = workload.data(images, EXAMPLES);
    int outputs = workload instanceof Workload.Network each && each.classifies() ? 10 : 1;
    return workload.quality(new Ignorant(outputs), data).loss();
  }

  private record Ignorant(int outputs) implements Learner {
    @Override
    public void epoch() {}

    @Override
    public float[][] outputs(float[][] inputs) {
      return new float[inputs.length][outputs];
    }
  }

  private static double lossAfterAnEpoch(Contender contender, Row row) throws IOException {
    Run run = new Run(contender.name(), row.name(), 1, EXAMPLES, 0, images);
    return ChildProcess.outcome(contender, run).orElseThrow().quality().loss();
  }
}
