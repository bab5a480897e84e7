package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Predator and prey, through the classical Runge-Kutta method. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LotkaVolterra {
  private static final double H = 0.05;

  @Parameter double growth;
  @Parameter double predation;
  @Parameter double death;
  @Parameter double conversion;

  private double preyRate(double prey, double predators) {
    return growth * prey - predation * prey * predators;
  }

  private double predatorRate(double prey, double predators) {
    return conversion * prey * predators - death * predators;
  }

  @Loss
  double loss(double prey0, double predators0, double preyThen, double predatorsThen) {
    double x = prey0;
    double y = predators0;
    for (int step = 0; step < 8; step++) {
      double k1 = preyRate(x, y);
      double l1 = predatorRate(x, y);
      double k2 = preyRate(x + H / 2 * k1, y + H / 2 * l1);
      double l2 = predatorRate(x + H / 2 * k1, y + H / 2 * l1);
      double k3 = preyRate(x + H / 2 * k2, y + H / 2 * l2);
      double l3 = predatorRate(x + H / 2 * k2, y + H / 2 * l2);
      double k4 = preyRate(x + H * k3, y + H * l3);
      double l4 = predatorRate(x + H * k3, y + H * l3);
      x += H / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
      y += H / 6 * (l1 + 2 * l2 + 2 * l3 + l4);
    }
    return Math.pow(x - preyThen, 2) + Math.pow(y - predatorsThen, 2);
  }
}
