package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** Activations in single precision. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01f)
class FloatActivations {
  @Parameter float slope;
  @Parameter float weight;

  @Loss
  float loss(float x) {
    float u = weight * x;
    float smooth = Ops.sigmoid(u) + Ops.softplus(u) + Ops.silu(u) + Ops.gelu(u) + Ops.elu(u);
    return smooth + Ops.leakyRelu(u + 1, slope) * Ops.relu(u + 2) - Ops.logSigmoid(u);
  }
}
