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
          25,
          seed -> new DigitSoftmaxTrainer(new DigitSoftmax(), seed),
          DigitSoftmaxTrainer::examples,
          List.of(
              after(10, passes(1, data.size(), 0.1)),
              after(20, passes(4, data.size(), 0.1)),
              ofDefaults(passes(10, data.size(), 0.1))));
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
              after(5, synchronous(8, ROWS, 9)),
              ofDefaults(synchronous(16, ROWS, 9))));
    }
  },

  /** Neighbours that say nearly the same, as features of real data do. */
  CORRELATED("logistic, correlated") {
    @Override
    Case<?, ?> load(Path images) {
      return logistic(
          title(),
          0.9,
          List.of(
              after(10, local(2, 32, 0.1), local(2, 64, 0.05), local(2, 256, 0.1)),
              ofDefaults(
                  local(2, 32, 0.1),
                  local(2, 64, 0.05),
                  local(10, 1024, 0.3),
                  synchronous(20, ROWS, 0.8))));
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
          List.of(after(10, local(2, 64, 0.01)), ofDefaults(local(10, 64, 0.01))));
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
