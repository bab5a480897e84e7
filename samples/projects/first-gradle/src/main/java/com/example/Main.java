package com.example;

import dev.brisk.runtime.Fit;
import java.util.Locale;
import java.util.Random;

/** Finds the line that points were scattered around. */
public class Main {
  public static void main(String[] arguments) {
    Random random = new Random(1);
    double[] x = random.doubles(200, -1, 1).toArray();
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = 3 * x[i] - 1 + 0.01 * random.nextGaussian();
    }

    Line line = new Line();
    // Brisk writes LineTrainer when Line is compiled.
    LineTrainer trainer = new LineTrainer(line, 1);
    trainer.fit(LineTrainer.examples(x, y), Fit.asDeclared().printTo(System.out));

    System.out.printf(Locale.ROOT, "y = %.2f x %+.2f%n", line.slope, line.offset);
  }
}
