package dev.brisk.benchmarks.mllib;

/**
 * What both contenders arrive at.
 *
 * @param weights a row for each class
 * @param intercepts one for each class
 */
record LinearModel(double[][] weights, double[] intercepts) {
  /** Of two classes, of which the first has the score 0. */
  static LinearModel binary(double[] weights, double intercept) {
    return new LinearModel(
        new double[][] {new double[weights.length], weights}, new double[] {0, intercept});
  }

  /** The mean cross-entropy of the softmax of its scores. */
  double loss(Data data) {
    double sum = 0;
    double[] scores = new double[intercepts.length];
    for (int row = 0; row < data.size(); row++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < scores.length; k++) {
        scores[k] = score(k, data.features()[row]);
        greatest = Math.max(greatest, scores[k]);
      }
      double exponentials = 0;
      for (double score : scores) {
        exponentials += Math.exp(score - greatest);
      }
      sum += Math.log(exponentials) + greatest - scores[data.labels()[row]];
    }
    return sum / data.size();
  }

  private double score(int k, double[] x) {
    double score = intercepts[k];
    for (int i = 0; i < x.length; i++) {
      score += weights[k][i] * x[i];
    }
    return score;
  }
}
