package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** Every activation of a vector, one after the other. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class EveryActivation {
  @Parameter(shape = {3, 3})
  float[] w;

  @Parameter(shape = 3)
  float[] b;

  @Loss
  float loss(@Shape(3) float[] x, float slope) {
    float[] z = Ops.affine(w, b, x);
    float sum = Ops.sum(Ops.relu(z)) + Ops.sum(Ops.leakyRelu(z, slope)) + Ops.sum(Ops.elu(z));
    sum += Ops.sum(Ops.gelu(z)) + Ops.sum(Ops.geluTanh(z)) + Ops.sum(Ops.silu(z));
    sum += Ops.sum(Ops.softplus(z)) + Ops.sum(Ops.sigmoid(z)) + Ops.sum(Ops.tanh(z));
    float[] probabilities = Ops.softmax(z);
    float[] logarithms = Ops.logSoftmax(Ops.scale(z, slope));
    return sum + Ops.dot(probabilities, Ops.dropout(logarithms, 0)) + Ops.sum(Ops.logSigmoid(z));
  }
}
