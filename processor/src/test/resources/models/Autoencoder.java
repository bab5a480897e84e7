package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** An input that is squeezed and restored; the loss is written as a loop. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.05, momentum = 0.9)
class Autoencoder {
  @Parameter(shape = {2, 5})
  double[] encoder;

  @Parameter(shape = 2)
  double[] squeezedBias;

  @Parameter(shape = {5, 2})
  double[] decoder;

  @Parameter(shape = 5)
  double[] restoredBias;

  @Loss
  double loss(@Shape(5) double[] x) {
    double[] code = Ops.sigmoid(Ops.affine(encoder, squeezedBias, x));
    double[] restored = Ops.affine(decoder, restoredBias, code);
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double error = restored[i] - x[i];
      sum += error * error;
    }
    return sum / x.length;
  }
}
