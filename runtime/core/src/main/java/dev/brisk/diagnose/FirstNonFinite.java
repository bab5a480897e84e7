package dev.brisk.diagnose;

import dev.brisk.runtime.GradientVisitor;

/** Finds the first element of a gradient that is infinite or NaN. */
final class FirstNonFinite implements GradientVisitor {
  private String current = "";
  private String parameter = "";
  private int element = -1;

  /** Whether there is one. */
  boolean isFound() {
    return element >= 0;
  }

  String parameter() {
    return parameter;
  }

  int element() {
    return element;
  }

  @Override
  public void parameter(String name) {
    current = name;
  }

  @Override
  public void part(double[] values, double[] gradient, int from, int to, int at) {
    for (int i = from; i < to; i++) {
      look(gradient[i], at + i - from);
    }
  }

  @Override
  public void part(float[] values, float[] gradient, int from, int to, int at) {
    for (int i = from; i < to; i++) {
      look(gradient[i], at + i - from);
    }
  }

  @Override
  public void number(double value, double gradient) {
    look(gradient, 0);
  }

  private void look(double derivative, int place) {
    if (!isFound() && !Double.isFinite(derivative)) {
      parameter = current;
      element = place;
    }
  }
}
