package dev.brisk.runtime;

/** Is shown the parameters of a trainer, without what its optimizer keeps beside them. */
abstract class ParameterVisitor implements StateVisitor {
  /** A scalar, which is replaced by what is returned. */
  abstract double parameter(String name, double value);

  /** A scalar of single precision, likewise. */
  float parameter(String name, float value) {
    return (float) parameter(name, (double) value);
  }

  /** An array, which may be filled. */
  abstract void parameter(String name, Object values);

  /** Names of fields have no dot; what is kept beside one is {@code weights.momentum}. */
  private static boolean isParameter(String name) {
    return name.indexOf('.') < 0;
  }

  @Override
  public final double number(String name, double value) {
    return isParameter(name) ? parameter(name, value) : value;
  }

  @Override
  public final float number(String name, float value) {
    return isParameter(name) ? parameter(name, value) : value;
  }

  @Override
  public final long number(String name, long value) {
    return value;
  }

  @Override
  public final void array(String name, Object values) {
    if (isParameter(name)) {
      parameter(name, values);
    }
  }
}
