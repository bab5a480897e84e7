package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;

/** The inputs of a linear model as the matrix {@code X}, of which {@code X'X} is an operator. */
abstract sealed class Inputs implements Lanczos.Operator {
  private final double[] row;
  private final boolean hasIntercept;

  private Inputs(int width, boolean hasIntercept) {
    this.row = new double[hasIntercept ? width + 1 : width];
    this.hasIntercept = hasIntercept;
  }

  abstract int count();

  abstract int width(int example);

  abstract double input(int example, int column);

  @Override
  public int dimension() {
    return row.length;
  }

  void check() {
    int width = hasIntercept ? row.length - 1 : row.length;
    require(count() > 0, "the number of rows", count(), "at least 1");
    require(row.length > 0, "the length of row 0", 0, "at least 1");
    for (int i = 0; i < count(); i++) {
      require(width(i) == width, "the length of row " + i, width(i), width + ", as of row 0");
      for (int j = 0; j < width; j++) {
        if (!Double.isFinite(input(i, j))) {
          require(false, "rows[" + i + "][" + j + "]", input(i, j), "a finite value");
        }
      }
    }
  }

  /** One array for all rows. */
  double[] row(int example) {
    int width = width(example);
    for (int j = 0; j < width; j++) {
      row[j] = input(example, j);
    }
    if (hasIntercept) {
      row[width] = 1;
    }
    return row;
  }

  @Override
  public double[] times(double[] unit) {
    double[] product = new double[unit.length];
    for (int i = 0; i < count(); i++) {
      double[] inputs = row(i);
      Lanczos.add(product, Lanczos.dot(inputs, unit), inputs);
    }
    return product;
  }

  static final class OfDoubles extends Inputs {
    private final double[][] rows;

    OfDoubles(double[][] rows, boolean hasIntercept) {
      super(rows.length == 0 ? 0 : rows[0].length, hasIntercept);
      this.rows = rows;
    }

    @Override
    int count() {
      return rows.length;
    }

    @Override
    int width(int example) {
      return rows[example].length;
    }

    @Override
    double input(int example, int column) {
      return rows[example][column];
    }
  }

  static final class OfFloats extends Inputs {
    private final float[][] rows;

    OfFloats(float[][] rows, boolean hasIntercept) {
      super(rows.length == 0 ? 0 : rows[0].length, hasIntercept);
      this.rows = rows;
    }

    @Override
    int count() {
      return rows.length;
    }

    @Override
    int width(int example) {
      return rows[example].length;
    }

    @Override
    double input(int example, int column) {
      return rows[example][column];
    }
  }
}
