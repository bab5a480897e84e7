package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;
import dev.brisk.processor.derive.Plain;
import dev.brisk.processor.derive.ResultArray;
import dev.brisk.processor.program.Program;
import java.util.Optional;

/**
 * How one example's prediction is computed.
 *
 * @param value the prediction; an array is taken last and filled
 * @param fixedLength of that array, if it is the same for every example
 * @param length of that array, if it is not
 */
public record Prediction(Routine value, Optional<Integer> fixedLength, Optional<Routine> length) {
  static Prediction of(Program program) {
    if (!program.result().type().isArray()) {
      return new Prediction(Plain.of(program), Optional.empty(), Optional.empty());
    }
    ResultArray array = ResultArray.of(program);
    return array.fixedLength().isPresent()
        ? new Prediction(array.filling(), array.fixedLength(), Optional.empty())
        : new Prediction(array.filling(), Optional.empty(), Optional.of(array.length()));
  }
}
