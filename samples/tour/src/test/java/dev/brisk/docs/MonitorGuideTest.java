package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MonitorGuideTest {
  private final CloudsTrainer.Examples training = Clouds.draw(1000, 1);
  private final Clouds model = new Clouds();
  private final CloudsTrainer trainer = new CloudsTrainer(model, 1);

  @Test
  void aMonitorFindsWhatIsWrong() {
    trainer.baseLearningRate(1e-7);

    TrainingReport report = trainer.fit(training, Fit.epochs(10).monitor(new TrainingMonitor()));
    System.out.println(report); // the epochs, and then what was found: report.findings()

    assertThat(report.findings()).extracting(Finding::id).contains("too-slow");
    assertThat(report.toString()).contains("brisk[too-slow]: step ");
  }

  @Test
  void aMonitorFindsNothingWhereNothingIsAndChangesNothing() {
    var other = new Clouds();

    TrainingReport report = trainer.fit(training, Fit.epochs(10).monitor(new TrainingMonitor()));
    new CloudsTrainer(other, 1).fit(training, Fit.epochs(10));

    assertThat(report.findings()).isEmpty();
    assertThat(model.weights).isEqualTo(other.weights);
  }

  @Test
  void aFitHelpsItself() {
    Random random = new Random(1);
    double[][] points = new double[400][2];
    double[] heights = new double[400];
    for (int i = 0; i < 400; i++) {
      points[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
      heights[i] = points[i][0] * points[i][1];
    }
    var leaping = new LeapingTrainer(new Leaping(), 1);

    TrainingReport report =
        leaping.fit(LeapingTrainer.examples(points, heights), Fit.epochs(5).batchSize(8));

    assertThat(report.toString()).contains(" cut to 0.100000");
    assertThat(leaping.learningRate()).isLessThan(0.11);
  }
}
