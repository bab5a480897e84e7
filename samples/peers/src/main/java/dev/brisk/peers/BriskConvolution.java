package dev.brisk.peers;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.conv2d;
import static dev.brisk.ops.Ops.maxPool;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.List;

/** A small convolutional network for Brisk. */
@Trainable
@Optimizer(value = ADAM, learningRate = Rows.NETWORK_RATE)
class BriskConvolution {
  private static final int CLASSES = Images.CLASSES;
  private static final int SIDE = Images.SIDE;
  private static final int PIXELS = SIDE * SIDE;
  private static final int SIZE = 3;
  private static final int FIRST = 8;
  private static final int SECOND = 16;
  private static final int AFTER_FIRST = SIDE - SIZE + 1;
  private static final int POOLED = AFTER_FIRST / 2;
  private static final int AFTER_SECOND = POOLED - SIZE + 1;
  private static final int LAST = AFTER_SECOND / 2;

  @Parameter(shape = {FIRST, 1, SIZE, SIZE})
  float[] k1;

  @Parameter(shape = FIRST)
  float[] b1;

  @Parameter(shape = {SECOND, FIRST, SIZE, SIZE})
  float[] k2;

  @Parameter(shape = SECOND)
  float[] b2;

  @Parameter(shape = {CLASSES, LAST * LAST * SECOND})
  float[] w;

  @Parameter(shape = CLASSES)
  float[] b;

  @Predict
  float[] logits(@Shape(PIXELS) float[] pixels) {
    float[] first = relu(conv2d(pixels, SIDE, SIDE, k1, b1, SIZE));
    float[] pooled = maxPool(first, AFTER_FIRST, AFTER_FIRST, 2);
    float[] second = relu(conv2d(pooled, POOLED, POOLED, k2, b2, SIZE));
    return affine(w, b, maxPool(second, AFTER_SECOND, AFTER_SECOND, 2));
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }

  static Training training(Workload.Network network, Examples examples, int threads) {
    List<float[]> firstValues = FirstValues.of(network);
    BriskConvolution model = new BriskConvolution();
    model.k1 = firstValues.get(0);
    model.b1 = firstValues.get(1);
    model.k2 = firstValues.get(2);
    model.b2 = firstValues.get(3);
    model.w = firstValues.get(4);
    model.b = firstValues.get(5);
    BriskConvolutionTrainer trainer = new BriskConvolutionTrainer(model);
    return BriskTraining.of(
        trainer,
        BriskConvolutionTrainer.examples(examples.inputs(), examples.classes()),
        network.batch(),
        threads,
        inputs -> trainer.logits(BriskConvolutionTrainer.examples(inputs, new int[inputs.length])));
  }
}
