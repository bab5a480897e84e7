package dev.brisk.processor.optimizer;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.runtime.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an update does, as text of Java over one element {@code i} of a parameter.
 *
 * <p>A line may read and write {@code parameter[i]} and the state arrays, and read {@code
 * gradient[i]}, the step scalars, and constants in braces: {@code {1 - MOMENTUM}} is that value in
 * the model's precision. Where a schedule cycles the momentum, a step scalar stands for the
 * constant. {@code T} stands for the model's element type, and {@code sqrt(x)}, {@code abs(x)},
 * {@code sign(x)}, {@code max(x, y)} and {@code min(x, y)} for these functions in it.
 *
 * <p>{@code state[i] = keep(share, state[i]) + x;} is {@code share * state[i] + x} of a state that
 * would decay to a subnormal number where {@code x} stays 0, as of a weight whose input is always
 * 0. Subnormal numbers are many times slower, and Java cannot flush them. In single precision
 * something is added that keeps the state normal, 1e-30, or in {@code keepSquare} 1e-36; it is far
 * below what moves a weight. In double precision the formula stands as it is.
 *
 * @param summary for the trainer's documentation, {@code SGD, momentum 0.9}
 * @param constants of the trainer
 * @param cycled the constant that a schedule replaces at times; not among the others
 * @param tables that are computed once from constants
 * @param state arrays beside each parameter, zero at first
 * @param scalars computed once for each update
 * @param measure what is measured of the parameter before its update
 * @param lines in order
 * @param isPlainDescent whether the update is {@code parameter -= rate * gradient} and nothing else
 */
public record Update(
    String summary,
    List<Constant> constants,
    Optional<Constant> cycled,
    List<Table> tables,
    List<String> state,
    List<StepScalar> scalars,
    Optional<Measure> measure,
    List<String> lines,
    boolean isPlainDescent) {

  /**
   * A hyper-parameter, {@code MOMENTUM}.
   *
   * @param attribute that it comes from
   */
  public record Constant(String name, double value, String attribute) {}

  /**
   * A function of the number of the update, which a step scalar reads as {@code
   * BETA1_POWERS.at(t)}.
   *
   * @param type a class of the runtime, which a static method {@code of} makes
   * @param arguments of that method: constants
   */
  public record Table(String name, Class<?> type, String arguments) {}

  /**
   * A value of one update.
   *
   * @param expression over {@code rate}, the number {@code t} of the update counted from 1, the
   *     constants and their tables, and the scalars before it, in double precision; where a
   *     constant is cycled, {@code scheduledMomentum} gives its value at a step
   * @param isInBraces whether lines have it in braces, as a constant, and so in double precision
   */
  public record StepScalar(String name, String expression, boolean isInBraces) {
    /** The learning rate itself. */
    public static final StepScalar RATE = new StepScalar("rate", "rate", false);
  }

  /**
   * Norms over all elements of a parameter, which are found in a pass of its own before that of the
   * update's lines, and the factor that the lines read of them.
   *
   * @param lines of that pass
   * @param norms over its elements
   * @param factor over the norms and the constants, for each parameter
   */
  public record Measure(List<String> lines, List<Norm> norms, StepScalar factor) {}

  /**
   * A Euclidean norm.
   *
   * @param name a noun, {@code gradient}
   * @param element what it is the norm of, a name or an element of an array
   */
  public record Norm(String name, String element) {}

  /** Collects the parts of an update. */
  static final class Builder {
    private final Settings settings;
    private final StringBuilder summary;
    private final List<Constant> constants = new ArrayList<>();
    private Optional<Constant> cycled = Optional.empty();
    private final List<Table> tables = new ArrayList<>();
    private final List<String> state = new ArrayList<>();
    private final List<StepScalar> scalars = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private Optional<Measure> measure = Optional.empty();

    Builder(String algorithm, Settings settings) {
      this.settings = settings;
      this.summary = new StringBuilder(algorithm);
    }

    /**
     * The value of an attribute as a constant, {@code WEIGHT_DECAY}; the summary mentions it. What
     * is cycled becomes a step scalar, which the lines after it then read.
     */
    Builder constant(String attribute) {
      double value = settings.number(attribute);
      Constant constant = new Constant(constantName(attribute), value, attribute);
      if (settings.isCycled(attribute)) {
        cycled = Optional.of(constant);
        scalars.add(new StepScalar(current(attribute), "scheduledMomentum(stepCount())", true));
        return mention("cycled " + words(attribute));
      }
      constants.add(constant);
      summary.append(", ").append(words(attribute)).append(' ').append(Figures.number(value));
      return this;
    }

    Builder mention(String words) {
      summary.append(", ").append(words);
      return this;
    }

    Builder table(String name, Class<?> type, String arguments) {
      tables.add(new Table(name, type, arguments));
      return this;
    }

    Builder state(String name) {
      state.add(name);
      return this;
    }

    Builder scalar(String name, String expression) {
      scalars.add(new StepScalar(name, expression, false));
      return this;
    }

    /**
     * The attribute to the power of the number of the update, as an expression: of a table, unless
     * the attribute is cycled.
     */
    String power(String attribute) {
      if (settings.isCycled(attribute)) {
        return "Math.pow(" + current(attribute) + ", t)";
      }
      String constant = constantName(attribute);
      table(constant + "_POWERS", Powers.class, constant);
      return constant + "_POWERS.at(t)";
    }

    Builder rate() {
      scalars.add(StepScalar.RATE);
      return this;
    }

    /** Moves all lines so far into a pass of their own, after which norms are known. */
    Builder measure(String factor, String expression, Norm... norms) {
      measure =
          Optional.of(
              new Measure(
                  List.copyOf(lines), List.of(norms), new StepScalar(factor, expression, false)));
      lines.clear();
      return this;
    }

    Builder line(String line) {
      lines.add(
          cycled.map(from -> line.replace(from.name(), current(from.attribute()))).orElse(line));
      return this;
    }

    /** The gradient as {@code g}, with weight decay added to it where there is one (L2). */
    Builder decayedGradient() {
      if (!has("weightDecay")) {
        return line("T g = gradient[i];");
      }
      return constant("weightDecay").line("T g = gradient[i] + {WEIGHT_DECAY} * parameter[i];");
    }

    /** Moves the parameter down; decoupled weight decay, where there is one, shrinks it first. */
    Builder decayedDescent(String change) {
      if (!has("weightDecay")) {
        return line("parameter[i] -= " + change + ";");
      }
      return constant("weightDecay")
          .scalar("kept", "1 - rate * WEIGHT_DECAY")
          .line("parameter[i] = kept * parameter[i] - " + change + ";");
    }

    /** Whether the setting is not zero. */
    boolean has(String attribute) {
      return settings.number(attribute) != 0;
    }

    Update build() {
      return build(false);
    }

    Update build(boolean isPlainDescent) {
      return new Update(
          summary.toString(),
          List.copyOf(constants),
          cycled,
          List.copyOf(tables),
          List.copyOf(state),
          List.copyOf(scalars),
          measure,
          List.copyOf(lines),
          isPlainDescent);
    }

    private static String current(String attribute) {
      return "current"
          + attribute.substring(0, 1).toUpperCase(Locale.ROOT)
          + attribute.substring(1);
    }

    private static String constantName(String attribute) {
      return words(attribute).replace(' ', '_').toUpperCase(Locale.ROOT);
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
