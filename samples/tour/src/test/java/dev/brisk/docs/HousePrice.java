package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.squared;
import static dev.brisk.ops.Ops.dot;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** What a house costs, by linear regression. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
class HousePrice {
  @Parameter(shape = 4)
  double[] weights;

  @Parameter double base;

  @Predict
  double price(@Shape(4) double[] features) {
    return base + dot(weights, features);
  }

  @Loss
  double loss(@Shape(4) double[] features, double price) {
    return squared(price(features), price);
  }
}
