package dev.brisk.processor.derive;

import static dev.brisk.processor.derive.Algebra.read;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Statement;
import dev.brisk.processor.program.Type;
import dev.brisk.processor.program.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The loss of one example and its gradient by the model's parameters.
 *
 * @param program the loss, with names for the values that are used again
 * @param there the way there: the loss
 * @param back the way back: the gradient, added to the sums
 * @param result the variable that holds the loss
 * @param seed the variable that the whole gradient is multiplied by
 * @param sums by each array parameter that the loss depends on, the array of its gradient
 * @param scalarSum the array of the gradients of all scalar parameters, in their order
 */
public record Gradient(
    Program program,
    List<Code> there,
    List<Code> back,
    Variable result,
    Variable seed,
    Map<Variable, Variable> sums,
    Variable scalarSum) {

  /**
   * Derives the loss, times a factor that the caller gives.
   *
   * @param factor what that factor is called
   */
  public static Gradient times(String factor, Program loss, Diagnostics diagnostics) {
    Variable seed = loss.variables().local(factor, loss.result().type());
    // Several times to see which values the way back needs, and once more to write it with the
    // user's own variables wherever those values are still in them.
    Set<Variable> restored = new LinkedHashSet<>();
    Program named;
    Pass look;
    do {
      named = Intermediates.named(loss, restored);
      Versions apart = Versions.apart(named.body());
      look = new Pass(named, seed, apart, restored, Optional.empty(), new Diagnostics());
      // To put one array back may take elements of another.
    } while (restored.addAll(look.overwritten()));
    Versions versions = Versions.of(named.body());
    look.keep(versions);
    return new Pass(named, seed, versions, restored, Optional.of(look), diagnostics).gradient();
  }

  /**
   * The array parameters of which the example touches only rows that its data chooses.
   *
   * @param widths the number of elements of a row, by the parameter
   */
  public Set<Variable> chosenByData(Map<Variable, Integer> widths) {
    Set<Variable> chosen = SparseRows.chosenByData(back, tables(widths));
    return sums.entrySet().stream()
        .filter(sum -> chosen.contains(sum.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Map<Variable, SparseRows.Table> tables(Map<Variable, Integer> widths) {
    Map<Variable, SparseRows.Table> tables = new LinkedHashMap<>();
    sums.forEach(
        (parameter, sum) -> {
          Integer width = widths.get(parameter);
          if (width != null) {
            tables.put(sum, new SparseRows.Table(parameter, width));
          }
        });
    return tables;
  }

  /**
   * As a routine that adds to the sums, and notes the rows that it adds to. If it drops elements,
   * its last extra is the key of the example.
   *
   * @param widths of the parameters whose rows are noted, the number of elements of a row
   */
  public Routine accumulating(Map<Variable, Integer> widths) {
    List<Variable> extras = new ArrayList<>(List.of(seed));
    extras.addAll(sums.values());
    if (program.parameters().stream().anyMatch(parameter -> !parameter.type().isArray())) {
      extras.add(scalarSum);
    }
    List<Code> body = new ArrayList<>(there);
    body.addAll(SparseRows.noted(back, tables(widths)));
    body = SharedSoftmax.in(body, program.variables());
    if (drops()) {
      Variable key = program.variables().local("dropKey", Type.LONG);
      extras.add(key);
      body = Dropping.keyed(body, key);
    }
    return new Routine(
        program.parameters(), program.arguments(), program.sources(), extras, body, result);
  }

  /** Whether a step drops elements at random. */
  public boolean drops() {
    return Dropping.isIn(there);
  }

  /** One derivation. */
  private static final class Pass {
    private final Program loss;
    private final Variable seed;
    private final Versions versions;
    private final Overwrites overwrites;
    private final Adjoint adjoint;
    private final List<Code> there;
    private final List<Code> back;
    private final Set<Variable> needed;
    private final Map<Variable, Variable> sums = new LinkedHashMap<>();
    private final Variable scalarSum;

    Pass(
        Program loss,
        Variable seed,
        Versions versions,
        Set<Variable> restored,
        Optional<Pass> look,
        Diagnostics diagnostics) {
      this.loss = loss;
      this.seed = seed;
      this.versions = versions;
      this.overwrites = Overwrites.in(loss);
      Activity activity = Activity.of(loss);
      Sums sumsOfLoops = Sums.of(loss);
      Slopes slopes = new Slopes(sumsOfLoops, loss.variables());
      Type precision = Type.arrayOf(loss.parameters().get(0).type().element());
      this.scalarSum = loss.variables().local("dScalars", precision);
      Contributions contributions =
          new Contributions(activity, slopes, versions::holder, diagnostics);
      this.adjoint =
          new Adjoint(
              activity,
              sumsOfLoops,
              overwrites,
              versions,
              slopes,
              contributions,
              new Recordings(loss.variables(), kept(restored)),
              loss.variables(),
              look.map(first -> first.adjoint.again()));
      List<Code> begin = new ArrayList<>();
      List<Code> end = new ArrayList<>();
      parameters(activity, slopes, begin, end);
      List<Code> beginning = new ArrayList<>();
      contributions.add(read(loss.result()), read(seed), beginning);
      begin.addAll(adjoint.back(loss.body(), beginning));
      begin.addAll(end);
      this.back = Tidy.copies(Tidy.declarations(begin));
      this.needed = look.map(first -> first.needed).orElseGet(this::needed);
      this.there =
          new Sequencer(versions, needed, Need.allocated(loss.body()), adjoint.recordings())
              .code(loss.body(), Set.of());
    }

    private void parameters(Activity activity, Slopes slopes, List<Code> begin, List<Code> end) {
      int scalar = 0;
      for (Variable parameter : loss.parameters()) {
        String name = "d" + Sequencer.capitalized(parameter.name());
        Variable slope = loss.variables().local(name, parameter.type());
        slopes.provide(parameter, slope);
        if (parameter.type().isArray()) {
          if (activity.isActive(parameter)) {
            sums.put(parameter, slope);
          }
        } else {
          if (activity.isActive(parameter)) {
            begin.add(new Code.Declare(slope, Optional.of(Algebra.number(0, slope.type()))));
            end.add(new Code.PutAdd(scalarSum, List.of(Algebra.whole(scalar)), read(slope)));
          }
          scalar++;
        }
      }
    }

    /** What the way there must compute: the result, and what the way back takes from it. */
    private Set<Variable> needed() {
      Set<Variable> wanted = new LinkedHashSet<>(Reads.free(back));
      wanted.add(loss.result());
      wanted.addAll(adjoint.recordings().carriedIn(loss.body()));
      return Need.of(loss.body(), wanted, Need.allocated(loss.body()));
    }

    /** Keeps apart the versions of which the way back needs more than the last. */
    void keep(Versions shared) {
      shared.keep(Reads.free(back));
      adjoint
          .again()
          .forEach(
              (block, again) -> {
                shared.keep(again.read());
                shared.keepRecomputed(block, again.needed());
              });
      adjoint.recordings().carried().forEach(shared::keepApart);
    }

    private Set<Statement.Store> kept(Set<Variable> restored) {
      Set<Statement.Store> kept = Collections.newSetFromMap(new IdentityHashMap<>());
      restored.forEach(array -> kept.addAll(overwrites.changing(array)));
      return kept;
    }

    /** The arrays of which elements are read on the way back that are overwritten by then. */
    Set<Variable> overwritten() {
      Set<Variable> arrays = Reads.arrays(back);
      arrays.removeIf(array -> overwrites.after(array).isEmpty());
      return arrays;
    }

    Gradient gradient() {
      Variable result = versions.holder(loss.result());
      if (!adjoint.recordings().carried().contains(loss.result())) {
        return new Gradient(loss, there, back, result, seed, sums, scalarSum);
      }
      // The way back through the loop that ends in the result puts earlier states into its place.
      Variable kept = loss.variables().local(loss.name(), result.type());
      List<Code> keeping = new ArrayList<>(there);
      keeping.add(new Code.Declare(kept, Optional.of(read(result))));
      return new Gradient(loss, keeping, back, kept, seed, sums, scalarSum);
    }
  }
}
