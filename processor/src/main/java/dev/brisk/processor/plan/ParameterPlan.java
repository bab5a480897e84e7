package dev.brisk.processor.plan;

import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of the model.
 *
 * @param index among the parameters, which chooses its stream of random numbers
 * @param shape of an array, as it is declared
 * @param lengths of an array with a shape, one for each dimension of the Java array; empty for a
 *     scalar, and for an array that the model makes
 * @param isAllocated whether an array that is null gets one of that length
 * @param initialisation what a new value is drawn from; empty where a field's own value stays, and
 *     for zeros, which a new array holds anyway
 * @param treatment by updates
 */
public record ParameterPlan(
    String name,
    Type type,
    int index,
    List<Integer> shape,
    List<Integer> lengths,
    boolean isAllocated,
    Optional<Initialisation> initialisation,
    Treatment treatment) {

  public boolean isArray() {
    return type.isArray();
  }

  /** Whether it is an array of rows. */
  public boolean hasRows() {
    return type.rank() == 2;
  }

  /**
   * What is the parameter's own of its updates.
   *
   * @param rateFactor of the learning rate
   * @param decays whether weight decay reaches it
   * @param isFrozen whether it is not updated at all
   */
  public record Treatment(double rateFactor, boolean decays, boolean isFrozen) {}

  /**
   * A call of {@link dev.brisk.init.Initializers}.
   *
   * @param arguments after the values: numbers, and fans as whole numbers
   * @param isRandom whether a generator is the last argument
   */
  public record Initialisation(String method, List<Number> arguments, boolean isRandom) {}
}
