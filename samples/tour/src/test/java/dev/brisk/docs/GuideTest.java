package dev.brisk.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.data.Split;
import dev.brisk.data.Standardisation;
import dev.brisk.diagnose.TrainingMonitor;
import dev.brisk.runtime.Checkpoints;
import dev.brisk.runtime.EarlyStopping;
import dev.brisk.runtime.End;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.Serving;
import dev.brisk.runtime.TrainingReport;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a first model to a service: what docs/guide.md shows, in its order. */
class GuideTest {
  private final DigitImages images = DigitImages.load();

  @TempDir private Path folder;

  private double[][] pixels;
  private int[] digits;
  private Split split;
  private Standardisation scale;
  private DigitNetTrainer.Examples training;
  private DigitNetTrainer.Examples validation;
  private DigitNetTrainer.Examples test;
  private DigitNet model;
  private DigitNetTrainer trainer;

  @BeforeEach
  void prepare() {
    pixels = images.pixels();
    digits = images.digits();

    split = Split.of(pixels.length).seed(7).stratifiedBy(digits).fractions(0.6, 0.2, 0.2);
    scale = Standardisation.fit(select(pixels, split.training())); // of the part to train on alone
    var examples = DigitNetTrainer.examples(scale.apply(pixels), digits);

    training = examples.select(split.training());
    validation = examples.select(split.validation());
    test = examples.select(split.test());

    model = new DigitNet();
    trainer = new DigitNetTrainer(model, 1);
  }

  @Test
  void lossIsAMethodThatRuns() {
    double[] image = scale.apply(pixels)[0];

    double untrained = model.loss(image, digits[0]);
    assertThat(untrained).isCloseTo(trainer.loss(one(0)), within(1e-12));
  }

  @Test
  void trainsAndTells() {
    TrainingReport report =
        trainer.fit(
            training,
            Fit.epochs(20).batchSize(32).validation(validation).monitor(new TrainingMonitor()));

    double accuracy = trainer.accuracy(test);
    assertThat(accuracy).isGreaterThan(0.95);
    assertThat(report.findings()).isEmpty();
  }

  @Test
  void finderConfirmsTheOrderOfTheRate() {
    FinderResult found = LearningRateFinder.on(trainer).run(training);

    System.out.print(found.plot());
    System.out.println(found);

    assertThat(found.suggestion().orElseThrow()).isBetween(0.002, 0.1);
  }

  @Test
  void goesOnWhereItWasInterrupted() {
    Fit run =
        Fit.epochs(40)
            .batchSize(32)
            .validation(validation)
            .earlyStopping(EarlyStopping.patience(5).maximize("accuracy"))
            .checkpoints(Checkpoints.in(folder).everySteps(200).keepLast(2).keepBest())
            .resumeFrom(folder)
            .stopOnShutdown(Duration.ofSeconds(30));
    TrainingReport report = trainer.fit(training, run);

    assertThat(report.end()).isEqualTo(End.EARLY);
    var again = new DigitNetTrainer(new DigitNet(), 1);
    assertThat(again.fit(training, run).epochs()).isEqualTo(report.epochs());
  }

  @Test
  void predictorNeedsTheFileAlone() throws IOException {
    trainer.fit(training, Fit.epochs(5).batchSize(32));
    Path file = folder.resolve("digits.safetensors");

    trainer.saveParameters(file);

    DigitNetPredictor predictor;
    try (var in = Files.newInputStream(file)) {
      predictor = DigitNetPredictor.load(in);
    }
    double[] logits = predictor.logits(scale.apply(pixels)[0]);

    assertThat(logits).containsExactly(model.logits(scale.apply(pixels)[0]), within(1e-12));
  }

  @Test
  void inputThatCannotBeIsRefused() {
    double[] tooShort = new double[63];

    assertThatThrownBy(() -> trainer.step(tooShort, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pixels");
    assertThat(trainer.stepCount()).isZero();
  }

  @Test
  void serviceLearnsWhileItAnswers() throws InterruptedException {
    trainer.fit(training, Fit.epochs(5).batchSize(32));
    double[] seen = scale.apply(pixels)[0];
    double[] answer = new double[10];

    var serving = Serving.of(trainer);
    var answering =
        new Thread(
            () -> {
              var copy = new DigitNetTrainer(new DigitNet());
              var reader = serving.reader(copy);
              reader.refresh(); // before each answer: the newest weights, all of one step
              copy.logits(seen, answer);
            });
    for (int event = 0; event < 100; event++) {
      trainer.step(scale.apply(pixels)[event], digits[event]);
    }
    serving.publish(); // every so many events
    answering.start();
    answering.join();

    assertThat(answer).containsExactly(model.logits(seen), within(1e-12));
  }

  private DigitNetTrainer.Examples one(int row) {
    return DigitNetTrainer.examples(scale.apply(pixels), digits).select(new int[] {row});
  }

  private static double[][] select(double[][] rows, int[] which) {
    return Arrays.stream(which).mapToObj(i -> rows[i]).toArray(double[][]::new);
  }
}
