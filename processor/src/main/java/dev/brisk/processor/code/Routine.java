package dev.brisk.processor.code;

import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Map;

/**
 * The body of a generated method that computes something of one example.
 *
 * @param parameters those of the model, in the order of their fields
 * @param arguments the example
 * @param sources of the variables that have their values from elsewhere
 * @param extras further formal parameters: weights and sums of gradients
 * @param result what it returns
 */
public record Routine(
    List<Variable> parameters,
    List<Variable> arguments,
    Map<Variable, Source> sources,
    List<Variable> extras,
    List<Code> body,
    Variable result) {}
