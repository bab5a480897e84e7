package dev.brisk.analysis;

/**
 * Products of the Hessian of a loss, or of a block of it, with vectors, as the trainer computes
 * them.
 */
final class HessianByTrainer implements Lanczos.Operator {
  private final TrainedLoss<?> loss;
  private final int[] block;

  /**
   * @param block the parameters by which it derives, by their places in the vector of all
   */
  HessianByTrainer(TrainedLoss<?> loss, int[] block) {
    this.loss = loss;
    this.block = block;
  }

  @Override
  public int dimension() {
    return block.length;
  }

  @Override
  public double[] times(double[] unit) {
    double[] direction = new double[loss.dimension()];
    for (int i = 0; i < block.length; i++) {
      direction[block[i]] = unit[i];
    }
    double[] all = loss.hessianTimes(direction);
    double[] product = new double[block.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = all[block[i]];
    }
    return product;
  }
}
