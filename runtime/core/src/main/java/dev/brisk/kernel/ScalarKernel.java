package dev.brisk.kernel;

import org.jspecify.annotations.Nullable;

/** The products in plain Java, which runs everywhere. */
final class ScalarKernel implements Kernel {
  @Override
  public String describe() {
    return "scalar";
  }

  @Override
  public int vectorBits() {
    return 0;
  }

  @Override
  public void affine(
      float[] weights,
      float @Nullable [] bias,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      int examples,
      float[][] out,
      int from,
      int to) {
    ScalarAffine.batch(weights, bias, outs, ins, in, inFrom, out, from, to);
  }

  @Override
  public void affineByInput(
      float[] weights, int outs, int ins, float[][] dOut, float[][] dIn, int from, int to) {
    ScalarByInput.batch(weights, outs, ins, dOut, dIn, from, to);
  }

  @Override
  public void affineByWeights(
      float[][] dOut,
      float[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      float[] dWeights,
      int at) {
    ScalarByWeights.batch(dOut, in, inFrom, examples, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public void affine(
      float[] weights, float @Nullable [] bias, int outs, int ins, float[] in, float[] out) {
    ScalarAffine.one(weights, bias, outs, ins, in, out);
  }

  @Override
  public void affineByInput(float[] weights, int outs, int ins, float[] dOut, float[] dIn) {
    ScalarByInput.one(weights, outs, ins, dOut, dIn);
  }

  @Override
  public void affineByWeights(
      float[] dOut, float[] in, int rowFrom, int rowTo, int ins, float[] dWeights, int at) {
    ScalarByWeights.one(dOut, in, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public float dot(float[] a, float[] b, int length) {
    return ScalarDot.dot(a, b, length);
  }

  @Override
  public void affine(
      double[] weights,
      double @Nullable [] bias,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      int examples,
      double[][] out,
      int from,
      int to) {
    ScalarAffine.batch(weights, bias, outs, ins, in, inFrom, out, from, to);
  }

  @Override
  public void affineByInput(
      double[] weights, int outs, int ins, double[][] dOut, double[][] dIn, int from, int to) {
    ScalarByInput.batch(weights, outs, ins, dOut, dIn, from, to);
  }

  @Override
  public void affineByWeights(
      double[][] dOut,
      double[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      double[] dWeights,
      int at) {
    ScalarByWeights.batch(dOut, in, inFrom, examples, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public void affine(
      double[] weights, double @Nullable [] bias, int outs, int ins, double[] in, double[] out) {
    ScalarAffine.one(weights, bias, outs, ins, in, out);
  }

  @Override
  public void affineByInput(double[] weights, int outs, int ins, double[] dOut, double[] dIn) {
    ScalarByInput.one(weights, outs, ins, dOut, dIn);
  }

  @Override
  public void affineByWeights(
      double[] dOut, double[] in, int rowFrom, int rowTo, int ins, double[] dWeights, int at) {
    ScalarByWeights.one(dOut, in, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public double dot(double[] a, double[] b, int length) {
    return ScalarDot.dot(a, b, length);
  }
}
