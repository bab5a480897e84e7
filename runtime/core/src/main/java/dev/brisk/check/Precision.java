package dev.brisk.check;

import java.util.List;

/** How closely numbers of a type can be compared. */
enum Precision {
  DOUBLE(1e-6, 1e-9, List.of(1e-2, 1e-3, 1e-4, 1e-5)) {
    @Override
    double rounded(double value) {
      return value;
    }

    @Override
    double ulp(double value) {
      return Math.ulp(value);
    }
  },

  SINGLE(1e-2, 1e-4, List.of(1e-1, 3e-2, 1e-2, 3e-3)) {
    @Override
    double rounded(double value) {
      return (float) value;
    }

    @Override
    double ulp(double value) {
      return Math.ulp((float) value);
    }
  };

  private final double tolerance;
  private final double roundingOfSums;
  private final List<Double> widths;

  Precision(double tolerance, double roundingOfSums, List<Double> widths) {
    this.tolerance = tolerance;
    this.roundingOfSums = roundingOfSums;
    this.widths = widths;
  }

  /** The relative error of a derivative that is right. */
  double tolerance() {
    return tolerance;
  }

  /** The relative difference between two values that are the same sum, in another order. */
  double roundingOfSums() {
    return roundingOfSums;
  }

  /** The widths of differences, relative to the argument. */
  List<Double> widths() {
    return widths;
  }

  /** The closest value of the type. */
  abstract double rounded(double value);

  /** The distance to the next value of the type. */
  abstract double ulp(double value);
}
