package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.read;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.program.Block;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Operator;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes blocks as code: definitions become declarations and assignments, loops and branches hand
 * on their state in variables.
 */
final class Sequencer {
  private final Versions versions;
  private final Predicate<Variable> isValueWanted;
  private final Predicate<Variable> isArrayFilled;
  private final Recordings recordings;

  /**
   * @param needed the variables to compute; all others are left out
   * @param own the arrays to fill; stores to others are left out
   * @param recordings the states that loops directly in the block must keep
   */
  Sequencer(Versions versions, Set<Variable> needed, Set<Variable> own, Recordings recordings) {
    this.versions = versions;
    this.isValueWanted = needed::contains;
    this.isArrayFilled = array -> needed.contains(array) && own.contains(array);
    this.recordings = recordings;
  }

  /**
   * The code of a block.
   *
   * @param declared the holders that the code around declares
   */
  List<Code> code(Block block, Set<Variable> declared) {
    return code(block, new HashSet<>(declared), true);
  }

  private List<Code> code(Block block, Set<Variable> declared, boolean records) {
    List<Code> code = new ArrayList<>();
    for (Statement statement : block.statements()) {
      if (statement instanceof Statement.Define define) {
        if (isValueWanted.test(define.variable())) {
          define(define.variable(), held(define.value()), declared, code);
        }
      } else if (statement instanceof Statement.Allocate allocate) {
        if (isValueWanted.test(allocate.array())) {
          boolean isZeroed = !Filling.isComplete(allocate, block);
          code.add(new Code.Allocate(allocate.array(), held(allocate.lengths()), isZeroed));
          declared.add(allocate.array());
        }
      } else if (statement instanceof Statement.Fill fill) {
        if (isArrayFilled.test(fill.array())) {
          code.add(Operation.filling(fill.array(), (Expr.Call) held(fill.value())));
        }
      } else if (statement instanceof Statement.Store store) {
        if (isArrayFilled.test(store.array())) {
          List<Expr> indices = held(store.indices());
          if (recordings.isKept(store)) {
            code.add(new Code.Keep(store.array(), indices));
          }
          Expr value = held(store.value());
          code.add(
              store.accumulates()
                  ? new Code.PutAdd(store.array(), indices, value)
                  : new Code.Put(store.array(), indices, value));
        }
      } else if (statement instanceof Statement.Loop loop) {
        loop(loop, declared, records, code);
      } else if (statement instanceof Statement.Branch branch) {
        branch(branch, declared, records, code);
      } else if (statement instanceof Statement.Origin origin) {
        code.add(new Code.Note(origin.method()));
      }
    }
    return withoutIdleNotes(code);
  }

  private void define(Variable variable, Expr value, Set<Variable> declared, List<Code> code) {
    Variable holder = versions.holder(variable);
    if (declared.add(holder)) {
      code.add(new Code.Declare(holder, Optional.of(value)));
      return;
    }
    if (value instanceof Expr.Read read && read.variable().equals(holder)) {
      return;
    }
    boolean adds =
        value instanceof Expr.Binary sum
            && (sum.operator() == Operator.ADD || sum.operator() == Operator.SUBTRACT)
            && sum.left() instanceof Expr.Read read
            && read.variable().equals(holder)
            && sum.type().equals(holder.type());
    if (adds) {
      Expr.Binary sum = (Expr.Binary) value;
      code.add(
          new Code.Add(
              holder,
              sum.operator() == Operator.ADD
                  ? sum.right()
                  : new Expr.Negate(sum.right(), sum.place())));
    } else {
      code.add(new Code.Assign(holder, value));
    }
  }

