package com.example;

import dev.brisk.runtime.Fit;
import java.io.IOException;
import java.nio.file.Path;

/** Trains in a named module, and has its page written by a service of another one. */
public class Main {
  public static void main(String[] arguments) throws IOException {
    double[] x = {-1, -0.5, 0, 0.5, 1};
    double[] y = {-4, -2.5, -1, 0.5, 2};

    Line line = new Line();
    LineTrainer trainer = new LineTrainer(line, 1);
    var report = trainer.fit(LineTrainer.examples(x, y), Fit.asDeclared());

    Path page = Path.of(arguments[0]);
    report.html(page);
    System.out.println(Line.class.getModule() + " trained by " + Fit.class.getModule());
  }
}
