package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.brisk.samples.digits.DigitImages;
import dev.brisk.samples.fashion.FashionImages;
import dev.brisk.tune.FinderResult;
import dev.brisk.tune.LearningRateFinder;
import dev.brisk.tune.Refusal;
import dev.brisk.tune.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The finder on real images. In a normal build on few seeds, with {@code -Dbrisk.finder=full} as
 * docs/learning-rate-finder.md shows it.
 */
class LearningRateFinderOnDigitsTest {
  /** The rule of a finder that is not told which. */
  private static final Suggestion DEFAULT = Suggestion.STEEPEST;

  /** What a suggestion reaches of the best rate's accuracy. */
  private static final double REACHED = 0.98;

  private static final int EPOCHS = 5;

  @Test
  void theSuggestionTrainsAsWellAsTheBestRateOfAGrid() {
    for (RateCase<?> each : RateCase.ofDigits(DigitImages.load(), 2)) {
      RateRules rules = RateRules.of(each, EPOCHS, 2);

      assertThat(rules.mean(DEFAULT)).as(rules.row()).isGreaterThan(REACHED);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "brisk.finder", matches = "full")
  void itDoesSoOverTenSeedsBesideAFineGrid() {
    for (RateCase<?> each : RateCase.ofDigits(DigitImages.load(), 8)) {
      RateRules rules = RateRules.of(each, EPOCHS, 10);
      System.out.println(rules.row());

      assertThat(rules.mean(DEFAULT)).as(each.name()).isGreaterThan(REACHED);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "brisk.finder", matches = "full")
  void itDoesSoOnGarments() throws IOException {
    assumeTrue(Files.isDirectory(FashionImages.INSTALLED), "no Fashion-MNIST on this machine");
    FashionImages images = FashionImages.training(FashionImages.INSTALLED);
    for (RateCase<?> each : RateCase.ofGarments(images, 10_000, 4)) {
      RateRules rules = RateRules.of(each, 2, 10);
      System.out.println(rules.row());

      assertThat(rules.mean(DEFAULT)).as(each.name()).isGreaterThan(REACHED);
    }
  }

  @Test
  void takesTheRuleThatDoesSoByDefault() {
    FinderResult found = RateCase.ofDigits(DigitImages.load(), 1).get(2).found(0);

    assertThat(found.suggestion()).hasValue(found.suggestions().get(DEFAULT));
  }

  @Test
  void refusesLabelsThatAreNoise() {
    DigitImages images = DigitImages.load();
    int[] anyDigits = new Random(1).ints(images.size(), 0, 10).toArray();

    for (RateCase<?> each : RateCase.ofDigits(new DigitImages(images.pixels(), anyDigits), 1)) {
      for (long seed = 0; seed < 3; seed++) {
        assertRefused(each.found(seed), Refusal.NO_DESCENT);
      }
    }
  }

  @Test
  void refusesAModelThatIsTrained() {
    List<RateCase<?>> cases = RateCase.ofDigits(DigitImages.load(), 1);
    double[] rates = {0.5, 0.1, 0.01, 0.3, 0.05, 0.005};

    for (int i = 0; i < rates.length; i++) {
      assertThat(cases.get(i).foundAfter(40, rates[i], i).suggestion())
          .as(cases.get(i).name())
          .isEmpty();
    }
  }

  @Test
  void refusesALossThatDoesNotDependOnTheModel() {
    // Without ink there is nothing for the weights to weigh, and the digits are as many of each.
    double[][] blank = new double[20][64];
    int[] digits = new int[20];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = i % 10;
    }
    var trainer = new RateModels_LinearSgdTrainer(new RateModels.LinearSgd(), 1);
    FinderResult found =
        LearningRateFinder.on(trainer)
            .batchSize(20)
            .run(RateModels_LinearSgdTrainer.examples(blank, digits));

    assertRefused(found, Refusal.FLAT_CURVE);
  }

  private static void assertRefused(FinderResult found, Refusal refusal) {
    assertThat(found.refusal()).as(found.verdict()).contains(refusal);
    assertThat(found.suggestion()).isEmpty();
  }
}
