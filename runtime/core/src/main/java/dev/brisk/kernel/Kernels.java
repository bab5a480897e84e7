package dev.brisk.kernel;

/** Products of matrices. */
public final class Kernels {
  private Kernels() {}

  public static void affine(
      double[] weights,
      double[] bias,
      double[][] in,
      int inFrom,
      double[][] out,
      int from,
      int to) {
    for (int e = from; e < to; e++) {
      double[] x = in[inFrom + e];
      for (int o = 0; o < bias.length; o++) {
        double sum = bias[o];
        for (int k = 0; k < x.length; k++) {
          sum += weights[o * x.length + k] * x[k];
        }
        out[e][o] = sum;
      }
    }
  }

  public static void product(
      double[] weights, double[][] in, int inFrom, double[][] out, int from, int to) {
    for (int e = from; e < to; e++) {
      double[] x = in[inFrom + e];
      for (int o = 0; o < out[e].length; o++) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
          sum += weights[o * x.length + k] * x[k];
        }
        out[e][o] = sum;
      }
    }
  }

  public static void affineByInput(
      double[] weights, double[][] dOut, double[][] dIn, int from, int to) {
    for (int e = from; e < to; e++) {
      for (int o = 0; o < dOut[e].length; o++) {
        for (int k = 0; k < dIn[e].length; k++) {
          dIn[e][k] += dOut[e][o] * weights[o * dIn[e].length + k];
        }
      }
    }
  }

  public static void affineByWeights(
      double[][] dOut,
      double[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      double[] dWeights,
      int at) {
    for (int o = rowFrom; o < rowTo; o++) {
      for (int e = 0; e < examples; e++) {
        double[] x = in[inFrom + e];
        for (int k = 0; k < x.length; k++) {
          dWeights[at + (o - rowFrom) * x.length + k] += dOut[e][o] * x[k];
        }
      }
    }
  }

  public static void affineByBias(
      double[][] dOut, int examples, int rowFrom, int rowTo, double[] dBias) {
    for (int e = 0; e < examples; e++) {
      for (int o = rowFrom; o < rowTo; o++) {
        dBias[o] += dOut[e][o];
      }
    }
  }

  public static void affine(
      float[] weights, float[] bias, float[][] in, int inFrom, float[][] out, int from, int to) {
    for (int e = from; e < to; e++) {
      float[] x = in[inFrom + e];
      for (int o = 0; o < bias.length; o++) {
        float sum = bias[o];
        for (int k = 0; k < x.length; k++) {
          sum += weights[o * x.length + k] * x[k];
        }
        out[e][o] = sum;
      }
    }
  }

  public static void product(
      float[] weights, float[][] in, int inFrom, float[][] out, int from, int to) {
    for (int e = from; e < to; e++) {
      float[] x = in[inFrom + e];
      for (int o = 0; o < out[e].length; o++) {
        float sum = 0;
        for (int k = 0; k < x.length; k++) {
          sum += weights[o * x.length + k] * x[k];
        }
        out[e][o] = sum;
      }
    }
  }

  public static void affineByInput(
      float[] weights, float[][] dOut, float[][] dIn, int from, int to) {
    for (int e = from; e < to; e++) {
      for (int o = 0; o < dOut[e].length; o++) {
        for (int k = 0; k < dIn[e].length; k++) {
          dIn[e][k] += dOut[e][o] * weights[o * dIn[e].length + k];
        }
      }
    }
  }

  public static void affineByWeights(
      float[][] dOut,
      float[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      float[] dWeights,
      int at) {
    for (int o = rowFrom; o < rowTo; o++) {
      for (int e = 0; e < examples; e++) {
        float[] x = in[inFrom + e];
        for (int k = 0; k < x.length; k++) {
          dWeights[at + (o - rowFrom) * x.length + k] += dOut[e][o] * x[k];
        }
      }
    }
  }

  public static void affineByBias(
      float[][] dOut, int examples, int rowFrom, int rowTo, float[] dBias) {
    for (int e = 0; e < examples; e++) {
      for (int o = rowFrom; o < rowTo; o++) {
        dBias[o] += dOut[e][o];
      }
    }
  }
}
