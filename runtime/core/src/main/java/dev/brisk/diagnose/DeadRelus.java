package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import org.jspecify.annotations.Nullable;

/**
 * More than half of the units of a layer have been zero for 20 batches and 200 examples in a row.
 */
record DeadRelus() implements Rule {
  private static final double MOST = 0.5;

  @Override
  public Symptom symptom() {
    return Symptom.DEAD_RELUS;
  }

  @Override
  public @Nullable Finding look(Course course, boolean isOver) {
    for (int i = 0; i < course.units().layers().size(); i++) {
      Units.Layer layer = course.units().layers().get(i);
      int dead = layer.dead();
      if (dead > MOST * layer.size()) {
        return symptom()
            .found(
                course,
                dead
                    + " of the "
                    + layer.size()
                    + " units behind "
                    + layer.weights
                    + " have been zero for every example of the last 20 batches: nothing is learnt"
                    + " through them.",
                Remedies.lowerRate(course)
                    + " Look at first values (init = HE) and at inputs far from 0; leakyRelu does not"
                    + " die.");
      }
    }
    return null;
  }
}
