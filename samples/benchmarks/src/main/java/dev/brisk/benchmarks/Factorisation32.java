package dev.brisk.benchmarks;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Init.NORMAL;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Matrix factorisation with 32 factors, plain gradient descent, on tables of the size of MovieLens
 * 100K: one rating touches two rows of 2,625.
 */
@State(Scope.Thread)
public class Factorisation32 {
  static final int USERS = 943;
  static final int ITEMS = 1682;
  static final int FACTORS = 32;

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.001)
  static class Model {
    @Parameter(
        shape = {USERS, FACTORS},
        init = NORMAL,
        standardDeviation = 0.1)
    double[] userFactors;

    @Parameter(
        shape = {ITEMS, FACTORS},
        init = NORMAL,
        standardDeviation = 0.1)
    double[] itemFactors;

    @Loss
    double loss(int user, int item, double rating) {
      double predicted = 0;
      for (int k = 0; k < FACTORS; k++) {
        predicted += userFactors[user * FACTORS + k] * itemFactors[item * FACTORS + k];
      }
      double error = predicted - rating;
      return error * error;
    }
  }

  /** The same by hand. */
  static final class Loop {
    private static final double RATE = 0.001;

    final double[] userFactors;
    final double[] itemFactors;

    Loop(double[] userFactors, double[] itemFactors) {
      this.userFactors = userFactors;
      this.itemFactors = itemFactors;
    }

    double step(int user, int item, double rating) {
      double[] users = userFactors;
      double[] items = itemFactors;
      int userRow = user * FACTORS;
      int itemRow = item * FACTORS;
      double predicted = 0;
      for (int k = 0; k < FACTORS; k++) {
        predicted += users[userRow + k] * items[itemRow + k];
      }
      double error = predicted - rating;
      double change = RATE * 2 * error;
      for (int k = 0; k < FACTORS; k++) {
        double userFactor = users[userRow + k];
        double itemFactor = items[itemRow + k];
        users[userRow + k] = userFactor - change * itemFactor;
        items[itemRow + k] = itemFactor - change * userFactor;
      }
      return error * error;
    }
  }

  private static final int RATINGS = 4096;

  private final int[] users = new Random(1).ints(RATINGS, 0, USERS).toArray();
  private final int[] items = new Random(2).ints(RATINGS, 0, ITEMS).toArray();
  private final double[] ratings = new Random(3).doubles(RATINGS, -1, 1).toArray();
  private final Model model = new Model();
  private final Factorisation32_ModelTrainer trainer = new Factorisation32_ModelTrainer(model);
  private final Loop loop = new Loop(model.userFactors.clone(), model.itemFactors.clone());
  private int rating;

  private int next() {
    rating = (rating + 1) % RATINGS;
    return rating;
  }

  /** One step of Brisk. */
  @Benchmark
  public double generated() {
    int i = next();
    return trainer.step(users[i], items[i], ratings[i]);
  }

  /** One step by hand. */
  @Benchmark
  public double handwritten() {
    int i = next();
    return loop.step(users[i], items[i], ratings[i]);
  }
}
