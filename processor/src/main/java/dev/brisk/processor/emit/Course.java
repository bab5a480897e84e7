package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.Rise;
import java.util.List;
import java.util.Optional;

/** A value that changes over the phases of a run: the rate, or a momentum that is cycled. */
interface Course {
  /** The value in the warm-up, over {@code t}. */
  CodeBlock during(Rise rise);

  /** What computes the value in a phase, if it changes there. */
  Optional<Curve.Computed> computed(Curve phase);

  /** The arguments of that computation before the step. */
  List<CodeBlock> firstArguments();

  /** The value in a phase without a computation. */
  CodeBlock unchanged(Curve phase);
}
