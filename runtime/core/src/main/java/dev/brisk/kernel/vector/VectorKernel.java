package dev.brisk.kernel.vector;

import dev.brisk.kernel.Kernel;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/** The products in vectors of the width that the processor prefers. */
public final class VectorKernel implements Kernel {
  @Override
  public String describe() {
    return "vector, " + vectorBits() + " bits";
  }

  @Override
  public int vectorBits() {
    return FloatVector.SPECIES_PREFERRED.vectorBitSize();
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
    FloatAffine.batch(weights, bias, outs, ins, in, inFrom, examples, out, from, to);
  }

  @Override
  public void affineByInput(
      float[] weights, int outs, int ins, float[][] dOut, float[][] dIn, int from, int to) {
    FloatByInput.batch(weights, outs, ins, dOut, dIn, from, to);
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
    FloatByWeights.batch(dOut, in, inFrom, examples, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public void affine(
      float[] weights, float @Nullable [] bias, int outs, int ins, float[] in, float[] out) {
    FloatAffine.one(weights, bias, outs, ins, in, out);
  }

  @Override
  public void affineByInput(float[] weights, int outs, int ins, float[] dOut, float[] dIn) {
    FloatByInput.one(weights, outs, ins, dOut, dIn);
  }

  @Override
  public void affineByWeights(
      float[] dOut, float[] in, int rowFrom, int rowTo, int ins, float[] dWeights, int at) {
    FloatByWeights.one(dOut, in, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public float dot(float[] a, float[] b, int length) {
    return FloatDot.dot(a, b, length);
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
    DoubleAffine.batch(weights, bias, outs, ins, in, inFrom, examples, out, from, to);
  }

  @Override
  public void affineByInput(
      double[] weights, int outs, int ins, double[][] dOut, double[][] dIn, int from, int to) {
    DoubleByInput.batch(weights, outs, ins, dOut, dIn, from, to);
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
    DoubleByWeights.batch(dOut, in, inFrom, examples, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public void affine(
      double[] weights, double @Nullable [] bias, int outs, int ins, double[] in, double[] out) {
    DoubleAffine.one(weights, bias, outs, ins, in, out);
  }

  @Override
  public void affineByInput(double[] weights, int outs, int ins, double[] dOut, double[] dIn) {
    DoubleByInput.one(weights, outs, ins, dOut, dIn);
  }

  @Override
  public void affineByWeights(
      double[] dOut, double[] in, int rowFrom, int rowTo, int ins, double[] dWeights, int at) {
    DoubleByWeights.one(dOut, in, rowFrom, rowTo, ins, dWeights, at);
  }

  @Override
  public double dot(double[] a, double[] b, int length) {
    return DoubleDot.dot(a, b, length);
  }
}
