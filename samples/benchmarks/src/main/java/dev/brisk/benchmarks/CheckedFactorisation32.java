package dev.brisk.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * As {@link Factorisation32}, but the loop by hand also refuses a loss that is not finite before it
 * writes: what that check costs, between two loops.
 */
@State(Scope.Thread)
public class CheckedFactorisation32 {
  private static final int RATINGS = 4096;
  private static final double RATE = 0.001;

  private final int[] users = new Random(1).ints(RATINGS, 0, Factorisation32.USERS).toArray();
  private final int[] items = new Random(2).ints(RATINGS, 0, Factorisation32.ITEMS).toArray();
  private final double[] ratings = new Random(3).doubles(RATINGS, -1, 1).toArray();
  private final Factorisation32.Model model = new Factorisation32.Model();
  private final Factorisation32_ModelTrainer trainer = new Factorisation32_ModelTrainer(model);
  private final double[] userFactors = model.userFactors.clone();
  private final double[] itemFactors = model.itemFactors.clone();
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
    return step(userFactors, itemFactors, users[i], items[i], ratings[i]);
  }

  private static double step(double[] users, double[] items, int user, int item, double rating) {
    int userRow = user * Factorisation32.FACTORS;
    int itemRow = item * Factorisation32.FACTORS;
    double predicted = 0;
    for (int k = 0; k < Factorisation32.FACTORS; k++) {
      predicted += users[userRow + k] * items[itemRow + k];
    }
    double error = predicted - rating;
    double loss = error * error;
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException("the loss is " + loss);
    }
    double change = RATE * 2 * error;
    for (int k = 0; k < Factorisation32.FACTORS; k++) {
      double userFactor = users[userRow + k];
      double itemFactor = items[itemRow + k];
      users[userRow + k] = userFactor - change * itemFactor;
      items[itemRow + k] = itemFactor - change * userFactor;
    }
    return loss;
  }
}
