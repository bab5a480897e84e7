package dev.brisk.processor.trainer;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * SGD and Adam as plainly as they can be written, for a linear model with squared error.
 *
 * @param optimizer what is written in {@code @Optimizer(...)}
 * @param gamma factor of the rate from one update to the next
 */
record UpdateRule(String optimizer, double gamma) {
  private static final int PARAMETERS = 3;

  /** Whether it is one of the two. */
  boolean isKnown() {
    return optimizer.matches("value = Algorithm.(SGD|ADAM)\\b.*") && !optimizer.contains("amsgrad");
  }

  /** Two weights and an offset after updates on the examples, each {@code {x, z, target}}. */
  double[] after(int updates, Batches batches) {
    double[] p = {0.8, -1.2, 0.5};
    double[] first = new double[PARAMETERS];
    double[] second = new double[PARAMETERS];
    for (int t = 1; t <= updates; t++) {
      double[] g = gradient(p, batches.of(t - 1));
      double rate = number("learningRate", 1e-3) * Math.pow(gamma, t - 1);
      for (int i = 0; i < PARAMETERS; i++) {
        double slope = g[i] + number("weightDecay", 0) * p[i];
        p[i] -= rate * (isAdam() ? adam(t, i, slope, first, second) : sgd(t, i, slope, first));
      }
    }
    return p;
  }

  /** The examples of an update, counted from 0. */
  interface Batches {
    double[][] of(int update);
  }

  private static double[] gradient(double[] p, double[][] rows) {
    double[] mean = new double[PARAMETERS];
    for (double[] row : rows) {
      double error = p[0] * row[0] + p[1] * row[1] + p[2] - row[2];
      mean[0] += error * row[0] / rows.length;
      mean[1] += error * row[1] / rows.length;
      mean[2] += error / rows.length;
    }
    return mean;
  }

  private double sgd(int t, int i, double slope, double[] velocity) {
    double momentum = number("momentum", 0);
    double taken = t == 1 ? 1 : 1 - number("dampening", 0);
    velocity[i] = momentum * velocity[i] + taken * slope;
    return optimizer.contains("nesterov") ? slope + momentum * velocity[i] : velocity[i];
  }

  private double adam(int t, int i, double slope, double[] mean, double[] square) {
    double beta1 = number("beta1", 0.9);
    double beta2 = number("beta2", 0.999);
    DoubleUnaryOperator correction = beta -> 1 - Math.pow(beta, t);
    mean[i] = beta1 * mean[i] + (1 - beta1) * slope;
    square[i] = beta2 * square[i] + (1 - beta2) * slope * slope;
    double unbiased = mean[i] / correction.applyAsDouble(beta1);
    double spread = Math.sqrt(square[i] / correction.applyAsDouble(beta2));
    return unbiased / (spread + number("epsilon", 1e-8));
  }

  private boolean isAdam() {
    return optimizer.contains("ADAM");
  }

  private double number(String attribute, double standard) {
    Map<String, String> written =
        Arrays.stream(optimizer.split(", "))
            .map(pair -> pair.split(" = "))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return Double.parseDouble(written.getOrDefault(attribute, Double.toString(standard)));
  }
}
