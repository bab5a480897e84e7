package dev.brisk.peers;

/** Data that is computed; the script of PyTorch computes the same. */
final class Synthetic {
  private Synthetic() {}

  /** Rows with the difference of their first two features and noise. */
  static Data regression(int features, int rows) {
    float[][] inputs = new float[rows][features];
    float[] targets = new float[rows];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < features; i++) {
        inputs[row][i] = 2 * Uniform.at(11, (long) row * features + i) - 1;
      }
      targets[row] = inputs[row][0] - inputs[row][1] + Uniform.at(12, row) - 0.5f;
    }
    Examples examples = new Examples(inputs, targets);
    return new Data(examples, examples);
  }

  /** Ratings that are the product of something of the user's and something of the item's. */
  static Data ratings(int users, int items, int count) {
    float[][] inputs = new float[count][2];
    float[] targets = new float[count];
    for (int i = 0; i < count; i++) {
      int user = (int) (Uniform.at(21, i) * users);
      int item = (int) (Uniform.at(22, i) * items);
      inputs[i][0] = user;
      inputs[i][1] = item;
      targets[i] = 4 * Uniform.at(23, user) * Uniform.at(24, item) - 1;
    }
    Examples examples = new Examples(inputs, targets);
    return new Data(examples, examples);
  }
}
