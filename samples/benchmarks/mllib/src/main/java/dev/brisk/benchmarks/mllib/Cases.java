package dev.brisk.benchmarks.mllib;

import static dev.brisk.benchmarks.mllib.Stage.local;
import static dev.brisk.benchmarks.mllib.Stage.passes;
import static dev.brisk.benchmarks.mllib.Stage.synchronous;
import static dev.brisk.benchmarks.mllib.Target.after;
import static dev.brisk.benchmarks.mllib.Target.ofDefaults;

import dev.brisk.samples.fashion.FashionImages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What is compared. Epochs, batches and rates were found by trying, which MLlib needs none of. */
enum Cases {
  /** Small and separable: there is no least loss. One core computes, the other one has nothing. */
  DIGITS("digits") {
    @Override
    Case<?, ?> load(Path images) {
      Data data = Data.digits();
      return new Case<>(
          title(),
          data,
          1,
          30,
          seed -> new DigitSoftmaxTrainer(new DigitSoftmax(), seed),
          DigitSoftmaxTrainer::examples,
          List.of(
              after(10, passes(1, data.size(), 0.2)),
              after(20, passes(3, data.size(), 0.2)),
              ofDefaults(passes(6, data.size(), 0.2))));
    }
  },

  /** Features that have nothing to do with each other: the easiest for every method. */
  INDEPENDENT("logistic, independent") {
    @Override
    Case<?, ?> load(Path images) {
      return logistic(
          title(),
          0,
          List.of(
              after(5, local(2, 256, 0.2), synchronous(5, ROWS, 9)),
              ofDefaults(local(2, 256, 0.2), synchronous(16, ROWS, 11))));
    }
  },

  /** Neighbours that have something to do with each other. */
  CORRELATED("logistic, correlated") {
    @Override
    Case<?, ?> load(Path images) {
      return logistic(
          title(),
          0.5,
          List.of(
              after(5, local(2, 32, 0.1)),
              ofDefaults(local(2, 32, 0.1), local(20, 1024, 0.3), synchronous(41, ROWS, 4.2))));
    }
  },

  /**
   * Neighbours that say nearly the same, so that the curvature differs by a factor of some
   * hundreds. What L-BFGS learns of it counts here: gradients come near to its last digits, but not
   * to them.
   */
  ILL_CONDITIONED("ill-conditioned") {
    @Override
    Case<?, ?> load(Path images) {
      return logistic(
          title(),
          0.9,
          List.of(
              after(10, local(2, 32, 0.1)),
              after(20, local(2, 32, 0.1), local(10, 512, 0.2)),
              ofDefaults(local(3, 32, 0.1), local(30, 512, 0.3))));
    }
  },

  /** Where the files are there. */
  GARMENTS("garments") {
    @Override
    boolean isThere(Path images) {
      return FashionImages.areIn(images);
    }

    @Override
    Case<?, ?> load(Path images) throws IOException {
      return new Case<>(
          title(),
          Data.garments(images),
          2,
          1,
          seed -> new GarmentSoftmaxTrainer(new GarmentSoftmax(), seed),
          GarmentSoftmaxTrainer::examples,
          List.of(after(10, local(1, 256, 0.003)), ofDefaults(local(25, 256, 0.005))));
    }
  };

  private static final int ROWS = 50_000;
  private static final long SEED = 1;

  private final String title;

  Cases(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean isThere(Path images) {
    return true;
  }

  abstract Case<?, ?> load(Path images) throws IOException;

  private static Case<?, ?> logistic(String title, double correlation, List<Target> targets) {
    return new Case<>(
        title,
        Data.logistic(ROWS, Logistic.FEATURES, correlation, SEED),
        2,
        1,
        seed -> new LogisticTrainer(new Logistic(), seed),
        LogisticTrainer::examples,
        targets);
  }
}
