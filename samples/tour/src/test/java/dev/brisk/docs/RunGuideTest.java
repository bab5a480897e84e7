package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.progress.Progress;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunGuideTest extends PageFiles {
  @Test
  void aRunIsWatchedAndEndsWhenItBecomesNoBetter() {
    var training = Clouds.draw(300, 1);
    var heldOut = Clouds.draw(200, 2);
    var folder = Path.of("checkpoints");
    var trainer = new CloudsTrainer(new Clouds(), 1);

    TrainingReport report =
        trainer.fit(
            training,
            Fit.epochs(100) // or Fit.steps(20_000)
                .validation(heldOut)
                .earlyStopping(EarlyStopping.patience(5).maximize("accuracy"))
                .timeBudget(Duration.ofHours(2))
                .checkpoints(Checkpoints.in(folder).everySteps(500).keepLast(3).keepBest())
                .resumeFrom(folder)
                .stopOnShutdown(Duration.ofSeconds(30))
                .historyTo(Path.of("history.csv"))
                .listener(Progress.onTerminal()));
    report.end(); // COMPLETE, EARLY, TIME or INTERRUPTED
    report.restoredEpoch(); // the epoch whose weights the model now holds

    assertThat(report.end()).isEqualTo(End.EARLY);
    int best = report.restoredEpoch().orElseThrow();
    assertThat(report.epochs()).hasSize(best + 5);
    assertThat(trainer.accuracy(heldOut))
        .isEqualTo(report.epochs().get(best - 1).validationMetrics().get("accuracy"));
    assertThat(Path.of("history.csv")).content().contains("accuracy");
    assertThat(Files.exists(folder.resolve("best.safetensors"))).isTrue();
  }
}
