package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * A field annotated with {@code @Parameter}.
 *
 * @param shape as written; empty for a scalar, and for an array that the model itself allocates
 * @param isSparse whether it is annotated with {@link dev.brisk.Sparse}
 * @param isFinal whether the field always holds the array that the model itself allocates
 * @param place the field
 */
public record ParameterSource(
    String name,
    Type type,
    List<Integer> shape,
    boolean isSparse,
    boolean isFinal,
    Declaration declaration,
    Place place) {}
