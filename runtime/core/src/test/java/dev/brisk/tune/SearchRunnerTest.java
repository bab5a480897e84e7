package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.tune.Outcome.Status;
import dev.brisk.tune.Regression.Rows;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class SearchRunnerTest {
  private final Rows training = Regression.noisy(3, 60, 1);
  private final Rows validation = Regression.noisy(3, 40, 2);
  private final List<String> calls = new ArrayList<>();

  private static GridSearch<Rows> search() {
    return GridSearch.on(seed -> new Regression(3, seed));
  }

  /** Of a search whose own trainers are not to be made. */
  private static GridSearch<Rows> elsewhere() {
    return GridSearch.on(
        seed -> {
          throw new AssertionError("it is trained here");
        });
  }

  /** Sends every run away, trains it from the beginning, and sends back what came of it. */
  private List<RunProgress> anew(List<SearchRun> runs, int upTo) {
    calls.add(runs.size() + " to " + upTo);
    return runs.stream().map(run -> sent(train(sent(run), upTo))).toList();
  }

  private RunProgress train(SearchRun run, int upTo) {
    return run.train(upTo, seed -> new Regression(3, seed), training, validation);
  }

  @SuppressWarnings("unchecked") // A copy has the class of what is copied.
  private static <T extends Serializable> T sent(T object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
      return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theSameComesOutWhereverRunsAreTrained() {
    GridSearch<Rows> here = search().ratesBetween(1e-3, 1e3, 9).batchSizes(4, 16).epochs(9);
    GridSearch<Rows> there =
        elsewhere().ratesBetween(1e-3, 1e3, 9).batchSizes(4, 16).epochs(9).seeds(3, 1, 4);

    assertThat(there.run(this::anew)).isEqualTo(here.seeds(3, 1, 4).run(training, validation));
  }

  @Test
  void halvingAsksForTheRunsThatGoOnAlone() {
    GridSearch<Rows> here = search().ratesBetween(1e-3, 0.4, 9).epochs(9).seeds(0, 1).halving(3);
    GridSearch<Rows> there =
        elsewhere().ratesBetween(1e-3, 0.4, 9).epochs(9).seeds(0, 1).halving(3);

    assertThat(there.run(this::anew)).isEqualTo(here.run(training, validation));
    assertThat(calls).containsExactly("1 to 0", "18 to 1", "6 to 3", "2 to 9");
  }

  @Test
  void aRandomSearchIsTheSameToo() {
    RandomSearch<Rows> search =
        RandomSearch.<Rows>on(seed -> new Regression(3, seed))
            .ratesBetween(1e-3, 1)
            .candidates(6)
            .epochs(4)
            .halving(2);

    assertThat(search.run(this::anew)).isEqualTo(search.run(training, validation));
  }

  @Test
  void itEndsWhereNoRunIsLeft() {
    SearchResult result =
        elsewhere().rates(1e200, 1e201, 1e202, 1e203).epochs(4).halving(2).run(this::anew);

    assertThat(result.ranked()).extracting(Outcome::status).containsOnly(Status.DIVERGED);
    assertThat(calls).containsExactly("1 to 0", "4 to 1");
  }

  @Test
  void passesOnWhatARunnerThrows() {
    IllegalStateException broken = new IllegalStateException("no room");
    SearchRunner runner =
        (runs, upTo) -> {
          throw broken;
        };
    assertThatIllegalStateException()
        .isThrownBy(() -> search().rates(0.1).epochs(1).run(runner))
        .isSameAs(broken);
  }

  @Test
  void aRunThatCannotBeTrainedIsRefusedBeforeAnyOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> search().rates(0.1, 1).epochs(1).maximize("accuracy").run(this::anew))
        .withMessage("metric is accuracy, the model has [closeness]");
    assertThat(calls).containsExactly("1 to 0");
  }

  @Test
  void aRunThatIsInterruptedTellsNothing() {
    SearchRunner interrupted =
        (runs, upTo) -> {
          Thread.currentThread().interrupt();
          return anew(runs, upTo);
        };
    try {
      assertThatThrownBy(() -> search().rates(0.1).epochs(1).run(interrupted))
          .isInstanceOf(CancellationException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
