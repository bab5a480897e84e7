package dev.brisk.peers;

/**
 * What a training has reached.
 *
 * @param loss the mean of all examples; NaN where nothing is learnt
 * @param accuracy the share of examples whose class is right; NaN where there are none
 */
record Quality(double loss, double accuracy) {
  static final Quality NONE = new Quality(Double.NaN, Double.NaN);

  /** Of scores whose softmax are the probabilities of the classes. */
  static Quality ofScores(float[][] scores, int[] classes) {
    double loss = 0;
    int right = 0;
    for (int i = 0; i < classes.length; i++) {
      float[] row = scores[i];
      int best = 0;
      for (int k = 1; k < row.length; k++) {
        best = row[k] > row[best] ? k : best;
      }
      double sum = 0;
      for (float score : row) {
        sum += Math.exp(score - row[best]);
      }
      loss += Math.log(sum) + row[best] - row[classes[i]];
      right += best == classes[i] ? 1 : 0;
    }
    return new Quality(loss / classes.length, (double) right / classes.length);
  }

  /** A score that stands for a probability: its logarithm, which is finite. */
  static float score(double probability) {
    return (float) Math.log(Math.max(probability, Float.MIN_NORMAL));
  }

  /** Of predicted numbers, by the squared error. */
  static Quality ofPredictions(float[][] predictions, float[] targets) {
    double loss = 0;
    for (int i = 0; i < targets.length; i++) {
      double error = predictions[i][0] - targets[i];
      loss += error * error;
    }
    return new Quality(loss / targets.length, Double.NaN);
  }
}
