package com.example;

import static dev.brisk.Algorithm.SGD;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Trainable;
import dev.brisk.Training;

/** A line through points. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
@Training(epochs = 20, batchSize = 10)
public class Line {
  @Parameter double slope;
  @Parameter double offset;

  @Predict
  double at(double x) {
    return slope * x + offset;
  }

  @Loss
  double loss(double x, double y) {
    double error = at(x) - y;
    return error * error;
  }
}
