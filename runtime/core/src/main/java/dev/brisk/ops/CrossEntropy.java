package dev.brisk.ops;

import dev.brisk.kernel.VectorMath;

/**
 * The arithmetic of {@link Losses#softmaxCrossEntropy(double[], int)}, by way of the largest logit
 * as in {@link Softmax}; and a form that generated code calls, which keeps the probabilities for
 * the derivative.
 */
public final class CrossEntropy {
  private CrossEntropy() {}

  static double crossEntropy(double[] logits, int label) {
    requireClass(label, logits.length);
    double largest = Softmax.largest(logits);
    return Math.log(Softmax.sum(logits, largest)) - (logits[label] - largest);
  }

  static void addGradient(double[] logits, int label, double upstream, double[] gradient) {
    requireClass(label, logits.length);
    double largest = Softmax.largest(logits);
    double sum = Softmax.sum(logits, largest);
    for (int i = 0; i < logits.length; i++) {
      double probability = Math.exp(logits[i] - largest) / sum;
      gradient[i] += upstream * (i == label ? probability - 1 : probability);
    }
  }

  static float crossEntropy(float[] logits, int label) {
    requireClass(label, logits.length);
    float largest = Softmax.largest(logits);
    double sum = 0;
    for (float logit : logits) {
      sum += VectorMath.exp(logit, largest);
    }
    return loss(logits, label, largest, sum);
  }

  static void addGradient(float[] logits, int label, float upstream, float[] gradient) {
    requireClass(label, logits.length);
    float largest = Softmax.largest(logits);
    double sum = 0;
    for (float logit : logits) {
      sum += VectorMath.exp(logit, largest);
    }
    float factor = (float) (1 / sum);
    for (int i = 0; i < logits.length; i++) {
      float probability = VectorMath.exp(logits[i], largest) * factor;
      gradient[i] = Math.fma(upstream, i == label ? probability - 1 : probability, gradient[i]);
    }
  }

  /**
   * {@link Losses#softmaxCrossEntropy(float[], int)}, which leaves the probabilities for {@link
   * #crossEntropyByLogits}.
   *
   * @param probabilities as many as there are logits
   */
  public static float crossEntropy(float[] logits, int label, float[] probabilities) {
    requireClass(label, logits.length);
    float largest = Softmax.largest(logits);
    VectorMath.exp(logits, largest, probabilities, 0, logits.length);
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      sum += probabilities[i];
    }
    float factor = (float) (1 / sum);
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] *= factor;
    }
    return loss(logits, label, largest, sum);
  }

  /**
   * Adds to the gradient what {@link Losses#softmaxCrossEntropyByLogits(float[], int, float,
   * float[])} adds.
   */
  public static void crossEntropyByLogits(
      float[] probabilities, int label, float upstream, float[] gradient) {
    float before = gradient[label];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = Math.fma(upstream, probabilities[i], gradient[i]);
    }
    gradient[label] = Math.fma(upstream, probabilities[label] - 1, before);
  }

  private static float loss(float[] logits, int label, float largest, double sum) {
    return (float) (Math.log(sum) - ((double) logits[label] - largest));
  }

  private static void requireClass(int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IndexOutOfBoundsException(
          "label is " + label + ", expected in [0, " + classes + ")");
    }
  }
}
