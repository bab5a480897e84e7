package dev.brisk.diagnose;

import dev.brisk.runtime.GradientVisitor;
import java.util.function.Consumer;

/** Takes the names of the parameters that it is shown. */
record Names(Consumer<String> taken) implements GradientVisitor {
  @Override
  public void parameter(String name) {
    taken.accept(name);
  }

  @Override
  public void part(double[] values, double[] gradient, int from, int to, int at) {
    // Their elements are of no interest.
  }

  @Override
  public void part(float[] values, float[] gradient, int from, int to, int at) {
    // Their elements are of no interest.
  }

  @Override
  public void number(double value, double gradient) {
    // Their elements are of no interest.
  }
}
