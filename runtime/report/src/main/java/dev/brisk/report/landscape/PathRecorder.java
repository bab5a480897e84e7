package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;

import dev.brisk.report.landscape.ParameterPath.Point;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.FitListener;
import dev.brisk.runtime.FitProgress;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.TrainingReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the parameters of a model every so many updates of a fit, for a picture of the path that
 * training takes:
 *
 * <pre>{@code
 * var recorder = PathRecorder.on(trainer);
 * trainer.fit(examples, Fit.epochs(10).listener(recorder));
 * Landscapes.on(trainer, examples).directionsOf(recorder.path()).compute();
 * }</pre>
 *
 * <p>It has room for a number of points, however long the fit is: where they are used up it forgets
 * every second one, and from then on keeps one of twice as many updates. The first is kept always;
 * where a fit ends, the last is kept too. Each point takes 8 bytes for every parameter.
 */
public final class PathRecorder implements FitListener {
  private static final int POINTS = 100;

  private final TrainedModel<?> model;
  private final int most;
  private final List<Point> points = new ArrayList<>();
  private long every;

  private PathRecorder(TrainedModel<?> model, long every, int most) {
    require(every >= 1, "every", every, "at least 1");
    require(most >= 2, "most", most, "at least 2");
    this.model = model;
    this.every = every;
    this.most = most;
  }

  /** After each update at first, a hundred points at most. */
  public static PathRecorder on(DoubleTrainer<?> trainer) {
    return on(trainer, 1, POINTS);
  }

  /** After each update at first, a hundred points at most. */
  public static PathRecorder on(FloatTrainer<?> trainer) {
    return on(trainer, 1, POINTS);
  }

  /**
   * @param every so many updates, at first; at least 1
   * @param most points, apart from the last; at least 2
   * @throws IllegalArgumentException if there are fewer
   */
  public static PathRecorder on(DoubleTrainer<?> trainer, long every, int most) {
    return new PathRecorder(new TrainedModel.OfDoubles<>(trainer), every, most);
  }

  /**
   * @param every so many updates, at first; at least 1
   * @param most points, apart from the last; at least 2
   * @throws IllegalArgumentException if there are fewer
   */
  public static PathRecorder on(FloatTrainer<?> trainer, long every, int most) {
    return new PathRecorder(new TrainedModel.OfFloats<>(trainer), every, most);
  }

  /** The path so far. */
  public ParameterPath path() {
    return new ParameterPath(points);
  }

  @Override
  public void began(FitProgress progress) {
    addNew(progress.step());
  }

  @Override
  public void updated(FitProgress progress) {
    if (isDue(progress.step())) {
      if (points.size() >= most) {
        every *= 2;
        points.removeIf(point -> !isDue(point.step()));
      }
      if (isDue(progress.step())) {
        addNew(progress.step());
      }
    }
  }

  @Override
  public void ended(FitProgress progress, TrainingReport report) {
    addNew(progress.step());
  }

  private boolean isDue(long step) {
    return (step - points.get(0).step()) % every == 0;
  }

  /** Adds the parameters as they are, unless the last point is of the same step. */
  private void addNew(long step) {
    if (points.isEmpty() || points.get(points.size() - 1).step() != step) {
      points.add(new Point(step, model.parameters()));
    }
  }
}
