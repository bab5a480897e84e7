package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A causal head of a transformer that predicts each next token. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TransformerHead {
  static final int TOKENS = 4;
  static final int WIDTH = 2;

  @Parameter(shape = {TOKENS, WIDTH})
  double[][] embedding;

  @Parameter(shape = {WIDTH, WIDTH})
  double[][] query;

  @Parameter(shape = {WIDTH, WIDTH})
  double[][] key;

  @Parameter(shape = {WIDTH, WIDTH})
  double[][] value;

  static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        product[i] += matrix[i][j] * vector[j];
      }
    }
    return product;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Loss
  double loss(int[] tokens) {
    double[][] keys = new double[tokens.length][WIDTH];
    double[][] values = new double[tokens.length][WIDTH];
    double[] weights = new double[tokens.length];
    double loss = 0;
    for (int t = 0; t < tokens.length - 1; t++) {
      double[] now = embedding[tokens[t]];
      double[] k = times(key, now);
      double[] v = times(value, now);
      for (int i = 0; i < WIDTH; i++) {
        keys[t][i] = k[i];
        values[t][i] = v[i];
      }
      double[] q = times(query, now);
      double sum = 0;
      for (int s = 0; s <= t; s++) {
        weights[s] = Math.exp(dot(q, keys[s]) / Math.sqrt(WIDTH));
        sum += weights[s];
      }
      double[] attended = new double[WIDTH];
      for (int s = 0; s <= t; s++) {
        weights[s] /= sum;
        for (int i = 0; i < WIDTH; i++) {
          attended[i] += weights[s] * values[s][i];
        }
      }
      loss += Losses.softmaxCrossEntropy(times(embedding, attended), tokens[t + 1]);
    }
    return loss / tokens.length;
  }
}
