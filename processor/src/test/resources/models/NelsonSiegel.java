package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** A yield curve of level, slope and hump. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class NelsonSiegel {
  @Parameter double beta0;
  @Parameter double beta1;
  @Parameter double beta2;
  @Parameter double tau;

  @Loss
  double loss(@Shape(5) double[] maturities, @Shape(5) double[] yields) {
    double sum = 0;
    for (int i = 0; i < maturities.length; i++) {
      double scaled = maturities[i] / tau;
      double decay = Math.exp(-scaled);
      double loading = (1 - decay) / scaled;
      double fitted = beta0 + beta1 * loading + beta2 * (loading - decay);
      sum += (fitted - yields[i]) * (fitted - yields[i]);
    }
    return sum / maturities.length;
  }
}
