package dev.brisk.diagnose;

import dev.brisk.runtime.GradientVisitor;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the last update was: the gradient, beside that of the update before, and what became of the
 * parameters. Takes a copy of both, so that it needs 16 bytes for each element; and one pass over
 * all before an update and one after it.
 */
final class UpdateFigures {
  private final Watched trainer;
  private final ParameterFigures[] parameters;

  /** The elements of all parameters before the update. */
  private final double[] before;

  /** The gradient of the update, until the next one's is seen. */
  private final double[] gradient;

  private final Before looksBefore = new Before();
  private final After looksAfter = new After();
  private double gradientSquares;
  private double previousSquares;
  private double product;
  private double clippedSquares;
  private double descent;

  UpdateFigures(Watched trainer) {
    this.trainer = trainer;
    Map<String, ParameterLayout> layouts =
        trainer.layout().stream()
            .collect(Collectors.toMap(ParameterLayout::name, Function.identity()));
    List<ParameterFigures> shown = new ArrayList<>();
    trainer.visitGradients(new Names(name -> shown.add(new ParameterFigures(layouts.get(name)))));
    parameters = shown.toArray(ParameterFigures[]::new);
    int elements = layouts.values().stream().mapToInt(ParameterLayout::end).max().orElse(0);
    before = new double[elements];
    gradient = new double[elements];
  }

  /** Looks at the gradient, and remembers the parameters. */
  void lookBefore() {
    gradientSquares = 0;
    previousSquares = 0;
    product = 0;
    looksBefore.next = 0;
    trainer.visitGradients(looksBefore);
    for (ParameterFigures parameter : parameters) {
      gradientSquares += parameter.gradientSquares;
    }
  }

  /** Looks at what became of the parameters. */
  void lookAfter() {
    clippedSquares = 0;
    descent = 0;
    looksAfter.next = 0;
    trainer.visitGradients(looksAfter);
    for (ParameterFigures parameter : parameters) {
      parameter.complete();
    }
  }

  ParameterFigures[] parameters() {
    return parameters;
  }

  /** The norm of the gradient of the mean loss. */
  double gradientNorm() {
    return Math.sqrt(gradientSquares);
  }

  /** The norm of the gradient after clipping. */
  double clippedNorm() {
    return Math.sqrt(clippedSquares);
  }

  /** The cosine of the gradient and that of the update before; NaN where there is none. */
  double cosine() {
    return product / Math.sqrt(gradientSquares) / Math.sqrt(previousSquares);
  }

  /** By how much the update should have changed the loss, were it linear: mostly negative. */
  double descent() {
    return descent;
  }

  /** The norm of the change over that of the weights, of all parameters; infinite from zero. */
  double ratio() {
    double changes = 0;
    double weights = 0;
    for (ParameterFigures parameter : parameters) {
      changes += parameter.changeSquares;
      weights += parameter.weightSquares;
    }
    return Math.sqrt(changes / weights);
  }

  private final class Before implements GradientVisitor {
    private int next;

    @Override
    public void parameter(String name) {
      parameters[next++].clear();
    }

    @Override
    public void part(double[] values, double[] derivatives, int from, int to, int at) {
      ParameterFigures parameter = parameters[next - 1];
      int offset = parameter.offset + at - from;
      double squares = 0;
      double weights = 0;
      double along = 0;
      double past = 0;
      for (int i = from; i < to; i++) {
        double derivative = derivatives[i];
        double previous = gradient[offset + i];
        squares += derivative * derivative;
        weights += values[i] * values[i];
        along += derivative * previous;
        past += previous * previous;
        before[offset + i] = values[i];
        gradient[offset + i] = derivative;
      }
      add(parameter, squares, weights, along, past);
    }

    @Override
    public void part(float[] values, float[] derivatives, int from, int to, int at) {
      ParameterFigures parameter = parameters[next - 1];
      int offset = parameter.offset + at - from;
      double squares = 0;
      double weights = 0;
      double along = 0;
      double past = 0;
      for (int i = from; i < to; i++) {
        double derivative = derivatives[i];
        double value = values[i];
        double previous = gradient[offset + i];
        squares += derivative * derivative;
        weights += value * value;
        along += derivative * previous;
        past += previous * previous;
        before[offset + i] = value;
        gradient[offset + i] = derivative;
      }
      add(parameter, squares, weights, along, past);
    }

    @Override
    public void number(double value, double derivative) {
      ParameterFigures parameter = parameters[next - 1];
      double previous = gradient[parameter.offset];
      before[parameter.offset] = value;
      gradient[parameter.offset] = derivative;
      add(
          parameter,
          derivative * derivative,
          value * value,
          derivative * previous,
          previous * previous);
    }

    private void add(
        ParameterFigures parameter, double squares, double weights, double along, double past) {
      parameter.gradientSquares += squares;
      parameter.weightSquares += weights;
      product += along;
      previousSquares += past;
    }
  }

  private final class After implements GradientVisitor {
    private int next;

    @Override
    public void parameter(String name) {
      next++;
    }

    @Override
    public void part(double[] values, double[] derivatives, int from, int to, int at) {
      ParameterFigures parameter = parameters[next - 1];
      int offset = parameter.offset + at - from;
      double changes = 0;
      double clipped = 0;
      double along = 0;
      int steep = 0;
      int unmoved = 0;
      for (int i = from; i < to; i++) {
        double derivative = gradient[offset + i];
        double change = values[i] - before[offset + i];
        changes += change * change;
        clipped += derivatives[i] * derivatives[i];
        along += derivative * change;
        int counted = derivative == 0 ? 0 : 1;
        steep += counted;
        unmoved += change == 0 ? counted : 0;
      }
      add(parameter, changes, clipped, along, steep, unmoved);
    }

    @Override
    public void part(float[] values, float[] derivatives, int from, int to, int at) {
      ParameterFigures parameter = parameters[next - 1];
      int offset = parameter.offset + at - from;
      double changes = 0;
      double clipped = 0;
      double along = 0;
      int steep = 0;
      int unmoved = 0;
      for (int i = from; i < to; i++) {
        double derivative = gradient[offset + i];
        double change = values[i] - before[offset + i];
        changes += change * change;
        clipped += (double) derivatives[i] * derivatives[i];
        along += derivative * change;
        int counted = derivative == 0 ? 0 : 1;
        steep += counted;
        unmoved += change == 0 ? counted : 0;
      }
      add(parameter, changes, clipped, along, steep, unmoved);
    }

    @Override
    public void number(double value, double derivative) {
      ParameterFigures parameter = parameters[next - 1];
      double own = gradient[parameter.offset];
      double change = value - before[parameter.offset];
      int steep = own == 0 ? 0 : 1;
      add(
          parameter,
          change * change,
          derivative * derivative,
          own * change,
          steep,
          change == 0 ? steep : 0);
    }

    private void add(
        ParameterFigures parameter,
        double changes,
        double clipped,
        double along,
        int steep,
        int unmoved) {
      parameter.changeSquares += changes;
      parameter.steep += steep;
      parameter.unmoved += unmoved;
      clippedSquares += clipped;
      descent += along;
    }
  }
}
