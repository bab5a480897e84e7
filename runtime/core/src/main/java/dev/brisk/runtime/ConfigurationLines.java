package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import java.util.ArrayList;
import java.util.List;

/** What the current run of a trainer goes by, for people to read. */
final class ConfigurationLines {
  private ConfigurationLines() {}

  static List<String> of(GeneratedTrainer<?> trainer) {
    Configuration configuration = trainer.allConfiguration();
    Course course = trainer.position().course();
    List<String> lines = new ArrayList<>(configuration.annotationLines());
    lines.add(annotation(course.plan()));
    if (course.isCut()) {
      lines.add("of which the first " + course.steps() + " updates");
    }
    if (trainer.baseLearningRate() != configuration.learningRate()) {
      lines.add("the learning rate is " + trainer.baseLearningRate());
    }
    lines.add("seed " + trainer.seed() + (course.isShuffled() ? ", shuffled" : ", not shuffled"));
    return List.copyOf(lines);
  }

  private static String annotation(RunPlan plan) {
    return "@Training(epochs = "
        + plan.epochs()
        + ", batchSize = "
        + plan.batchSize()
        + ", examples = "
        + plan.examples()
        + (plan.accumulate() == 1 ? ")" : ", accumulate = " + plan.accumulate() + ")");
  }
}
