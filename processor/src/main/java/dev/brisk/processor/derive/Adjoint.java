package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.element;
import static dev.brisk.processor.derive.Algebra.read;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way back through a program: its statements in reverse order, each handing the derivative of
 * the result by what it defines to what it was computed from.
 *
 * <p>The way back through a loop or a branch computes the values of that one iteration or branch
 * again, as far as they are needed. What an iteration takes over from the one before cannot be
 * computed again; it was recorded on the way there. So a value is kept only where a loop carries it
 * and its derivative is not that of a mere sum.
 */
final class Adjoint {
  private final Activity activity;
  private final Sums sums;
  private final Overwrites overwrites;
  private final Versions versions;
  private final Recordings recordings;
  private final Slopes slopes;
  private final Contributions contributions;
  private final Variables variables;

  private final Map<Block, Again> again;
  private final boolean isAgainKnown;

  /**
   * What the block of a loop or branch computes again on the way back.
   *
   * @param read the variables that the way back through the block reads
   * @param needed those, and what they are computed from
   * @param own the arrays that it fills again
   * @param rewinds whether overwritten elements are put back first, as they were at its start
   */
  record Again(Set<Variable> read, Set<Variable> needed, Set<Variable> own, boolean rewinds) {}

  /**
   * @param again what a first look found with every version apart; the code of a routine in which
   *     versions share variables does not tell them apart any more
   */
  Adjoint(
      Activity activity,
      Sums sums,
      Overwrites overwrites,
      Versions versions,
      Slopes slopes,
      Contributions contributions,
      Recordings recordings,
      Variables variables,
      Optional<Map<Block, Again>> again) {
    this.activity = activity;
    this.sums = sums;
    this.overwrites = overwrites;
    this.versions = versions;
    this.recordings = recordings;
    this.slopes = slopes;
    this.contributions = contributions;
    this.variables = variables;
    this.again = again.orElseGet(IdentityHashMap::new);
    this.isAgainKnown = again.isPresent();
  }

  Recordings recordings() {
    return recordings;
  }

  /** What each block of a loop or branch computes again. */
  Map<Block, Again> again() {
    return again;
  }

  /**
   * The way back through a block.
   *
   * @param beginning what the block's end is given: derivatives by its last values
   */
  List<Code> back(Block block, List<Code> beginning) {
    List<Code> code = new ArrayList<>();
    for (Statement statement : block.statements()) {
      begin(statement, code);
    }
    code.addAll(beginning);
    List<Statement> statements = block.statements();
    for (int i = statements.size() - 1; i >= 0; i--) {
      back(statements.get(i), code);
    }
    return Tidy.copies(Tidy.declarations(code));
  }

  /** Brings the slopes of what the statement defines into being, as zeros. */
  private void begin(Statement statement, List<Code> code) {
    if (statement instanceof Statement.Define define) {
      begin(define.variable(), code);
    } else if (statement instanceof Statement.Allocate allocate) {
      if (activity.isActive(allocate.array()) && slopes.begin(allocate.array())) {
        code.add(new Code.Allocate(slopes.of(allocate.array()), held(allocate.lengths()), true));
      }
    } else if (statement instanceof Statement.Loop loop) {
      loop.carries().forEach(carry -> begin(carry.variable(), code));
    } else if (statement instanceof Statement.Branch branch) {
      branch.merges().forEach(merge -> begin(merge.variable(), code));
    }
  }

  private void begin(Variable variable, List<Code> code) {
    if (activity.isActive(variable) && slopes.begin(variable)) {
      Variable slope = slopes.of(variable);
      code.add(new Code.Declare(slope, Optional.of(Algebra.number(0, slope.type()))));
    }
  }

  private void back(Statement statement, List<Code> code) {
    if (statement instanceof Statement.Define define) {
      if (activity.isActive(define.variable())) {
        Expr value = sums.summand(define).orElse(define.value());
        contributions.add(define.variable(), value, read(slopes.of(define.variable())), code);
      }
    } else if (statement instanceof Statement.Fill fill) {
      if (activity.isActive(fill.array())) {
        contributions.add(fill.array(), fill.value(), code);
      }
    } else if (statement instanceof Statement.Store store) {
      if (recordings.isKept(store)) {
        code.add(new Code.Undo());
      }
      if (activity.isActive(store.array())) {
        store(store, code);
      }
    } else if (statement instanceof Statement.Loop loop) {
      loop(loop, code);
    } else if (statement instanceof Statement.Branch branch) {
      branch(branch, code);
    }
  }

  private void store(Statement.Store store, List<Code> code) {
    Variable slope = slopes.of(store.array());
    List<Expr> indices = held(store.indices());
    Expr atIndex = element(slope, indices);
    if (store.accumulates() || overwrites.isWrittenOnce(store.array())) {
      contributions.add(store.value(), atIndex, code);
      return;
    }
    // The element had another value before, which the result does not depend on through this one.
    Variable taken = slopes.temporary("d" + Sequencer.capitalized(store.array().name()), atIndex);
    code.add(new Code.Declare(taken, Optional.of(atIndex)));
    code.add(new Code.Put(slope, indices, Algebra.number(0, taken.type())));
    contributions.add(store.value(), read(taken), code);
  }

