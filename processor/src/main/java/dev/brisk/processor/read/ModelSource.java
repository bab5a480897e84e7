package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * A model class as the user declared it: what its annotations say, and the signatures of its
 * methods. Its shape is valid (a class that can be trained at all); its numbers are not yet
 * checked.
 *
 * @param place the class itself
 * @param isPublic whether the trainer is public, as the model and all classes around it are
 * @param seesGenerated whether {@code @Generated} may be written beside it, as its module reads
 *     {@code java.compiler}
 * @param precision the element type of all parameters
 * @param trainable {@link dev.brisk.Trainable} itself
 * @param schedules in the order in which they run; empty for a constant rate
 * @param parameters in the order of their fields
 * @param gradient the name of the method that computes it by hand, if there is one
 * @param metrics in source order
 * @param predictions in source order
 */
public record ModelSource(
    ModelName name,
    Place place,
    boolean isPublic,
    boolean seesGenerated,
    Scalar precision,
    Declaration trainable,
    Declaration optimizer,
    List<Declaration> schedules,
    Optional<Declaration> warmup,
    Optional<Declaration> training,
    Optional<Declaration> curvature,
    Optional<Declaration> clipping,
    Optional<Declaration> averaging,
    Optional<Declaration> scaling,
    Optional<Declaration> recovery,
    List<ParameterSource> parameters,
    MethodSource loss,
    Optional<String> gradient,
    List<MethodSource> metrics,
    List<MethodSource> predictions) {}
