package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;
import java.util.Map;

/**
 * What the clocks of a checkpoint must be for a trainer to have had them. A file may be whole and
 * still tell of a state that never was, which would come to light steps later, far from its cause.
 */
final class ClockRules {
  private static final String STEP = "run/step";

  /** The end of a run that is not known yet. */
  private static final long UNKNOWN = -1;

  private final Map<String, Number> clocks;
  private String fault = "";

  private ClockRules(Map<String, Number> clocks) {
    this.clocks = clocks;
  }

  /**
   * The first that is wrong; empty if nothing is.
   *
   * @param clocks by their names; those that are unknown here are not looked at
   */
  static String fault(Map<String, Number> clocks, List<Epoch> history) {
    ClockRules rules = new ClockRules(clocks);
    rules.run();
    rules.epochs();
    rules.plateau();
    rules.position();
    rules.history(history);
    return rules.fault;
  }

  private void run() {
    count(STEP, Long.MAX_VALUE);
    count("run/start", whole(STEP));
    if (whole("run/end") != UNKNOWN) {
      count("run/end", Long.MAX_VALUE);
      check("run/start", whole("run/start") <= whole("run/end"), "at most run/end");
    }
    double rate = clocks.get("run/rate").doubleValue();
    check("run/rate", rate >= 0 && Double.isFinite(rate), "a finite value of at least 0");
    count("run/followsBatch", 1);
  }

  private void epochs() {
    count("epochs/steps", Long.MAX_VALUE);
    count("epochs/ofRun", Integer.MAX_VALUE);
    count("epochs/completed", Long.MAX_VALUE);
    count("epochs/completedAtRunStart", whole("epochs/completed"));
    count("epochs/ofWarmup", Long.MAX_VALUE);
    count("epochs/start", whole(STEP));
  }

  private void plateau() {
    double scale = clocks.get("plateau/scale").doubleValue();
    check("plateau/scale", scale >= 0 && scale <= 1, "a value from 0 to 1");
    count("plateau/bad", Long.MAX_VALUE);
    count("plateau/cooldown", Long.MAX_VALUE);
    count("plateau/hasSeenNaN", 1);
  }

  private void position() {
    for (String name : List.of("epochs", "batchSize", "examples", "accumulate", "window")) {
      count("fit/" + name, Integer.MAX_VALUE);
    }
    count("fit/shuffled", 1);
    count("fit/lastEpoch", Integer.MAX_VALUE);
    check("fit/lastEpoch", whole("fit/lastEpoch") >= whole("fit/epochs"), "at least fit/epochs");
    count("run/length", Long.MAX_VALUE);
    count("fit/done", whole("fit/examples"));
  }

  /** Epochs may be of later steps, where the trainer was brought back to its best epoch. */
  private void history(List<Epoch> history) {
    for (Epoch epoch : history) {
      double rate = epoch.learningRate();
      if (fault.isEmpty() && !(epoch.steps() >= 0 && rate >= 0 && Double.isFinite(rate))) {
        fault =
            "history/"
                + epoch.epoch()
                + " ends at step "
                + epoch.steps()
                + " with the rate "
                + rate
                + ", expected a step of at least 0 and a finite rate of at least 0";
      }
    }
  }

  private void count(String name, long most) {
    String limit = most == Long.MAX_VALUE ? "at least 0" : "from 0 to " + most;
    check(name, whole(name) >= 0 && whole(name) <= most, "a whole number " + limit);
  }

  private long whole(String name) {
    return clocks.get(name).longValue();
  }

  private void check(String name, boolean holds, String expected) {
    if (fault.isEmpty() && !holds) {
      fault = name + " is " + clocks.get(name) + ", expected " + expected;
    }
  }
}
