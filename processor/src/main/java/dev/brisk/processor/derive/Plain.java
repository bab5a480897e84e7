package dev.brisk.processor.derive;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Set;

/** A program as a routine that computes its result and nothing else. */
public final class Plain {
  private Plain() {}

  public static Routine of(Program program) {
    Set<Variable> own = Need.allocated(program.body());
    Set<Variable> needed = Need.of(program.body(), Set.of(program.result()), own);
    Versions versions = Versions.of(program.body());
    List<Code> body =
        new Sequencer(versions, needed, own, new Recordings(program.variables(), Set.of()))
            .code(program.body(), Set.of());
    return new Routine(
        program.parameters(),
        program.arguments(),
        program.sources(),
        List.of(),
        body,
        versions.holder(program.result()));
  }
}
