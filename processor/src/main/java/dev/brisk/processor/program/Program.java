package dev.brisk.processor.program;

import java.util.List;
import java.util.Map;

/**
 * What a method of the model computes for one example, with the model's helper methods in place of
 * their calls.
 *
 * @param name of the method
 * @param parameters the model's parameters, all of them, in the order of their fields
 * @param arguments in order
 * @param sources of the variables that have their values from elsewhere
 * @param result what the method returns: a scalar; of a prediction also an array that the body
 *     makes, in its outermost block
 * @param variables makes further variables of this program
 */
public record Program(
    String name,
    List<Variable> parameters,
    List<Variable> arguments,
    Map<Variable, Source> sources,
    Block body,
    Variable result,
    Variables variables) {}
