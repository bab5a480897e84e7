package dev.brisk.processor.optimizer;

import dev.brisk.processor.diagnostic.Figures;
import java.util.ArrayList;
import java.util.List;

/**
 * What an update does, as text of Java over one element {@code i} of a parameter.
 *
 * <p>A line may read and write {@code parameter[i]} and the state arrays, and read {@code
 * gradient[i]}, the step scalars, and constants in braces: {@code {1 - MOMENTUM}} is that value in
 * the model's precision. {@code T} stands for the model's element type and {@code sqrt(x)} for the
 * square root in it.
 *
 * @param summary for the trainer's documentation, {@code SGD, momentum 0.9}
 * @param constants of the trainer
 * @param powers tables of powers of constants
 * @param state arrays beside each parameter, zero at first
 * @param scalars computed once for each update
 * @param lines in order
 * @param isPlainDescent whether the update is {@code parameter -= rate * gradient} and nothing else
 */
public record Update(
    String summary,
    List<Constant> constants,
    List<PowerTable> powers,
    List<String> state,
    List<StepScalar> scalars,
    List<String> lines,
    boolean isPlainDescent) {

  /**
   * A hyper-parameter, {@code MOMENTUM}.
   *
   * @param attribute that it comes from
   */
  public record Constant(String name, double value, String attribute) {}

  /** The powers of a constant, which a step scalar reads as {@code BETA1_POWERS.at(t)}. */
  public record PowerTable(String name, String base) {}

  /**
   * A value of one update.
   *
   * @param expression over {@code rate}, the number {@code t} of the update counted from 1, the
   *     constants and their powers, in double precision
   */
  public record StepScalar(String name, String expression) {
    /** The learning rate itself. */
    public static final StepScalar RATE = new StepScalar("rate", "rate");
  }

  /** Collects the parts of an update. */
  static final class Builder {
    private final StringBuilder summary;
    private final List<Constant> constants = new ArrayList<>();
    private final List<PowerTable> powers = new ArrayList<>();
    private final List<String> state = new ArrayList<>();
    private final List<StepScalar> scalars = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    Builder(String algorithm) {
      summary = new StringBuilder(algorithm);
    }

    /** A constant, which the summary mentions in words. */
    Builder constant(String name, Settings settings, String attribute) {
      double value = settings.number(attribute);
      constants.add(new Constant(name, value, attribute));
      summary.append(", ").append(words(attribute)).append(' ').append(Figures.number(value));
      return this;
    }

    Builder mention(String words) {
      summary.append(", ").append(words);
      return this;
    }

    Builder powers(String name, String base) {
      powers.add(new PowerTable(name, base));
      return this;
    }

    Builder state(String name) {
      state.add(name);
      return this;
    }

    Builder scalar(String name, String expression) {
      scalars.add(new StepScalar(name, expression));
      return this;
    }

    Builder rate() {
      scalars.add(StepScalar.RATE);
      return this;
    }

    Builder line(String line) {
      lines.add(line);
      return this;
    }

    Update build() {
      return build(false);
    }

    Update build(boolean isPlainDescent) {
      return new Update(
          summary.toString(),
          List.copyOf(constants),
          List.copyOf(powers),
          List.copyOf(state),
          List.copyOf(scalars),
          List.copyOf(lines),
          isPlainDescent);
    }

    private static String words(String attribute) {
      StringBuilder words = new StringBuilder();
      for (char c : attribute.toCharArray()) {
        words.append(Character.isUpperCase(c) ? " " + Character.toLowerCase(c) : c);
      }
      return words.toString();
    }
  }
}
