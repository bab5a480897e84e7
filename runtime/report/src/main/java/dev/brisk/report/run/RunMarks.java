package dev.brisk.report.run;

import dev.brisk.report.chart.Line;
import dev.brisk.report.chart.Mark;
import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** What a run has to tell on its curve of losses by update. */
final class RunMarks {
  private final RunRecord run;
  private final boolean isOneOfMany;

  RunMarks(RunRecord run, boolean isOneOfMany) {
    this.run = run;
    this.isOneOfMany = isOneOfMany;
  }

  /** Findings with their advice, recoveries, and the epoch that it was brought back to. */
  List<Mark> all() {
    List<Mark> marks = new ArrayList<>();
    for (Finding found : run.findings()) {
      add(marks, found.step(), lossAt(found.step()), found.id(), told(found));
    }
    for (Recovery recovery : run.recoveries()) {
      long step = recovery.restoredStep();
      add(marks, step, lossAt(step), "taken back", recovery.toString());
    }
    for (Epoch epoch : run.epochs()) {
      if (run.restoredEpoch().equals(OptionalInt.of(epoch.epoch()))) {
        double height = epoch.validationLoss().orElse(epoch.trainLoss());
        add(marks, epoch.steps(), height, "kept", "brought back to epoch " + epoch.epoch());
      }
    }
    return marks;
  }

  private static String told(Finding found) {
    return found.evidence() + " " + found.remedy();
  }

  private void add(List<Mark> marks, long step, double height, String name, String text) {
    if (Double.isFinite(height)) {
      marks.add(new Mark(step, height, name, isOneOfMany ? run.name() + ": " + text : text));
    }
  }

  /** That of the curve that is drawn, just before that step, or else the mean of its epoch. */
  private double lossAt(long step) {
    Curve curve = run.curves().loss();
    Line losses = isOneOfMany ? curve.means() : curve.points();
    if (losses.size() > 0) {
      int place = Arrays.binarySearch(losses.xs(), step);
      int before = place >= 0 ? place : Math.max(0, -place - 2);
      return losses.ys()[before];
    }
    return run.epochs().stream()
        .filter(epoch -> epoch.steps() >= step)
        .mapToDouble(Epoch::trainLoss)
        .findFirst()
        .orElse(Double.NaN);
  }
}
