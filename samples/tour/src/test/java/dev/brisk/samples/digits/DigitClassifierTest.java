package dev.brisk.samples.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.runtime.Fit;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What the documentation begins with. */
class DigitClassifierTest {
  @Test
  void isTrainedByItsTrainer() {
    DigitImages images = DigitImages.load();
    double[][] pixels = Arrays.copyOfRange(images.pixels(), 0, 1438);
    int[] digits = Arrays.copyOfRange(images.digits(), 0, 1438);
    double[][] heldOutPixels = Arrays.copyOfRange(images.pixels(), 1438, images.size());
    int[] heldOutDigits = Arrays.copyOfRange(images.digits(), 1438, images.size());

    var model = new DigitClassifier();
    var trainer = new DigitClassifierTrainer(model, 3); // a seed; allocates the parameters

    // One array for each argument of the loss: double[][] and int[].
    var training = DigitClassifierTrainer.examples(pixels, digits);
    var heldOut = DigitClassifierTrainer.examples(heldOutPixels, heldOutDigits);

    var report = trainer.fit(training, Fit.asDeclared().validation(heldOut).printTo(System.out));
    double accuracy = trainer.accuracy(heldOut);
    int[] guesses = trainer.classify(heldOut);
    int guess = model.classify(heldOutPixels[0]); // what was learnt is in the model's own fields

    assertThat(report.steps()).isEqualTo(1350);
    assertThat(accuracy).isBetween(0.9, 1.0);
    assertThat(guesses).hasSize(heldOut.size());
    assertThat(guess).isEqualTo(guesses[0]);
  }
}
