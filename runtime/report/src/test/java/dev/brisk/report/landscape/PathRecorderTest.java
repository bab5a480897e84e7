package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.analysis.Descent;
import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.Trajectory;
import dev.brisk.report.DescentTrainer;
import dev.brisk.report.Factors;
import dev.brisk.report.SinglePrecisionTrainer;
import dev.brisk.runtime.Fit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PathRecorderTest {
  private static final Quadratic QUADRATIC = Quadratic.of(new double[][] {{3, 1}, {1, 2}}, 1, -1);

  private final DescentTrainer trainer = new DescentTrainer(QUADRATIC, 0.1, 4, 5);

  private static Fit steps(int count) {
    return Fit.steps(count).batchSize(1);
  }

  private static long[] steps(ParameterPath path) {
    return LongStream.range(0, path.size()).map(i -> path.step((int) i)).toArray();
  }

  @Test
  void keepsTheParametersOfEveryStep() {
    PathRecorder recorder = PathRecorder.on(trainer);
    trainer.fit(Factors.ones(4), steps(10).listener(recorder));

    Trajectory closed = QUADRATIC.descend(Descent.plain(), 0.1, 10, 4, 5);
    ParameterPath path = recorder.path();
    assertThat(steps(path)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    for (int t = 0; t <= 10; t++) {
      assertThat(path.point(t)).containsExactly(closed.point(t), within(1e-12));
    }
  }

  @Test
  void keepsThoseOfEverySoManySteps() {
    PathRecorder recorder = PathRecorder.on(trainer, 4, 100);
    trainer.fit(Factors.ones(4), steps(10).listener(recorder));

    assertThat(steps(recorder.path())).containsExactly(0, 4, 8, 10);
  }

  @Test
  void forgetsEverySecondPointWhereThereIsNoMoreRoom() {
    PathRecorder recorder = PathRecorder.on(trainer, 1, 4);
    trainer.fit(Factors.ones(4), steps(13).listener(recorder));

    assertThat(steps(recorder.path())).containsExactly(0, 4, 8, 12, 13);
  }

  @Test
  void hasRoomForNoMoreHoweverLongTheFitIs() {
    PathRecorder recorder = PathRecorder.on(trainer, 3, 7);
    trainer.fit(Factors.ones(4), steps(5_000).listener(recorder));

    assertThat(recorder.path().size()).isBetween(4, 8);
    assertThat(steps(recorder.path())).startsWith(0).endsWith(5_000);
  }

  @Test
  void goesOnWithTheNextFit() {
    PathRecorder recorder = PathRecorder.on(trainer, 2, 100);
    trainer.fit(Factors.ones(4), steps(3).listener(recorder));
    ParameterPath first = recorder.path();
    trainer.fit(Factors.ones(4), steps(3).listener(recorder));

    assertThat(steps(first)).containsExactly(0, 2, 3);
    assertThat(steps(recorder.path())).containsExactly(0, 2, 3, 4, 6);
  }

  @Test
  void keepsThoseOfSinglePrecision() {
    SinglePrecisionTrainer single = new SinglePrecisionTrainer(QUADRATIC, 0.1, 4, 5);
    PathRecorder recorder = PathRecorder.on(single);
    single.fit(Factors.ones(4), steps(10).listener(recorder));

    float[] last = new float[2];
    single.parameters(last);
    assertThat(recorder.path().point(10)).containsExactly(last[0], last[1]);
  }

  @Test
  void handsOutCopies() {
    PathRecorder recorder = PathRecorder.on(trainer);
    trainer.fit(Factors.ones(4), steps(1).listener(recorder));
    recorder.path().point(0)[0] = 17;

    assertThat(recorder.path().point(0)[0]).isEqualTo(4);
  }

  @Test
  void refusesNoRoom() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathRecorder.on(trainer, 0, 5))
        .withMessage("every is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PathRecorder.on(trainer, 1, 1))
        .withMessage("most is 1, expected at least 2");
  }
}