  private void loop(Statement.Loop loop, Set<Variable> declared, boolean records, List<Code> code) {
    List<Statement.Carry> carries =
        loop.carries().stream().filter(carry -> isValueWanted.test(carry.variable())).toList();
    List<Recordings.Recording> kept = records ? recordings.of(loop) : List.of();
    List<Code> before = new ArrayList<>();
    Set<Variable> outside = new HashSet<>(declared);
    for (Statement.Carry carry : carries) {
      define(carry.variable(), held(read(carry.initial())), outside, before);
    }
    Set<Variable> inside = new HashSet<>(outside);
    List<Code> body = new ArrayList<>();
    if (records && recordings.isMarked(loop.body())) {
      body.add(new Code.Mark());
    }
    for (Recordings.Recording recording : kept) {
      before.add(
          new Code.Allocate(recording.buffer(), List.of(held(recordings.tripCount(loop))), false));
      body.add(
          new Code.Put(
              recording.buffer(),
              List.of(held(recordings.round(loop))),
              held(read(recording.carry().variable()))));
    }
    body.addAll(code(loop.body(), inside, false));
    handOn(carries, body);
    declared.addAll(outside);
    code.addAll(before);
    if (body.stream().allMatch(Code.Note.class::isInstance)) {
      return;
    }
    code.add(
        new Code.For(
            loop.index(), held(loop.from()), loop.relation(), held(loop.to()), loop.step(), body));
  }

  /** The end of an iteration: all next values are read before one is overwritten. */
  private void handOn(List<Statement.Carry> carries, List<Code> body) {
    Map<Variable, Variable> moves = new HashMap<>();
    List<Variable> order = new ArrayList<>();
    for (Statement.Carry carry : carries) {
      Variable to = versions.holder(carry.variable());
      Variable from = versions.holder(carry.next());
      if (!to.equals(from)) {
        moves.put(to, from);
        order.add(to);
      }
    }
    Map<Variable, Variable> saved = new HashMap<>();
    for (Variable to : order) {
      // A value that an earlier move overwrites is kept aside.
      if (moves.containsKey(moves.get(to))) {
        Variable from = moves.get(to);
        Variable copy = recordings.temporary("next" + capitalized(to.name()), to.type());
        body.add(new Code.Declare(copy, Optional.of(read(from))));
        saved.put(to, copy);
      }
    }
    for (Variable to : order) {
      body.add(new Code.Assign(to, read(saved.getOrDefault(to, moves.get(to)))));
    }
  }

  static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private void branch(
      Statement.Branch branch, Set<Variable> declared, boolean records, List<Code> code) {
    List<Statement.Merge> merges =
        branch.merges().stream().filter(merge -> isValueWanted.test(merge.variable())).toList();
    for (Statement.Merge merge : merges) {
      Variable holder = versions.holder(merge.variable());
      if (declared.add(holder)) {
        code.add(new Code.Declare(holder, Optional.empty()));
      }
    }
    List<Code> then = side(branch.then(), declared, records);
    List<Code> otherwise = side(branch.otherwise(), declared, records);
    for (Statement.Merge merge : merges) {
      Variable holder = versions.holder(merge.variable());
      moveInto(holder, merge.then(), then);
      moveInto(holder, merge.otherwise(), otherwise);
    }
    if (!then.isEmpty() || !otherwise.isEmpty()) {
      code.add(new Code.If(held(branch.condition()), then, otherwise));
    }
  }

  private List<Code> side(Block block, Set<Variable> declared, boolean records) {
    List<Code> code = new ArrayList<>();
    if (records && recordings.isMarked(block)) {
      code.add(new Code.Mark());
    }
    code.addAll(code(block, new HashSet<>(declared), false));
    return code;
  }

  private void moveInto(Variable holder, Variable version, List<Code> code) {
    Variable from = versions.holder(version);
    if (!from.equals(holder)) {
      code.add(new Code.Assign(holder, read(from)));
    }
  }

  /** The expression over the variables of the routine. */
  private Expr held(Expr expr) {
    return Renaming.of(expr, versions::holder);
  }

  private List<Expr> held(List<Expr> expressions) {
    return Renaming.of(expressions, versions::holder);
  }

  private static List<Code> withoutIdleNotes(List<Code> code) {
    List<Code> kept = new ArrayList<>();
    for (int i = 0; i < code.size(); i++) {
      boolean isIdle =
          code.get(i) instanceof Code.Note
              && (i + 1 == code.size() || code.get(i + 1) instanceof Code.Note);
      if (!isIdle) {
        kept.add(code.get(i));
      }
    }
    return kept;
  }
}
