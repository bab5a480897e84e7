package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Monitor;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.Watched;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every update of a training and tells what is wrong with it, with the numbers that say so
 * and the annotation that mends it:
 *
 * <pre>{@code
 * TrainingReport report = trainer.fit(examples, Fit.epochs(20).monitor(new TrainingMonitor()));
 * report.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>What it knows are the {@link Symptom}s; of each it tells once, when it first sees it.
 * Thresholds are such that a sensible training raises nothing. It refuses an update whose gradient
 * is not finite.
 *
 * <p>Needs 16 bytes for each element of a parameter, and allocates nothing after the first updates.
 */
public final class TrainingMonitor implements Monitor {
  private static final Rule[] RULES = {
    new Diverging(),
    new UnboundedLoss(),
    new ExplodingGradient(),
    new Oscillating(),
    new LargeUpdates(),
    new Slow(),
    new NoProgress(),
    new BelowUlp(),
    new VanishingWeights(),
    new DeadRelus(),
    new MostlyClipped(),
    new Unshuffled()
  };

  private final Consumer<Finding> listener;
  private final List<Finding> findings = new ArrayList<>();
  private final boolean[] isFound = new boolean[Symptom.values().length];
  private @Nullable Course course;

  /** A monitor whose findings are asked for. */
  public TrainingMonitor() {
    this(finding -> {});
  }

  /**
   * A monitor that also tells what it finds at once.
   *
   * @param listener such as {@code System.out::println}
   */
  public TrainingMonitor(Consumer<Finding> listener) {
    this.listener = listener;
  }

  @Override
  public void begin(Watched trainer) {
    course = new Course(trainer);
  }

  @Override
  public void beforeUpdate(double loss, int examples) {
    Course current = current();
    current.before(loss, examples);
    if (!Double.isFinite(current.update().gradientNorm())) {
      refuse(current);
    }
  }

  private void refuse(Course current) {
    FirstNonFinite first = new FirstNonFinite();
    current.trainer().visitGradients(first);
    if (first.isFound()) {
      add(Refusals.ofGradient(current, first));
      throw new NonFiniteGradientException(
          first.parameter(), first.element(), current.trainer().stepCount(), current.rate());
    }
  }

  @Override
  public void afterUpdate() {
    Course current = current();
    current.after();
    look(current, false);
  }

  @Override
  public void refused(double loss, int examples, List<Integer> culprits) {
    add(Refusals.ofLoss(current(), loss, examples, culprits));
  }

  @Override
  public void end() {
    Course current = current();
    if (current.losses().count() > 0) {
      look(current, true);
    }
  }

  private void look(Course current, boolean isOver) {
    for (Rule rule : RULES) {
      if (!isFound[rule.symptom().ordinal()]) {
        Finding finding = rule.look(current, isOver);
        if (finding != null) {
          isFound[rule.symptom().ordinal()] = true;
          add(finding);
        }
      }
    }
  }

  private void add(Finding finding) {
    findings.add(finding);
    listener.accept(finding);
  }

  /**
   * The Euclidean norm of the gradient of the last update, over all parameters and before it was
   * clipped.
   *
   * @throws IllegalStateException if there was no trainer to watch yet
   */
  public double gradientNorm() {
    return current().update().gradientNorm();
  }

  /**
   * The norm of the last update's change over that of the weights before it, of all parameters;
   * infinite from weights that are all zero, and NaN if these have not changed.
   *
   * @throws IllegalStateException if there was no trainer to watch yet
   */
  public double updateRatio() {
    return current().update().ratio();
  }

  private Course current() {
    if (course == null) {
      throw new IllegalStateException("the monitor watches no trainer; give it to Fit.monitor");
    }
    return course;
  }

  @Override
  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
