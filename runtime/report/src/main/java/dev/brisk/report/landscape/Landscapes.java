package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Shuffle;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The mean loss of some examples around the parameters that a model has when this is made: along a
 * line, or over a plane.
 *
 * <pre>{@code
 * Landscape landscape = Landscapes.on(trainer, examples)
 *     .randomDirections(1)
 *     .size(25)
 *     .compute();
 * }</pre>
 *
 * <p>Nothing is trained. For each loss the parameters are moved, and brought back to the last bit,
 * whatever is thrown. {@code dropout} drops nothing. Immutable.
 *
 * @param <E> the examples that the model's loss takes
 */
public final class Landscapes<E extends Examples<E>> {
  private final TrainedModel<E> model;
  private final E examples;
  private final double[] parameters;
  private final List<ParameterLayout> moved;

  private Landscapes(
      TrainedModel<E> model, E examples, double[] parameters, List<ParameterLayout> moved) {
    this.model = model;
    this.examples = examples;
    this.parameters = parameters;
    this.moved = moved;
  }

  /** Around the parameters as they are, of a model in double precision. */
  public static <E extends Examples<E>> Landscapes<E> on(DoubleTrainer<E> trainer, E examples) {
    return on(new TrainedModel.OfDoubles<>(trainer), examples);
  }

  /** Around the parameters as they are, of a model in single precision. */
  public static <E extends Examples<E>> Landscapes<E> on(FloatTrainer<E> trainer, E examples) {
    return on(new TrainedModel.OfFloats<>(trainer), examples);
  }

  private static <E extends Examples<E>> Landscapes<E> on(TrainedModel<E> model, E examples) {
    return new Landscapes<>(model, examples, model.parameters(), model.layout());
  }

  /**
   * Looks at some of the examples alone, drawn at random: some hundreds often tell as much as all.
   *
   * @param count at least 1; all where there are not as many
   * @throws IllegalArgumentException if it is below 1
   */
  public Landscapes<E> sample(int count, long seed) {
    require(count >= 1, "count", count, "at least 1");
    int[] order = Shuffle.order(examples.size(), seed, 0);
    int[] drawn = Arrays.copyOf(order, Math.min(count, order.length));
    Arrays.sort(drawn);
    return new Landscapes<>(model, examples.select(drawn), parameters, moved);
  }

  /**
   * Random directions move these parameters alone, by the names of their fields: those that are
   * trained, where others are frozen, or those without biases. Without it, all.
   *
   * @throws IllegalArgumentException if the model has no parameter of such a name
   */
  public Landscapes<E> only(String... names) {
    List<ParameterLayout> chosen = Arrays.stream(names).map(this::layout).toList();
    return new Landscapes<>(model, examples, parameters, chosen);
  }

  private ParameterLayout layout(String name) {
    List<String> known = model.layout().stream().map(ParameterLayout::name).toList();
    require(known.contains(name), "a parameter", name, "one of " + known);
    return model.layout().get(known.indexOf(name));
  }

  /**
   * The line on which one number of a parameter changes.
   *
   * @param name of the field
   * @param index of the number in the parameter, row-major
   * @throws IllegalArgumentException if the model has no parameter of such a name
   * @throws IndexOutOfBoundsException if it has fewer numbers
   */
  public Slice parameter(String name, int index) {
    return along(single(name, index));
  }

  /** The line in a random direction, normalised as in {@link #randomDirections}. */
  public Slice randomDirection(long seed) {
    return along(random("random direction", new Random(mixed(seed))));
  }

  /**
   * The line in a direction of one's own.
   *
   * @param name of the axis
   * @param direction of all parameters, in the order of the trainer's layout; one unit of the axis
   * @throws IllegalArgumentException if it has another length, or is 0 or not finite
   */
  public Slice direction(String name, double... direction) {
    int size = parameters.length;
    require(direction.length == size, "the length of direction", direction.length, "" + size);
    double length = Vectors.length(direction);
    require(
        length > 0 && Double.isFinite(length), "the size of direction", length, "finite, above 0");
    return along(new Direction(name, 0, direction.clone()));
  }

  private Slice along(Direction direction) {
    double[] vector = direction.vector();
    double square = Vectors.dot(vector, vector);
    return new Slice(
        direction.name(),
        direction.start(),
        place -> model.loss(examples, at(direction, place)),
        place -> model.derivative(examples, at(direction, place), vector) / square);
  }

  private double[] at(Direction direction, double place) {
    return Vectors.plus(parameters, place - direction.start(), direction.vector());
  }

  /**
   * The plane on which two numbers of parameters change.
   *
   * @param x the name of the field of the first, which goes to the right
   * @param indexX of the first in its parameter, row-major
   * @param y the name of the field of the second
   * @param indexY of the second, likewise
   * @throws IllegalArgumentException if the model has no parameter of such a name, or both are the
   *     same number
   * @throws IndexOutOfBoundsException if it has fewer numbers
   */
  public Plane parameters(String x, int indexX, String y, int indexY) {
    Direction first = single(x, indexX);
    Direction second = single(y, indexY);
    return over("Loss over " + first.name() + " and " + second.name(), first, second);
  }

  /**
   * The plane of two random directions, normalised by filters, so that it has the same scale for
   * every network that computes the same: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the
   * Loss Landscape of Neural Nets", 2018, section 4. A filter is a row of a matrix, or what else
   * belongs to one index of the outermost dimension; a parameter of one dimension is one filter.
   * Each filter of a direction has the length of that of the parameters, so that one unit of an
   * axis is as far as the parameters are from 0.
   *
   * <p>The more parameters there are the closer the directions are to a right angle. They see
   * little of the path of a training, which goes in few directions of its own; see {@link
   * #directionsOf}.
   *
   * @param seed the same gives the same directions
   * @throws IllegalArgumentException if all parameters are 0, or there is only one
   */
  public Plane randomDirections(long seed) {
    Random random = new Random(mixed(seed));
    return over(
        "Loss in two random directions",
        random("first random direction", random),
        random("second random direction", random));
  }

  /** Seeds that lie close to each other give directions that have nothing in common. */
  private static long mixed(long seed) {
    return new SplittableRandom(seed).nextLong();
  }

  /**
   * The plane in which most of the path of a training lies, with that path: its directions are the
   * first two principal components of what the parameters of the path are apart from those as they
   * are now; section 7 of the same paper. One unit of an axis has the length 1.
   *
   * @throws IllegalArgumentException if the path has another number of parameters, is not finite,
   *     or has no two directions
   */
  public Plane directionsOf(ParameterPath path) {
    Direction[] directions = PrincipalDirections.of(parameters, path);
    return over("Loss over the plane of the path", directions[0], directions[1])
        .closely()
        .path(path);
  }

  private Direction single(String name, int index) {
    ParameterLayout parameter = layout(name);
    if (index < 0 || index >= parameter.size()) {
      throw new IndexOutOfBoundsException(
          "index is " + index + ", expected one of " + parameter.size() + " in " + name);
    }
    int place = parameter.offset() + index;
    String text = parameter.shape().isEmpty() ? name : name + "[" + index + "]";
    return new Direction(text, parameters[place], Basis.unit(parameters.length, place));
  }

  private Direction random(String name, Random random) {
    double[] direction = Filters.random(random, parameters, moved);
    require(
        Vectors.length(direction) > 0,
        "the length of the parameters",
        0,
        "more, as random directions are as long as they are");
    return new Direction(name, 0, direction);
  }

  private Plane over(String title, Direction x, Direction y) {
    return new Plane(title, new Basis(parameters, x, y), point -> model.loss(examples, point));
  }
}
