package dev.brisk.runtime;

/**
 * How far the current run has come, and over what: shown as a part of the trainer's state, so that
 * a run can be taken up in the middle of an epoch.
 */
final class RunPosition {
  private Course course = Course.NONE;
  private long done;
  private double lossSum;

  /**
   * What a run goes over.
   *
   * @param plan nothing in it is open, once a run has begun
   * @param window the examples of a window, which are in memory at once
   * @param isShuffled whether each epoch has an order of its own
   * @param lastEpoch the number of the epoch that is the last of the run
   */
  record Course(RunPlan plan, int window, boolean isShuffled, int lastEpoch) {
    static final Course NONE = new Course(RunPlan.OPEN, 0, false, 0);

    /** The course as the visitor gives it back. */
    Course visit(StateVisitor visitor) {
      return new Course(
          new RunPlan(
              number(visitor, "fit/epochs", plan.epochs()),
              number(visitor, "fit/batchSize", plan.batchSize()),
              number(visitor, "fit/examples", plan.examples()),
              number(visitor, "fit/accumulate", plan.accumulate())),
          number(visitor, "fit/window", window),
          visitor.flag("fit/shuffled", isShuffled),
          number(visitor, "fit/lastEpoch", lastEpoch));
    }

    /** The number of the epoch after which the run began. */
    int firstEpoch() {
      return lastEpoch - plan.epochs();
    }

    /** This course, begun after that epoch. */
    Course begunAfter(int epoch) {
      return new Course(plan, window, isShuffled, epoch + plan.epochs());
    }

    /** Whether its epochs have the same batches as those of the other one. */
    boolean hasBatchesOf(Course other) {
      return plan.batchSize() == other.plan.batchSize()
          && plan.accumulate() == other.plan.accumulate()
          && plan.examples() == other.plan.examples()
          && window == other.window
          && isShuffled == other.isShuffled;
    }

    /**
     * The updates that are left.
     *
     * @param epochs that are complete
     * @param done examples of the next one that had their update
     */
    long stepsAfter(int epochs, int done) {
      long perUpdate = plan.examplesPerUpdate();
      long perEpoch = plan.steps() / plan.epochs();
      long ofEpoch = (plan.examples() - done + perUpdate - 1) / perUpdate;
      return epochs < lastEpoch ? (lastEpoch - epochs - 1) * perEpoch + ofEpoch : 0;
    }

    @Override
    public String toString() {
      return plan.epochs()
          + " epochs of "
          + plan.examples()
          + " examples"
          + (window < plan.examples() ? " in windows of " + window : "")
          + ", "
          + plan.examplesPerUpdate()
          + " to an update, "
          + (isShuffled ? "shuffled" : "in order");
    }

    private static int number(StateVisitor visitor, String name, int value) {
      return Math.toIntExact(visitor.number(name, (long) value));
    }
  }

  /** Shows where the run is. */
  void visit(StateVisitor visitor) {
    course = course.visit(visitor);
    done = visitor.number("fit/done", done);
    lossSum = visitor.number("fit/lossSum", lossSum);
  }

  /** Begins an epoch of that course. */
  void begin(Course of) {
    course = of;
    done = 0;
    lossSum = 0;
  }

  Course course() {
    return course;
  }

  /** Goes on within the epoch over another course. */
  void course(Course other) {
    course = other;
  }

  /** Counts an update on so many examples, whose mean loss was that. */
  void updated(double loss, int examples) {
    lossSum += loss * examples;
    done += examples;
  }

  /** The examples of the epoch that had their update. */
  int done() {
    return (int) done;
  }

  /** The mean loss of those examples, each before its own update. */
  double meanLoss() {
    return lossSum / done;
  }
}