  private void loop(Statement.Loop loop, List<Code> code) {
    List<Statement.Carry> handed =
        loop.carries().stream()
            .filter(
                carry ->
                    activity.isActive(carry.variable())
                        && !sums.isOne(carry.variable(), carry.next()))
            .toList();
    List<Code> body = back(loop.body(), handBack(handed));
    if (!body.isEmpty()) {
      Again again = again(loop.body(), body);
      List<Code> iteration = rewound(loop.body(), again);
      Set<Variable> restored = new HashSet<>();
      for (Statement.Carry carry : loop.carries()) {
        if (again.needed().contains(carry.variable())) {
          Recordings.Recording recording = recordings.add(loop, carry);
          Variable holder = versions.holder(carry.variable());
          Expr before = element(recording.buffer(), List.of(held(recordings.round(loop))));
          iteration.add(new Code.Assign(holder, before));
          restored.add(holder);
        }
      }
      iteration.addAll(run(loop.body(), again, restored));
      iteration.addAll(body);
      code.add(isOrdered(loop, handed) ? reversed(loop, iteration) : forward(loop, iteration));
    }
    for (Statement.Carry carry : loop.carries()) {
      boolean handsOut =
          activity.isActive(carry.variable())
              && activity.isActive(carry.initial())
              && !sums.isOne(carry.variable(), carry.initial());
      if (handsOut) {
        contributions.add(read(carry.initial()), read(slopes.of(carry.variable())), code);
      }
    }
  }

  /** The start of an iteration back: what is carried came from the iteration's last values. */
  private List<Code> handBack(List<Statement.Carry> carries) {
    List<Code> code = new ArrayList<>();
    List<Variable> taken = new ArrayList<>();
    for (Statement.Carry carry : carries) {
      Variable slope = slopes.of(carry.variable());
      Variable copy = variables.local(slope.name(), slope.type());
      code.add(new Code.Declare(copy, Optional.of(read(slope))));
      code.add(new Code.Assign(slope, Algebra.number(0, slope.type())));
      taken.add(copy);
    }
    for (int i = 0; i < carries.size(); i++) {
      if (activity.isActive(carries.get(i).next())) {
        contributions.add(read(carries.get(i).next()), read(taken.get(i)), code);
      }
    }
    return code;
  }

  private Again again(Block block, List<Code> back) {
    if (isAgainKnown) {
      return again.get(block);
    }
    Set<Variable> read = Reads.free(back);
    read.addAll(recordings.carriedIn(block));
    Set<Variable> own = Need.allocated(block);
    boolean runsAgain =
        recordings.hasMarksIn(block) || !Collections.disjoint(read, Need.defined(block));
    Set<Variable> rewound = runsAgain ? recordings.restoredIn(block) : Set.of();
    // Back at the start of the block they must come to its end again.
    own.addAll(rewound);
    read.addAll(rewound);
    Again found = new Again(read, Need.of(block, read, own), own, !rewound.isEmpty());
    again.put(block, found);
    return found;
  }

  /** The beginning of the way back through a run of a block. */
  private List<Code> rewound(Block block, Again again) {
    List<Code> code = new ArrayList<>();
    if (again.rewinds()) {
      recordings.mark(block);
      code.add(new Code.Rewind());
    }
    return code;
  }

  /** The block once more, as far as it is needed. */
  private List<Code> run(Block block, Again again, Set<Variable> declared) {
    List<Code> code =
        new Sequencer(versions, again.needed(), again.own(), recordings).code(block, declared);
    return code.stream().filter(part -> !(part instanceof Code.Note)).toList();
  }

  private void branch(Statement.Branch branch, List<Code> code) {
    List<Code> then = new ArrayList<>();
    List<Code> otherwise = new ArrayList<>();
    for (Statement.Merge merge : branch.merges()) {
      if (activity.isActive(merge.variable())) {
        Expr slope = read(slopes.of(merge.variable()));
        handInto(merge.variable(), merge.then(), slope, then);
        handInto(merge.variable(), merge.otherwise(), slope, otherwise);
      }
    }
    then = side(branch.then(), then);
    otherwise = side(branch.otherwise(), otherwise);
    if (!then.isEmpty() || !otherwise.isEmpty()) {
      code.add(new Code.If(held(branch.condition()), then, otherwise));
    }
  }

  private void handInto(Variable merged, Variable version, Expr slope, List<Code> code) {
    if (activity.isActive(version) && !sums.isOne(merged, version)) {
      contributions.add(read(version), slope, code);
    }
  }

  private List<Code> side(Block block, List<Code> beginning) {
    List<Code> body = back(block, beginning);
    if (body.isEmpty()) {
      return body;
    }
    Again again = again(block, body);
    List<Code> code = rewound(block, again);
    code.addAll(run(block, again, Set.of()));
    code.addAll(body);
    return code;
  }

  /** Whether an iteration depends, on the way back, on what a later one has done. */
  private boolean isOrdered(Statement.Loop loop, List<Statement.Carry> handed) {
    return !handed.isEmpty()
        || !recordings.restoredIn(loop.body()).isEmpty()
        || Dependence.isBetweenIterations(loop, activity, overwrites);
  }

  private Code.For forward(Statement.Loop loop, List<Code> body) {
    return new Code.For(
        loop.index(), held(loop.from()), loop.relation(), held(loop.to()), loop.step(), body);
  }

  private Code.For reversed(Statement.Loop loop, List<Code> body) {
    return Reversal.of(loop, held(loop.from()), held(loop.to()), body);
  }

  private Expr held(Expr expr) {
    return Renaming.of(expr, versions::holder);
  }

  private List<Expr> held(List<Expr> expressions) {
    return Renaming.of(expressions, versions::holder);
  }
}
