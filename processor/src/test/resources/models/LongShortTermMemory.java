package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A long short-term memory that keeps cell and output in arrays. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LongShortTermMemory {
  static final int CELLS = 2;

  @Parameter(shape = {4 * CELLS, CELLS + 2})
  double[][] w;

  @Parameter(shape = CELLS)
  double[] v;

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Loss
  double loss(double[] series) {
    double[] cell = new double[CELLS];
    double[] out = new double[CELLS];
    double[] gates = new double[4 * CELLS];
    double loss = 0;
    for (int t = 0; t < series.length - 1; t++) {
      for (int g = 0; g < gates.length; g++) {
        double sum = w[g][CELLS + 1] + w[g][CELLS] * series[t];
        for (int c = 0; c < CELLS; c++) {
          sum += w[g][c] * out[c];
        }
        gates[g] = sum;
      }
      double predicted = 0;
      for (int c = 0; c < CELLS; c++) {
        double forget = sigmoid(gates[c] + 1);
        double input = sigmoid(gates[CELLS + c]);
        double output = sigmoid(gates[2 * CELLS + c]);
        cell[c] = forget * cell[c] + input * Math.tanh(gates[3 * CELLS + c]);
        out[c] = output * Math.tanh(cell[c]);
        predicted += v[c] * out[c];
      }
      loss += Losses.squared(predicted, series[t + 1]);
    }
    return loss / series.length;
  }
}
