package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.tuple;

import dev.brisk.Restore;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.RecoveryPlan;
import dev.brisk.runtime.RunPlan;
import dev.brisk.tune.Outcome.Status;
import dev.brisk.tune.Regression.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridSearchTest {
  private static final double CURVATURE = 4;

  private final Rows quadratic = Regression.quadratic(CURVATURE, 10);
  private final Rows training = Regression.noisy(3, 60, 1);
  private final Rows validation = Regression.noisy(3, 40, 2);

  private static GridSearch<Rows> search() {
    return GridSearch.on(seed -> new Regression(3, seed));
  }

  private static GridSearch<Rows> onQuadratic() {
    return GridSearch.on(seed -> new Regression(1, seed));
  }

  /** After {@code t} updates the distance is {@code |1 - rate curvature|^t} times the first. */
  @Test
  void ranksRatesOfAQuadraticByHowFastTheyContract() {
    SearchResult result =
        onQuadratic()
            .rates(0.05, 0.15, 0.25, 0.375, 0.475)
            .epochs(3)
            .seeds(1, 2, 3)
            .run(quadratic, quadratic);

    assertThat(result.ranked())
        .extracting(Outcome::learningRate)
        .containsExactly(0.25, 0.15, 0.375, 0.05, 0.475);
    assertThat(result.best().learningRate()).isEqualTo(1 / CURVATURE);
    assertThat(result.best().median()).isZero();
  }

  @Test
  void theObjectiveOfASeedIsThatOfAFitWithIt() {
    Outcome best =
        search().rates(0.1).batchSizes(7).epochs(4).seeds(5, 6).run(training, validation).best();

    assertThat(best.values()).containsExactly(fitted(5), fitted(6));
    assertThat(best.median()).isEqualTo((fitted(5) + fitted(6)) / 2);
    assertThat(best.mean()).isEqualTo(best.median());
    assertThat(best.epochs()).isEqualTo(4);
  }

  private double fitted(long seed) {
    Regression trainer = new Regression(3, seed);
    trainer.baseLearningRate(0.1);
    trainer.fit(training, Fit.epochs(4).batchSize(7));
    return trainer.loss(validation);
  }

  @Test
  void whatDivergesIsRankedLastWithItsReason() {
    SearchResult result =
        onQuadratic().rates(2.5, 0.1, 30).batchSizes(1).epochs(60).run(quadratic, quadratic);

    assertThat(result.ranked())
        .extracting(Outcome::learningRate, Outcome::status)
        .containsExactly(
            tuple(0.1, Status.COMPLETE), tuple(2.5, Status.DIVERGED), tuple(30.0, Status.DIVERGED));
    Outcome last = result.ranked().get(2);
    assertThat(last.reason()).matches("seed 0: the loss of step \\d+ is Infinity");
    assertThat(last.median()).isNaN();
    assertThat(last.epochs()).isLessThan(60);
  }

  @Test
  void anObjectiveThatIsNotFiniteIsADivergence() {
    Rows far = new Rows(new double[][] {{1e200, 0, 0}}, new double[] {0});
    SearchResult result = search().rates(0.1).epochs(2).run(training, far);

    assertThat(result.ranked().get(0).reason())
        .isEqualTo("seed 0: the validation loss after epoch 1 is Infinity");
    assertThatIllegalStateException()
        .isThrownBy(result::best)
        .withMessage("Every candidate diverged. Try rates below 0.1.");
  }

  @Test
  void whatIsTakenBackGoesOnAtAnotherRateAndIsADivergence() {
    RecoveryPlan toOneTenth = new RecoveryPlan(Restore.EPOCH_START, 0.1, 3, 4);
    SearchResult result =
        GridSearch.<Rows>on(
                seed ->
                    new Regression(1, seed) {
                      @Override
                      protected RecoveryPlan recovery() {
                        return toOneTenth;
                      }
                    })
            .rates(0.001, 2.5)
            .epochs(4)
            .run(quadratic, quadratic);

    assertThat(result.best().learningRate()).isEqualTo(0.001);
    assertThat(result.ranked().get(1).status()).isEqualTo(Status.DIVERGED);
    assertThat(result.ranked().get(1).reason())
        .startsWith("seed 0: taken back after step 1, the loss of the epoch's update is ");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSameComesOutForEveryNumberOfThreads(int threads) {
    GridSearch<Rows> search =
        search().ratesBetween(1e-3, 1e3, 9).batchSizes(4, 16).epochs(9).seeds(3, 1, 4).halving(3);

    assertThat(search.threads(threads).run(training, validation))
        .isEqualTo(search.run(training, validation));
  }

  @Test
  void halvingKeepsWhatAFullSearchRanksFirstAndTrainsFewerEpochs() {
    GridSearch<Rows> search = onQuadratic().ratesBetween(1e-3, 0.4, 9).epochs(9).seeds(0, 1);
    SearchResult full = search.run(quadratic, quadratic);
    SearchResult halved = search.halving(3).run(quadratic, quadratic);

    assertThat(halved.best()).isEqualTo(full.best());
    assertThat(halved.ranked())
        .extracting(Outcome::epochs)
        .containsExactly(9, 3, 3, 1, 1, 1, 1, 1, 1);
    assertThat(halved.ranked())
        .extracting(Outcome::status)
        .containsOnlyOnce(Status.COMPLETE)
        .doesNotContain(Status.DIVERGED);
    assertThat(full.ranked()).extracting(Outcome::epochs).containsOnly(9);
  }

  @Test
  void whatDivergedDoesNotTakeThePlaceOfAnother() {
    SearchResult result =
        onQuadratic()
            .rates(0.1, 1e200, 1e201, 1e202)
            .epochs(4)
            .halving(2)
            .run(quadratic, quadratic);

    assertThat(result.best().learningRate()).isEqualTo(0.1);
    assertThat(result.best().epochs()).isEqualTo(4);
    assertThat(result.ranked().subList(1, 4))
        .extracting(Outcome::status)
        .containsOnly(Status.DIVERGED);
  }

  @Test
  void triesEveryRateWithEveryBatch() {
    SearchResult result =
        search().rates(0.1, 0.01).batchSizes(8, 4, 8).epochs(1).run(training, validation);

    assertThat(result.ranked())
        .extracting(Outcome::learningRate, Outcome::batchSize)
        .containsExactlyInAnyOrder(tuple(0.1, 8), tuple(0.1, 4), tuple(0.01, 8), tuple(0.01, 4));
  }

  @Test
  void takesFromTheDeclarationWhatIsNotSaid() {
    SearchResult result =
        GridSearch.on(seed -> new Regression(3, seed, new RunPlan(2, 5, 60)))
            .rates(0.1)
            .run(training, validation);

    assertThat(result.best().epochs()).isEqualTo(2);
    assertThat(result.best().batchSize()).isEqualTo(5);
    assertThat(result.best().annotations())
        .isEqualTo(
            "@Optimizer(value = SGD, learningRate = 0.1)\n"
                + "@Training(epochs = 2, batchSize = 5, examples = 60)");
  }

  @Test
  void whatIsSaidGoesBeforeTheDeclaration() {
    SearchResult result =
        GridSearch.on(seed -> new Regression(3, seed, new RunPlan(2, 5, 60)))
            .rates(0.1)
            .epochs(3)
            .batchSizes(6)
            .run(training, validation);

    assertThat(result.best().epochs()).isEqualTo(3);
    assertThat(result.best().batchSize()).isEqualTo(6);
  }

  @Test
  void ranksByAMetricInEitherDirection() {
    GridSearch<Rows> search = onQuadratic().rates(0.05, 0.25).epochs(2);

    SearchResult highest = search.maximize("closeness").run(quadratic, quadratic);
    assertThat(highest.best().learningRate()).isEqualTo(0.25);
    assertThat(highest.best().median()).isEqualTo(1);
    assertThat(highest.toString()).startsWith("validation closeness, higher is better; one seed\n");
    SearchResult lowest = search.minimize("closeness").run(quadratic, quadratic);
    assertThat(lowest.best().learningRate()).isEqualTo(0.05);
  }

  @Test
  void refusesWhatCannotBeTried() {
    GridSearch<Rows> search = search();
    refused(() -> search.rates(), "the number of rates is 0, expected at least 1");
    refused(() -> search.rates(0.1, 0), "a rate is 0.0, expected a finite value above 0");
    refused(() -> search.rates(Double.NaN), "a rate is NaN, expected a finite value above 0");
    refused(
        () -> search.ratesBetween(1, 1, 3), "high is 1.0, expected a finite value above low, 1.0");
    refused(() -> search.ratesBetween(1e-3, 1, 1), "count is 1, expected at least 2");
    refused(() -> search.batchSizes(), "the number of batch sizes is 0, expected at least 1");
    refused(() -> search.batchSizes(4, 0), "a batch size is 0, expected at least 1");
    refused(() -> search.epochs(0), "epochs is 0, expected at least 1");
    refused(() -> search.seeds(), "the number of seeds is 0, expected at least 1");
    refused(() -> search.seeds(1, 2, 1), "seeds are [1, 2, 1], expected none of them twice");
    refused(() -> search.halving(1), "eta is 1, expected at least 2");
    refused(() -> search.halving(2, 0), "firstEpochs is 0, expected at least 1");
    refused(() -> search.threads(0), "threads is 0, expected at least 1");
    refused(
        () -> search.rates(0.1).epochs(1).maximize("accuracy").run(training, validation),
        "metric is accuracy, the model has [closeness]");
    refused(
        () -> search.rates(0.1).run(training, validation),
        "Fit.asDeclared() needs a number of epochs. Declare @Training(epochs), or say"
            + " Fit.epochs(n)");
    assertThatIllegalStateException()
        .isThrownBy(() -> search.epochs(1).run(training, validation))
        .withMessage("say which rates to try: rates(...) or ratesBetween(...)");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void refusesTheSameTrainerTwiceAndNone() {
    Regression one = new Regression(3, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GridSearch.<Rows>on(seed -> one)
                    .rates(0.1)
                    .epochs(1)
                    .seeds(0, 7)
                    .run(training, validation))
        .withMessageStartingWith("the trainer of seed 7 is the one that was made before it.");
    assertThatNullPointerException()
        .isThrownBy(
            () -> GridSearch.<Rows>on(seed -> null).rates(0.1).epochs(1).run(training, validation))
        .withMessage("the trainer of seed 0 is null");
  }

  @Test
  void passesOnWhatAFactoryThrowsAndEndsItsThreads() {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    IllegalStateException broken = new IllegalStateException("no data");
    GridSearch<Rows> search =
        GridSearch.on(
            seed -> {
              threads.add(Thread.currentThread());
              if (seed == 2) {
                throw broken;
              }
              return new Regression(3, seed);
            });

    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                search
                    .rates(0.1)
                    .epochs(50)
                    .seeds(0, 1, 2, 3, 4, 5)
                    .threads(3)
                    .run(training, validation))
        .isSameAs(broken);
    assertThat(threads).filteredOn(t -> t != Thread.currentThread()).noneMatch(Thread::isAlive);
  }

  @Test
  void anInterruptEndsTheSearchAndItsThreads() throws InterruptedException {
    List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch begun = new CountDownLatch(3);
    GridSearch<Rows> endless =
        GridSearch.<Rows>on(
                seed -> {
                  threads.add(Thread.currentThread());
                  begun.countDown();
                  return new Regression(3, seed);
                })
            .rates(1e-9)
            .epochs(Integer.MAX_VALUE)
            .seeds(0, 1, 2)
            .threads(3);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicInteger interrupted = new AtomicInteger();
    Thread caller =
        new Thread(
            () -> {
              try {
                endless.run(training, validation);
              } catch (CancellationException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 0);
              }
            });
    caller.start();
    begun.await();
    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).hasMessage("interrupted; what was trained so far is given up");
    assertThat(interrupted).hasValue(1);
    assertThat(threads).hasSize(3).noneMatch(Thread::isAlive);
  }

  @Test
  void aSearchThatIsInterruptedBeforeItBeginsTrainsNothing() {
    Thread.currentThread().interrupt();
    try {
      assertThatExceptionOfType(CancellationException.class)
          .isThrownBy(() -> search().rates(0.1).epochs(1).run(training, validation));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
