package dev.brisk.report.run;

import dev.brisk.report.page.Block;
import dev.brisk.report.page.Page;
import dev.brisk.report.page.Page.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Pages of runs: one with all that is known of it, or several side by side in the same pictures. By
 * updates, runs are compared as they were done; by epochs, after the same number of examples, also
 * where their batches differ.
 */
public final class RunPage {
  private final List<RunRecord> runs;
  private final RunFigures figures;
  private final RunTables tables;

  private RunPage(List<RunRecord> runs) {
    this.runs = unique(runs);
    this.figures = new RunFigures(this.runs);
    this.tables = new RunTables(this.runs);
  }

  /** As {@link #of(List)}. */
  public static Page of(RunRecord... runs) {
    return of(List.of(runs));
  }

  /**
   * A page of runs, in that order. Those of one name are told apart by a number behind it.
   *
   * @param runs at least one
   * @throws IllegalArgumentException if there is none
   */
  public static Page of(List<RunRecord> runs) {
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs is empty, expected at least 1");
    }
    return new RunPage(runs).page();
  }

  private static List<RunRecord> unique(List<RunRecord> runs) {
    Set<String> taken = new HashSet<>();
    List<RunRecord> unique = new ArrayList<>();
    for (RunRecord run : runs) {
      String name = run.name();
      for (int number = 2; !taken.add(name); number++) {
        name = run.name() + " (" + number + ")";
      }
      unique.add(run.named(name));
    }
    return List.copyOf(unique);
  }

  private Page page() {
    boolean isOne = runs.size() == 1;
    String title = isOne ? runs.get(0).name() : "Comparison of " + runs.size() + " runs";
    Map<String, List<Block>> parts = new LinkedHashMap<>();
    parts.put(isOne ? "Run" : "Runs", List.of(tables.summary()));
    parts.put("Loss", figures.losses());
    parts.put("Metrics", figures.metrics());
    parts.put("Learning rate", rates());
    parts.put("Gradients and updates", figures.updates());
    parts.put("Findings", findings());
    parts.put("Epochs", isOne ? List.of(tables.epochs()) : List.of());
    parts.put("Configuration", configuration());
    parts.put("Machine", machines());
    return new Page(
        title,
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(part -> new Section(part.getKey(), part.getValue()))
            .toList());
  }

  private List<Block> rates() {
    List<Block> blocks = new ArrayList<>(figures.rates());
    if (runs.size() == 1 && !runs.get(0).phases().isEmpty()) {
      blocks.add(tables.phases());
    }
    return blocks;
  }

  private List<Block> findings() {
    List<Block> blocks = new ArrayList<>();
    if (runs.stream().anyMatch(run -> !run.recoveries().isEmpty())) {
      blocks.add(tables.recoveries());
    }
    if (runs.stream().anyMatch(run -> !run.findings().isEmpty())) {
      blocks.add(tables.findings());
    } else if (runs.stream().anyMatch(run -> run.curves().gradientNorm().isRecorded())) {
      blocks.add(new Block.Text("The monitor has found nothing."));
    }
    return blocks;
  }

  /** What the runs have in common, and then what each has that is not in all. */
  private List<Block> configuration() {
    List<String> common = new ArrayList<>(runs.get(0).configuration());
    runs.forEach(run -> common.retainAll(run.configuration()));
    List<Block> blocks = new ArrayList<>();
    if (!common.isEmpty()) {
      blocks.add(code(common));
    }
    for (RunRecord run : runs) {
      List<String> own = run.configuration().stream().filter(l -> !common.contains(l)).toList();
      if (!own.isEmpty()) {
        blocks.add(new Block.Text(run.name() + ":"));
        blocks.add(code(own));
      }
    }
    return blocks;
  }

  private List<Block> machines() {
    Map<List<String>, List<String>> byMachine = new LinkedHashMap<>();
    for (RunRecord run : runs) {
      byMachine.computeIfAbsent(run.machine(), lines -> new ArrayList<>()).add(run.name());
    }
    if (byMachine.size() == 1) {
      return List.of(code(runs.get(0).machine()));
    }
    return byMachine.entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(
                    new Block.Text(String.join(", ", entry.getValue()) + ":"),
                    code(entry.getKey())))
        .toList();
  }

  private static Block code(List<String> lines) {
    return new Block.Code(String.join("\n", lines));
  }
}
