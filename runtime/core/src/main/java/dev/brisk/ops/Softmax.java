package dev.brisk.ops;

/**
 * The arithmetic of {@link Losses#softmaxCrossEntropy(double[], int)}. The largest logit is
 * subtracted before every exponential, so that none overflows and their sum is at least 1.
 */
final class Softmax {
  private Softmax() {}

  static double crossEntropy(double[] logits, int label) {
    requireClass(label, logits.length);
    double largest = largest(logits);
    return Math.log(sum(logits, largest)) - (logits[label] - largest);
  }

  static void addGradient(double[] logits, int label, double upstream, double[] gradient) {
    requireClass(label, logits.length);
    double largest = largest(logits);
    double sum = sum(logits, largest);
    for (int i = 0; i < logits.length; i++) {
      double probability = Math.exp(logits[i] - largest) / sum;
      gradient[i] += upstream * (i == label ? probability - 1 : probability);
    }
  }

  private static double largest(double[] logits) {
    double largest = logits[0];
    for (double logit : logits) {
      largest = Math.max(largest, logit);
    }
    return largest;
  }

  private static double sum(double[] logits, double largest) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - largest);
    }
    return sum;
  }

  static float crossEntropy(float[] logits, int label) {
    requireClass(label, logits.length);
    float largest = largest(logits);
    return (float) (Math.log(sum(logits, largest)) - ((double) logits[label] - largest));
  }

  static void addGradient(float[] logits, int label, float upstream, float[] gradient) {
    requireClass(label, logits.length);
    float largest = largest(logits);
    double sum = sum(logits, largest);
    for (int i = 0; i < logits.length; i++) {
      double probability = Math.exp((double) logits[i] - largest) / sum;
      gradient[i] += (float) (upstream * (i == label ? probability - 1 : probability));
    }
  }

  private static float largest(float[] logits) {
    float largest = logits[0];
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    return largest;
  }

  private static double sum(float[] logits, float largest) {
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp((double) logit - largest);
    }
    return sum;
  }

  private static void requireClass(int label, int classes) {
    if (label < 0 || label >= classes) {
      throw new IndexOutOfBoundsException(
          "label is " + label + ", expected in [0, " + classes + ")");
    }
  }
}
